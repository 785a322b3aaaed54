extension PrintedReferenceRule {
  static let reversedPageRange = PrintedReferenceRule(
    id: "reversed-page-range", code: "R01", severity: .error,
    explanation: "The last page comes before the first. A last page with fewer digits is a condensed one and right in NLM style: 455-62.",
    flagged: ["Doe J. Feet. Arch Dermatol. 2012;148(4):462-455. doi:10.1/x"],
    accepted: [
      "Doe J. Feet. Arch Dermatol. 2012;148(4):455-462. doi:10.1/x", "Doe J. Feet. Arch Dermatol. 2012;148(4):455-62. doi:10.1/x",
      "Doe J. Feet. J Hand Surg Am. 2012;148(4):S93-S99. doi:10.1/x", "Doe J. Feet. J Hand Surg Am. 2012;148(4):e898. doi:10.1/x",
    ],
    check: .entry { reference, context in
      guard let pages = reference.numbers.pages, PageRange.isReversed(context.text(pages)) else { return [] }
      return [PrintedFlaw("Page range \"\(context.text(pages))\" runs backwards", at: pages, remedy: "look the pages up in the source")]
    })
}

extension PageRange {
  /// Does the range run backwards, though its end is no condensed one?
  ///
  ///     isReversed("462-455")  // true
  ///     isReversed("455-62")   // false
  static func isReversed(_ text: String) -> Bool {
    let ends = normalized(text).split(separator: "-")
    guard ends.count == 2, let first = Page(ends[0]), let last = Page(ends[1]), first.prefix == last.prefix || last.prefix.isEmpty else {
      return false
    }
    return first.digits == last.digits && last.number < first.number
  }

  /// `S93`: letters and a number.
  private struct Page {
    var prefix: Substring
    var digits: Int
    var number: Int

    init?(_ text: Substring) {
      prefix = text.prefix { $0.isLetter }
      let digits = Array(text.dropFirst(prefix.count).utf8)
      guard (1...9).contains(digits.count), digits.allSatisfy(\.isDigit) else { return nil }
      self.digits = digits.count
      number = digits.reduce(0) { 10 * $0 + Int($1 - 0x30) }
    }
  }
}
