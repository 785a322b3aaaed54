internal import DataFormats
internal import Diagnostics

/// CSL-JSON and CSL-YAML, as nodes.
enum CSLData {
  /// The items of a list, of a `references:` or `items:` list, or one item alone.
  static func read(_ node: Node, _ diagnostics: inout [Diagnostic]) -> [Reference] {
    let list = node["references"] ?? node["items"] ?? node
    let items = list.elements ?? [list]
    var references: [Reference] = []
    references.reserveCapacity(items.count)
    for item in items where !item.isNull {
      guard let entries = item.entries else {
        diagnostics.append(Diagnostic(.error, "csl-data", "Reference is not a mapping of names to values", at: item.location))
        continue
      }
      if let reference = reference(entries, at: item.location, &diagnostics) { references.append(reference) }
    }
    return references
  }

  private static func reference(_ entries: [Node.Entry], at location: SourceLocation, _ diagnostics: inout [Diagnostic]) -> Reference? {
    var reference = Reference(id: "", type: "", location: location)
    reference.variables.reserveCapacity(entries.count)
    for entry in entries {
      let key = entry.key.value
      let value = entry.value
      if value.isNull { continue }
      if key == "id" || key == "type", let text = value.text {
        if key == "id" { reference.id = text } else { reference.type = text }
      } else if let elements = value.elements, nameVariables.contains(key) {
        reference.names[key] = elements.compactMap { name($0, &diagnostics) }
      } else if dateVariables.contains(key) {
        reference.dates[key] = CSLDate.read(value, &diagnostics)
      } else if let text = value.text, !nameVariables.contains(key) {
        reference.variables[key] = text
      } else if let list = words(value), listVariables.contains(key) {
        reference.variables[key] = list
      } else if key != "custom" {
        diagnostics.append(Diagnostic(.warning, "csl-data", "\"\(key)\" has a value of the wrong kind: it is left out", at: value.location))
      }
    }
    return checked(reference, &diagnostics)
  }

  /// A reference without a key cannot be cited; without a type it is a document.
  private static func checked(_ reference: Reference, _ diagnostics: inout [Diagnostic]) -> Reference? {
    guard !reference.id.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .error, "csl-data", "Reference has no \"id\"", at: reference.location, remedy: "add an id, which is the key to cite it by"))
      return nil
    }
    guard reference.type.isEmpty else { return reference }
    diagnostics.append(
      Diagnostic(
        .warning, "csl-data", "Reference \"\(reference.id)\" has no \"type\"", at: reference.location,
        remedy: "add a type, such as article-journal"))
    var reference = reference
    reference.type = "document"
    return reference
  }

  private static func words(_ node: Node) -> String? {
    guard let elements = node.elements else { return nil }
    let words = elements.compactMap(\.text)
    return words.count == elements.count ? words.joined(separator: ", ") : nil
  }

  private static func name(_ node: Node, _ diagnostics: inout [Diagnostic]) -> Name? {
    if let text = node.text, !node.isNull { return Name(literal: text) }
    guard let entries = node.entries else {
      diagnostics.append(Diagnostic(.warning, "csl-data", "Name is not a mapping with \"family\" and \"given\"", at: node.location))
      return nil
    }
    var name = Name()
    for entry in entries {
      guard let text = entry.value.text, !entry.value.isNull else { continue }
      switch entry.key.value {
      case "family": name.family = text
      case "given": name.given = text
      case "dropping-particle": name.droppingParticle = text
      case "non-dropping-particle": name.nonDroppingParticle = text
      case "suffix": name.suffix = text
      case "literal", "name": name.literal = text
      case "comma-suffix": name.commaSuffix = isTrue(text)
      case "static-ordering": name.staticOrdering = isTrue(text)
      case "parse-names": name.parseNames = isTrue(text)
      default: break
      }
    }
    return name
  }

  /// CSL-JSON writes truth as `true`, 1 or "1".
  static func isTrue(_ text: String) -> Bool { text == "true" || text == "1" }

  static let nameVariables: Set<String> = [
    "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director", "editor",
    "editorial-director", "editor-translator", "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator", "organizer",
    "original-author", "performer", "producer", "recipient", "reviewed-author", "script-writer", "series-creator", "translator",
  ]

  static let dateVariables: Set<String> = ["accessed", "available-date", "event-date", "issued", "original-date", "submitted"]

  private static let listVariables: Set<String> = ["categories", "keyword", "ISSN", "ISBN"]
}
