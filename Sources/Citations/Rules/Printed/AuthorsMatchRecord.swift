extension PrintedReferenceRule {
  static let authorsMatchRecord = PrintedReferenceRule(
    id: "authors-match-record", code: "R09", severity: .error,
    explanation: "Names stand in the order and spelling of the source. This is compared with a record of the source, when one is there.",
    flagged: [], accepted: [],
    check: .record { reference, record, context in
      let printed = reference.authors.names
      let known = (record.names["author"] ?? []).filter { $0.literal.isEmpty }
      guard !printed.isEmpty, !known.isEmpty, !EditorsAsAuthors.isOtherSource(reference, record) else { return [] }
      let editors = EditorsAsAuthors.editors(reference, record, context)
      let families = printed.map { $0.family.lowercased() }.filter { !editors.contains($0) }
      let expected = known.map(\.comparedFamily)
      let compared = reference.authors.etAl == nil ? expected : Array(expected.prefix(families.count))
      guard families != compared, let first = printed.first, let last = printed.last else { return [] }
      var flaws: [PrintedFlaw] = []
      if families.count > 1, families.first == expected.last || families.sorted() == compared.sorted() {
        flaws.append(PrintedFlaw("Authors are not in the order of the source", at: first.range.lowerBound..<last.range.upperBound))
      }
      for name in printed where !expected.contains(name.family.lowercased()) && !editors.contains(name.family.lowercased()) {
        flaws.append(PrintedFlaw("\"\(name.family)\" is not an author of the source as spelled here", at: name.range))
      }
      if reference.authors.etAl == nil, families.count < expected.count {
        flaws.append(
          PrintedFlaw(
            "\(expected.count - families.count) of \(expected.count) authors are missing",
            at: first.range.lowerBound..<last.range.upperBound))
      }
      if flaws.isEmpty { flaws.append(PrintedFlaw("Authors differ from the source", at: first.range.lowerBound..<last.range.upperBound)) }
      let names = known.prefix(6).map { "\($0.comparedFamily.isEmpty ? "" : $0.family)" }.joined(separator: ", ")
      flaws[0].remedy = "compare with the source: \(names)"
      return flaws
    })
}
