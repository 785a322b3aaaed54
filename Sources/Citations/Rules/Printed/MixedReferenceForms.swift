extension PrintedReferenceRule {
  static let mixedReferenceForms = PrintedReferenceRule(
    id: "mixed-reference-forms", code: "R17", severity: .warning,
    explanation: "A list keeps to one form throughout: of names, of dates, of capitals, of the mark at the end.",
    flagged: [
      "1. Doe, J. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x\n2. Roe R. Hands. Lancet. 2001;28(7):1-6. doi:10.1/x",
      "1. Doe J. Feet. Lancet. Apr 2001;28(7):1-6. doi:10.1/x\n2. Roe R. Hands. Lancet. 2001;28(7):1-6. doi:10.1/x",
      "1. Doe J. Feet. Lancet. 2001;28(7):1-6\n2. Roe R. Hands. Lancet. 2001;28(7):1-6.",
    ],
    accepted: [
      "1. Doe J. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x\n2. Roe R. Hands. Lancet. 2001;28(7):1-6.",
      "1. Doe J. Feet. Site of Feet. Updated July 2018. Accessed May 3, 2019. https://example.org/feet\n2. Roe R. Hands. Lancet. 2001;28(7):1-6.",
    ],
    check: .list { context in
      let references = context.list.references
      let articles = references.filter { $0.kind == .article }
      let commas = Set(references.flatMap(\.authors.names).map { $0.comma != nil })
      let dates = Set(articles.compactMap(\.date).map { $0.month == nil ? 0 : $0.isMonthFirst ? 1 : 2 })
      let cases = Set(references.filter { $0.kind != .book }.compactMap { $0.title.flatMap { TitleCapitals(context.text($0)) } })
      let ends = Set(articles.filter { !$0.endsWithAddress }.map(\.endsWithPeriod))
      let mixed = [("names", commas.count), ("dates", dates.count), ("title case", cases.count), ("final period", ends.count)]
        .filter { $0.1 > 1 }.map(\.0)
      guard !mixed.isEmpty, let first = references.first else { return [] }
      return [
        PrintedFlaw(
          "Reference list mixes forms of \(mixed.joined(separator: ", "))", at: first.range.lowerBound..<first.range.lowerBound,
          remedy: "bring all entries into one form")
      ]
    })
}
