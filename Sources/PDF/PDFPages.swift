extension PDFFile {
  struct Page {
    var own: PDFDictionary
    var box: PDFInspection.PageBox?
  }

  private static let mostPages = 10_000

  /// The pages in order; the box and the resources may stand at a page's parents.
  func pages() throws(PDFProblem) -> [Page] {
    var pages: [Page] = []
    var seen: Set<Int> = []
    var waiting: [(node: PDFObject?, box: PDFObject?, resources: PDFObject?)] = [(catalog?["Pages"], nil, nil)]
    while let next = waiting.popLast() {
      if case .reference(let number)? = next.node {
        guard seen.insert(number).inserted else { throw PDFProblem("has pages that contain each other") }
      }
      guard var node = dictionary(next.node) else { throw PDFProblem("lacks a page that it names") }
      let box = node["MediaBox"] ?? next.box
      let resources = node["Resources"] ?? next.resources
      if let kids = array(node["Kids"]) {
        waiting += kids.reversed().map { ($0, box, resources) }
      } else {
        node.values["Resources"] = resources
        pages.append(Page(own: node, box: pageBox(box)))
      }
      guard pages.count <= Self.mostPages, waiting.count <= Self.mostPages else { throw PDFProblem("has too many pages") }
    }
    return pages
  }

  private func pageBox(_ value: PDFObject?) -> PDFInspection.PageBox? {
    let corners = (array(value) ?? []).compactMap { resolved($0)?.number }
    guard corners.count == 4 else { return nil }
    return PDFInspection.PageBox(width: abs(corners[2] - corners[0]), height: abs(corners[3] - corners[1]))
  }

  /// How many bookmarks there are, those below others too.
  var bookmarks: Int {
    var count = 0
    var seen: Set<Int> = []
    var waiting = [dictionary(catalog?["Outlines"])?["First"]]
    while let next = waiting.popLast() {
      guard case .reference(let number)? = next, seen.insert(number).inserted, let item = dictionary(next) else { continue }
      if item["Title"] != nil { count += 1 }
      waiting += [item["First"], item["Next"]]
    }
    return count
  }

  /// The addresses of a page's links.
  func links(of page: PDFDictionary) -> [String] {
    (array(page["Annots"]) ?? []).compactMap { annotation in
      guard let annotation = dictionary(annotation), annotation.name("Subtype") == "Link" else { return nil }
      return text(dictionary(annotation["A"])?["URI"])
    }
  }

  /// Every font of the file; of a composite font its descendant says what it is.
  var fonts: [PDFInspection.Font] {
    var fonts: Set<PDFInspection.Font> = []
    for (_, object) in objects {
      guard let font = dictionary(object), font.name("Type") == "Font", let kind = font.name("Subtype") else { continue }
      guard !kind.hasPrefix("CIDFont") else { continue }
      var described = font
      if kind == "Type0" { described = array(font["DescendantFonts"])?.first.flatMap { dictionary($0) } ?? font }
      let descriptor = dictionary(described["FontDescriptor"])
      let isEmbedded = kind == "Type3" || ["FontFile", "FontFile2", "FontFile3"].contains { descriptor?[$0] != nil }
      let shownKind =
        switch described.name("Subtype") {
        case "CIDFontType2": "TrueType"
        case "CIDFontType0": "CFF"
        case let other: other ?? kind
        }
      fonts.insert(PDFInspection.Font(name: plainName(font.name("BaseFont")), kind: shownKind, isEmbedded: isEmbedded))
    }
    return fonts.sorted { ($0.name, $0.kind, $0.isEmbedded ? 1 : 0) < ($1.name, $1.kind, $1.isEmbedded ? 1 : 0) }
  }

  /// "OpenSans-Bold" of "AAAAAA+OpenSans-Bold".
  private func plainName(_ name: String?) -> String {
    guard let name else { return "unnamed" }
    guard let plus = name.firstIndex(of: "+") else { return name }
    return String(name[name.index(after: plus)...])
  }
}
