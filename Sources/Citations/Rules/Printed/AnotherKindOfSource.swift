extension PrintedReferenceRule {
  static let anotherKindOfSource = PrintedReferenceRule(
    id: "another-kind-of-source", code: "R18", severity: .error,
    explanation: "Title and author are those of a source of another kind. Which one is meant only the author knows.",
    flagged: [], accepted: [],
    check: .record { reference, record, context in
      guard let title = reference.title, EditorsAsAuthors.isOtherSource(reference, record) else { return [] }
      let container = record.variables["container-title-short"] ?? record.variables["container-title"] ?? record.type
      let year = record.dates["issued"]?.parts.first.map { ", \($0.year)" } ?? ""
      let found = record.printedKind == .article ? "an article in \(container)\(year)" : "a web page"
      return [PrintedFlaw("Entry looks like another source, \(found)", at: title, remedy: "ask the author which source was read")]
    })
}
