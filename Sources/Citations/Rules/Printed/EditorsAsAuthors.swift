extension PrintedReferenceRule {
  static let editorsAsAuthors = PrintedReferenceRule(
    id: "editors-as-authors", code: "R10", severity: .warning,
    explanation: "Only those under \"Author\" are authors of an UpToDate topic; section editors and deputy editors are its editors.",
    flagged: [], accepted: [],
    check: .record { reference, record, context in
      let editors = EditorsAsAuthors.editors(reference, record, context)
      let names = reference.authors.names.filter { editors.contains($0.family.lowercased()) }
      guard let first = names.first, let last = names.last else { return [] }
      let text = names.map { "\($0.family) \($0.initials)" }.joined(separator: ", ")
      return [
        PrintedFlaw(
          "Editors of UpToDate are given as authors: \(text)", at: first.range.lowerBound..<last.range.upperBound, remedy: "leave them out")
      ]
    })
}

enum EditorsAsAuthors {
  /// Surnames of those who edit the topic, or any topic that is on record when the entry names no other source than UpToDate.
  static func editors(_ reference: PrintedReference, _ record: Reference, _ context: PrintedReferenceContext) -> Set<String> {
    let isUpToDate = reference.url.map { context.text($0).lowercased().contains("uptodate") } ?? false
    guard isUpToDate || record.isUpToDateTopic else { return [] }
    let topics = context.records.filter(\.isUpToDateTopic) + (record.isUpToDateTopic ? [record] : [])
    let authors = Set((record.names["author"] ?? []).map(\.comparedFamily))
    return Set(topics.flatMap { $0.names["editor"] ?? [] }.map(\.comparedFamily)).subtracting(authors)
  }

  /// Is the record an article where the entry is a page, or the other way round?
  static func isOtherSource(_ reference: PrintedReference, _ record: Reference) -> Bool {
    let kinds: [PrintedReference.Kind] = [reference.kind, record.printedKind]
    return kinds == [.web, .article] || kinds == [.article, .web]
  }
}
