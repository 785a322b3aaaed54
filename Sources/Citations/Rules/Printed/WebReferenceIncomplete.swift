extension PrintedReferenceRule {
  static let webReferenceIncomplete = PrintedReferenceRule(
    id: "web-reference-incomplete", code: "R11", severity: .error,
    explanation: "A page can change: the day it was read, its own address and the name of the site let a reader find what the author saw.",
    flagged: [
      "Doe J. Feet. Site of Feet. Updated July 2, 2018. https://example.org/feet",
      "Doe J. Feet. Site of Feet. Updated July 2, 2018. Accessed May 3, 2019. www.example.org",
      "Doe J. Feet. Updated July 2, 2018. Accessed May 3, 2019. https://example.org/feet",
    ],
    accepted: [
      "Doe J. Feet. Site of Feet. Updated July 2, 2018. Accessed May 3, 2019. https://example.org/feet",
      "Doe J. Feet. Lancet. 2001;28(7):1-6. Accessed May 3, 2019. https://example.org/feet",
      "Association of Feet. Happy-Feet.org. Updated May 16, 2002. Accessed July 9, 2002. https://www.happy-feet.org/",
    ],
    check: .entry { reference, context in
      guard reference.kind == .web, let url = reference.url else { return [] }
      var flaws: [PrintedFlaw] = []
      if !reference.hasAccessedDate {
        flaws.append(
          PrintedFlaw(
            "Web source has no date of access", at: url, remedy: "write \"Accessed May 3, 2019.\" before the address, with your date"))
      }
      let address = context.text(url)
      let isSiteItself =
        reference.title.map { WebAddress.names(address, text: context.text($0)) } ?? false
        || reference.container.map { WebAddress.names(address, text: context.text($0)) } ?? false
      if WebAddress.isHomePage(address), !isSiteItself {
        flaws.append(
          PrintedFlaw("Address \"\(address)\" is a home page", at: url, remedy: "give the address of the page itself", severity: .warning))
      }
      if reference.container == nil, !isSiteItself {
        flaws.append(
          PrintedFlaw(
            "Web source has no name of its site", at: reference.title ?? url, remedy: "write the site's name behind the title",
            severity: .warning))
      }
      return flaws
    })
}

enum WebAddress {
  /// Is there nothing behind the host?
  static func isHomePage(_ address: String) -> Bool {
    let rest = withoutScheme(address)
    guard let slash = rest.firstIndex(of: "/") else { return true }
    return rest[slash...] == "/"
  }

  /// Does a text hold the name of the host? "Cancer-Pain.org" names `http://www.cancer-pain.org/`.
  static func names(_ address: String, text: String) -> Bool {
    var host = withoutScheme(address).prefix { $0 != "/" }
    if host.hasPrefix("www.") { host = host.dropFirst(4) }
    let name = host.split(separator: ".").dropLast().last.map { $0.lowercased().filter(\.isLetter) } ?? ""
    return name.utf8.count > 3 && text.lowercased().filter(\.isLetter).contains(name)
  }

  private static func withoutScheme(_ address: String) -> Substring {
    address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
  }
}
