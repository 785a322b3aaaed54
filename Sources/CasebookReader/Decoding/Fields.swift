internal import DataFormats
internal import Diagnostics

/// A mapping while it is read: every key that is asked for is ticked off, and what is left over is reported.
///
/// A key with nothing behind it (`license:`, `license: null`) counts as not given.
struct Fields {
  let schema: ObjectSchema
  let location: SourceLocation
  var diagnostics = [Diagnostic]()
  private let entries: [Node.Entry]
  private var isTaken: [Bool]

  private init(_ entries: [Node.Entry], at location: SourceLocation, schema: ObjectSchema) {
    self.entries = entries
    self.location = location
    self.schema = schema
    isTaken = Array(repeating: false, count: entries.count)
  }

  /// Reads a node that must be a mapping; nil, with its diagnostic, for another one.
  static func read<Value>(
    _ node: Node, as schema: ObjectSchema, _ diagnostics: inout [Diagnostic], _ body: (inout Fields) -> Value?
  ) -> Value? {
    guard let entries = node.entries else {
      diagnostics.append(.wrongType(expected: "\(schema.name)'s keys and values", node))
      return nil
    }
    var fields = Fields(entries, at: node.location, schema: schema)
    let value = body(&fields)
    fields.reportUnknownKeys()
    diagnostics += fields.diagnostics
    return value
  }

  /// A key's entry, if it has a value.
  mutating func entry(_ key: String) -> Node.Entry? {
    assert(schema.properties.contains { $0.key == key }, "\(key) is not in the schema of \(schema.name)")
    guard let index = entries.firstIndex(where: { $0.key.value == key }) else { return nil }
    isTaken[index] = true
    return entries[index].value.isNull ? nil : entries[index]
  }

  mutating func node(_ key: String) -> Node? { entry(key)?.value }

  /// Is the key there, with or without a value?
  func has(_ key: String) -> Bool { entries.contains { $0.key.value == key } }

  mutating func value<Value>(_ key: String, _ reading: Reading<Value>) -> Located<Value>? {
    node(key).flatMap { Self.scalar($0, reading, key: key, &diagnostics) }
  }

  mutating func required<Value>(_ key: String, _ reading: Reading<Value>) -> Located<Value>? {
    if let node = node(key) { return Self.scalar(node, reading, key: key, &diagnostics) }
    reportMissing(key)
    return nil
  }

  /// A text, nil when it is empty.
  mutating func text(_ key: String) -> Located<String>? { value(key, .text).flatMap { $0.value.isEmpty ? nil : $0 } }

  mutating func requiredText(_ key: String) -> Located<String>? {
    guard let text = required(key, .text) else { return nil }
    if text.value.isEmpty { reportMissing(key) }
    return text.value.isEmpty ? nil : text
  }

  mutating func list<Value>(_ key: String, _ read: (Node, inout [Diagnostic]) -> Value?) -> [Value] {
    guard let node = node(key) else { return [] }
    guard let elements = node.elements else {
      let remedy = node.text.map { "write \(key): [\($0)]" } ?? "begin each of its items with a hyphen"
      diagnostics.append(.wrongType(expected: "a list", node, key: key, remedy: remedy))
      return []
    }
    return elements.compactMap { read($0, &diagnostics) }
  }

  mutating func values<Value>(_ key: String, _ reading: Reading<Value>) -> [Located<Value>] {
    list(key) { Self.scalar($0, reading, key: key, &$1) }
  }

  /// Texts that are not empty.
  mutating func texts(_ key: String) -> [Located<String>] { values(key, .text).filter { !$0.value.isEmpty } }

  mutating func object<Value>(_ key: String, _ schema: ObjectSchema, _ body: (inout Fields) -> Value?) -> Value? {
    node(key).flatMap { Self.read($0, as: schema, &diagnostics, body) }
  }

  mutating func objects<Value>(_ key: String, _ schema: ObjectSchema, _ body: (inout Fields) -> Value?) -> [Value] {
    list(key) { Self.read($0, as: schema, &$1, body) }
  }

  mutating func reportMissing(_ key: String) {
    let place = entries.first { $0.key.value == key }?.key.location ?? location
    let name = schema.name.split(separator: " ").dropFirst().joined(separator: " ")
    diagnostics.append(
      Diagnostic(.error, "missing-value", "\(capitalized(name)) has no \"\(key)\"", at: place, remedy: "add \"\(key): …\""))
  }

  static func scalar<Value>(_ node: Node, _ reading: Reading<Value>, key: String, _ diagnostics: inout [Diagnostic]) -> Located<Value>? {
    guard case .scalar(let text, let isPlain) = node.content else {
      diagnostics.append(.wrongType(expected: reading.expected, node, key: key))
      return nil
    }
    do throws(Rejection) {
      if let value = try reading.read(text, isPlain) { return Located(value, at: node.location) }
      let isOnlyQuoted = isPlain ? false : try reading.read(text, true) != nil
      var problem = Diagnostic.wrongType(expected: reading.expected, node, key: key, remedy: isOnlyQuoted ? "remove the quotes" : nil)
      problem.rule = reading.rule
      diagnostics.append(problem)
    } catch {
      diagnostics.append(Diagnostic(.error, error.rule, error.summary, at: node.location, remedy: error.remedy))
    }
    return nil
  }

  private mutating func reportUnknownKeys() {
    for (index, entry) in entries.enumerated() where !isTaken[index] {
      if schema.keys.contains(entry.key.value) { continue }
      diagnostics.append(
        Diagnostic(
          .error, "unknown-key", "\"\(entry.key.value)\" is not a key of \(schema.name)", at: entry.key.location,
          remedy: remedy(forUnknown: entry, at: index)))
    }
  }

  private func remedy(forUnknown entry: Node.Entry, at index: Int) -> String {
    let key = entry.key.value
    if let near = nearest(to: key, in: schema.keys) { return "did you mean \"\(near)\"?" }
    let asWritten = key.replacing("_", with: "-").lowercased()
    if let known = schema.properties.first(where: { $0.key == asWritten || $0.synonyms.contains(asWritten) }) {
      return "did you mean \"\(known.key)\"?"
    }
    let follows = index > 0 && entries[index - 1].value.location.line == entry.key.location.line
    if follows, entry.value.isNull { return "put quotes round a text that has a comma in it" }
    return schema.keys.isEmpty ? "remove it" : "use one of its keys: \(schema.keys.joined(separator: ", "))"
  }
}

extension Diagnostic {
  /// `"age" takes a whole number, not "fifty"`.
  static func wrongType(expected: String, _ node: Node, key: String? = nil, remedy: String? = nil) -> Diagnostic {
    let found =
      switch node.content {
      case .scalar(let text, _): text.isEmpty ? "nothing" : "\"\(shortened(text))\""
      case .sequence: "a list"
      case .mapping: "keys and values"
      }
    let subject = key.map { "\"\($0)\" takes \(expected)" } ?? "\(capitalized(expected)) \(expected.hasSuffix("s") ? "are" : "is") expected"
    return Diagnostic(.error, "wrong-type", "\(subject), not \(found)", at: node.location, remedy: remedy)
  }
}

/// At most 40 characters of a text, for a message.
func shortened(_ text: String) -> String { text.count > 40 ? text.prefix(39) + "…" : text }

func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
