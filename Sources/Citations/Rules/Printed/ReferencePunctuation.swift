extension PrintedReferenceRule {
  static let referencePunctuation = PrintedReferenceRule(
    id: "reference-punctuation", code: "R05", severity: .error,
    explanation: "Journal. Year;volume(issue):pages. The marks tell the numbers apart. Behind a DOI or an address there is no period.",
    flagged: [
      "Doe J. Feet. Arch Dermatol 2012;148(4):455-462.", "Doe J. Feet. Arch Dermatol. 2012 148(4):455-462.",
      "Doe J. Feet. Arch Dermatol. 2012;148(4) 455-462.", "Doe J. Feet. Arch Dermatol. 2012;148(4):455-462",
    ],
    accepted: [
      "Doe J. Feet. Arch Dermatol. 2012;148(4):455-462.", "Doe J. Feet. Arch Dermatol. 2012;148(4):455-462. doi:10.1001/x",
      "Doe J. Feet. January 2, 2018. Accessed May 3, 2019. https://example.org/feet",
    ],
    check: .entry { reference, context in
      guard reference.kind == .article, !reference.isPublishedOnline, let container = reference.container, let date = reference.date else {
        return []
      }
      let numbers = reference.numbers
      var flaws: [PrintedFlaw] = []
      if !numbers.hasPeriodAfterContainer {
        flaws.append(
          PrintedFlaw("Period missing after journal \"\(context.text(container))\"", at: container, remedy: "put a period behind it"))
      }
      if let range = numbers.range, !numbers.hasSemicolon {
        flaws.append(PrintedFlaw("Semicolon missing after year \(date.year)", at: date.yearRange.lowerBound..<range.upperBound))
      }
      if let pages = numbers.pages, !numbers.hasColon {
        flaws.append(
          PrintedFlaw("Colon missing before pages \"\(context.text(pages))\"", at: pages, remedy: "put a colon between issue and pages"))
      }
      if !reference.endsWithPeriod, !reference.endsWithAddress {
        flaws.append(PrintedFlaw("Period missing at the end of the entry", at: reference.range.upperBound - 1..<reference.range.upperBound))
      }
      return flaws
    })
}
