extension Reference {
  /// The reference with the variables that its note gives in lines such as `original-date: 1911-05` or `editor: Doe || John`.
  ///
  /// Zotero and others keep what they have no field for in this form. Lines after the first that is none are a note; what the reference
  /// has already stays, except the type.
  var readingNoteFields: Reference {
    guard let note = variables["note"], note.utf8.contains(UInt8(ascii: ":")) else { return self }
    var result = self
    let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
    var count = 0
    var names: [String: [Name]] = [:]
    for line in lines {
      guard let (key, value) = Self.field(line) else { break }
      count += 1
      if key == "type" {
        result.type = value
      } else if CSLVariables.names.contains(key) {
        names[key, default: []].append(Self.name(value))
      } else if CSLVariables.dates.contains(key) {
        if result.dates[key] == nil { result.dates[key] = DateText.read(value) }
      } else if result.variables[key] == nil {
        result.variables[key] = value
      }
    }
    guard count > 0 else { return self }
    for (key, list) in names where result.names[key] == nil { result.names[key] = list }
    let rest = lines.dropFirst(count).joined(separator: "\n")
    result.variables["note"] = rest.isEmpty ? nil : rest
    return result
  }

  /// `container-title: The Lancet`, with a key that is a variable of CSL.
  private static func field(_ line: Substring) -> (key: String, value: String)? {
    guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let key = String(line[..<colon])
    let value = line[line.utf8.index(after: colon)...].trimmed
    guard !value.isEmpty, key == "type" || CSLVariables.all.contains(key) else { return nil }
    return (key, value)
  }

  private static func name(_ text: String) -> Name {
    guard let bar = text.unicodeScalars.firstIndex(of: "|") else { return Name(literal: text) }
    let given = text[bar...].drop { $0 == "|" }
    return Name(family: text[..<bar].trimmed, given: given.trimmed)
  }
}

/// The variables of CSL 1.0.2.
enum CSLVariables {
  static let names: Set<String> = [
    "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director", "editor",
    "editorial-director", "editortranslator", "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer",
    "original-author", "performer", "producer", "recipient", "reviewed-author", "script-writer", "series-creator", "translator",
  ]
  static let dates: Set<String> = ["accessed", "available-date", "event-date", "issued", "original-date", "submitted"]
  static let all: Set<String> = names.union(dates).union([
    "DOI", "ISBN", "ISSN", "PMCID", "PMID", "URL", "abstract", "annote", "archive", "archive-place", "archive_collection",
    "archive_location",
    "authority", "call-number", "chapter-number", "citation-key", "citation-label", "collection-number", "collection-title",
    "collection-title-short", "container-title", "container-title-short", "dimensions", "division", "edition", "event", "event-place",
    "event-title", "genre", "issue", "jurisdiction", "keyword", "language", "license", "medium", "number", "number-of-pages",
    "number-of-volumes", "original-publisher", "original-publisher-place", "original-title", "page", "page-first", "part-number",
    "part-title",
    "printing-number", "publisher", "publisher-place", "references", "reviewed-genre", "reviewed-title", "scale", "section", "source",
    "status",
    "supplement-number", "title", "title-short", "version", "volume", "volume-title", "volume-title-short",
  ])
}
