internal import CasebookChecker
internal import DataFormats
internal import Diagnostics

extension CheckReport {
  /// SARIF 2.1.0 (OASIS, 2020): one run, the rules that were broken with their documentation, a result for each diagnostic.
  func sarif(version: String) -> String {
    let ids = Set(diagnostics.map(\.rule)).sorted()
    let indices = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
    let driver: JSONValue = [
      "name": "Casebook", "semanticVersion": .string(version), "rules": .array(ids.map(Self.rule)),
    ]
    let run: JSONValue = [
      "tool": ["driver": driver], "columnKind": "unicodeCodePoints",
      "results": .array(diagnostics.map { Self.result($0, index: indices[$0.rule] ?? 0) }),
    ]
    let log: JSONValue = [
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json", "version": "2.1.0", "runs": [run],
    ]
    return String(decoding: log.serialized(.indented), as: UTF8.self)
  }

  /// A `reportingDescriptor` (section 3.49).
  private static func rule(_ id: String) -> JSONValue {
    guard let documentation = RuleDocumentation.of(id) else { return ["id": .string(id)] }
    var members: [JSONValue.Member] = [
      .init("id", .string(id)), .init("shortDescription", message(documentation.headline)), .init("help", message(documentation.text)),
    ]
    if !documentation.why.isEmpty { members.insert(.init("fullDescription", message(documentation.why)), at: 2) }
    if let severity = documentation.severity { members.append(.init("defaultConfiguration", ["level": .string(severity.level)])) }
    return .object(members)
  }

  /// A `result` (section 3.27).
  private static func result(_ diagnostic: Diagnostic, index: Int) -> JSONValue {
    let said = [diagnostic.summary, diagnostic.explanation, diagnostic.remedy].compactMap { $0 }
    var members: [JSONValue.Member] = [
      .init("ruleId", .string(diagnostic.rule)), .init("ruleIndex", .integer(index)), .init("level", .string(diagnostic.severity.level)),
      .init("message", message(said.joined(separator: "\n"))),
    ]
    if let place = diagnostic.location { members.append(.init("locations", [["physicalLocation": physical(place)]])) }
    let related = diagnostic.notes.compactMap { note -> JSONValue? in
      note.location.map { ["physicalLocation": physical($0), "message": message(note.text)] }
    }
    if !related.isEmpty { members.append(.init("relatedLocations", .array(related))) }
    return .object(members)
  }

  /// A `physicalLocation` (section 3.29); a region's `endColumn` is that of the character after it.
  private static func physical(_ place: SourceLocation) -> JSONValue {
    var region: [JSONValue.Member] = [.init("startLine", .integer(place.line)), .init("startColumn", .integer(place.column))]
    if place.length > 0 { region.append(.init("endColumn", .integer(place.column + place.length))) }
    return ["artifactLocation": ["uri": .string(percentEncoded(path: place.file)), "uriBaseId": "%SRCROOT%"], "region": .object(region)]
  }

  private static func message(_ text: String) -> JSONValue { ["text": .string(text)] }
}

extension Severity {
  fileprivate var level: String { self == .info ? "note" : rawValue }
}
