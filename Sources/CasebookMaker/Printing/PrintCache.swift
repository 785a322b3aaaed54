internal import CasebookModel
internal import DataFormats
internal import Files
internal import Hashing

/// Printed pages under keys of what they were printed from, so that a poster that is as it was is not printed again.
///
/// An entry is one line, `casebook-print 1 <fingerprint of the rest> <length of the facts>`, then the facts as JSON, then the bytes. What
/// does not agree with its fingerprint counts as absent. What a person's print shop needs is not here: this may be deleted at any time.
struct PrintCache: Sendable {
  let folder: WritableFolder

  struct Entry {
    var bytes: [UInt8]
    var fit: FitReport?
    var sheet: PrintFact.Sheet?
    var refused: [String]
  }

  private static let headerLength = 72

  func entry(_ key: ContentHash) -> Entry? {
    guard let file = try? folder.read(name(key), limit: PrintLimits.bytes), file.count > Self.headerLength else { return nil }  // printed
    let fields = String(decoding: file[..<(Self.headerLength - 1)], as: UTF8.self).split(separator: " ")
    let rest = file[Self.headerLength...]
    guard fields.count == 4, fields[0] == "casebook-print", fields[1] == "1", let length = Int(fields[3]), length >= 0,
      length <= rest.count, rest.withUnsafeBytes({ ContentHash(of: $0) }) == ContentHash(hexadecimal: fields[2]),
      let facts = JSON.parse(Array(rest.prefix(length)), file: "cache").node
    else { return nil }
    func measure(_ key: String) -> Double? { facts[key]?.text.flatMap { Double($0) } }
    let sheet = measure("width").flatMap { width in measure("height").map { PrintFact.Sheet(width: width, height: $0) } }.flatMap {
      $0.width > 0 ? $0 : nil
    }
    return Entry(
      bytes: Array(rest.dropFirst(length)), fit: facts["fit"].flatMap { FitReport($0) }, sheet: sheet,
      refused: facts["refused"]?.elements?.compactMap(\.text) ?? [])
  }

  /// A cache that cannot be written costs time only.
  func store(_ entry: Entry, _ key: ContentHash) {
    let facts = JSONValue.object([
      .init("fit", entry.fit?.json ?? .null), .init("width", .number("\(entry.sheet?.width ?? 0)")),
      .init("height", .number("\(entry.sheet?.height ?? 0)")), .init("refused", .array(entry.refused.map { .string($0) })),
    ]).serialized()
    let rest = facts + entry.bytes
    let fields = "casebook-print 1 \(ContentHash(of: rest)) \(facts.count)"
    let header = fields + String(repeating: " ", count: max(0, Self.headerLength - 1 - fields.utf8.count)) + "\n"
    try? folder.replace(name(key), with: Array(header.utf8) + rest)  // as above
  }

  private func name(_ key: ContentHash) -> String {
    let digits = key.description
    return "prints/\(digits.prefix(2))/\(digits)"
  }
}
