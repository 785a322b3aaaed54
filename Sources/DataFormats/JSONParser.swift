internal import Diagnostics

/// A recursive descent, bounded by `JSON.maximumDepth`.
struct JSONParser {
  var cursor: JSONCursor
  var diagnostics = [Diagnostic]()

  /// Stops the parse; its diagnostic is already in `diagnostics`.
  struct Stop: Error {}

  mutating func document() -> Node? {
    do {
      let node = try value(depth: 0)
      cursor.skipBlanks()
      if cursor.byte != nil { throw stop("Text follows the end of the JSON value", remedy: "remove it, or put the values into one array") }
      return node
    } catch {
      return nil
    }
  }

  private mutating func value(depth: Int) throws(Stop) -> Node {
    cursor.skipBlanks()
    let start = cursor.location()
    switch cursor.byte {
    case UInt8(ascii: "{"): return Node(.mapping(try object(depth: depth + 1)), at: start)
    case UInt8(ascii: "["): return Node(.sequence(try array(depth: depth + 1)), at: start)
    case UInt8(ascii: "\""):
      let text = try string()
      return Node(.scalar(text, isPlain: false), at: cursor.location(from: start))
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      let text = try number()
      return Node(.scalar(text, isPlain: true), at: cursor.location(from: start))
    case UInt8(ascii: "t"): return try word("true", at: start)
    case UInt8(ascii: "f"): return try word("false", at: start)
    case UInt8(ascii: "n"): return try word("null", at: start)
    case nil: throw stop(cursor.bytes.isEmpty ? "File is empty" : "JSON ends before its value is complete")
    default: throw stop("\(shown()) is not the start of a JSON value")
    }
  }

  private mutating func object(depth: Int) throws(Stop) -> [Node.Entry] {
    try enter(depth)
    var entries = [Node.Entry]()
    var keys = KeyIndex()
    cursor.skipBlanks()
    if cursor.byte == UInt8(ascii: "}") { return leave(entries) }
    entries.reserveCapacity(8)
    while true {
      cursor.skipBlanks()
      guard cursor.byte == UInt8(ascii: "\"") else { throw stop("\(shown()) stands where a key in double quotes is expected") }
      let start = cursor.location()
      let key = try string()
      let located = Located(key, at: cursor.location(from: start))
      cursor.skipBlanks()
      guard cursor.byte == UInt8(ascii: ":") else { throw stop("Key \"\(key)\" is not followed by a colon") }
      cursor.offset += 1
      let entry = Node.Entry(key: located, value: try value(depth: depth))
      if let first = keys.insert(key, in: entries) {
        diagnostics.append(.duplicateKey(located, first: entries[first].key.location))
      } else {
        entries.append(entry)
      }
      if try endsCollection(with: UInt8(ascii: "}"), "object") { return leave(entries) }
    }
  }

  private mutating func array(depth: Int) throws(Stop) -> [Node] {
    try enter(depth)
    var elements = [Node]()
    cursor.skipBlanks()
    if cursor.byte == UInt8(ascii: "]") { return leave(elements) }
    while true {
      elements.append(try value(depth: depth))
      if try endsCollection(with: UInt8(ascii: "]"), "array") { return leave(elements) }
    }
  }

  private mutating func enter(_ depth: Int) throws(Stop) {
    guard depth <= JSON.maximumDepth else {
      throw stop("Values are nested more than \(JSON.maximumDepth) levels deep", rule: "nested-too-deeply")
    }
    cursor.offset += 1
  }

  private mutating func leave<Value>(_ value: Value) -> Value {
    cursor.offset += 1
    return value
  }

  /// Passes a comma, or says that the collection ends here.
  private mutating func endsCollection(with end: UInt8, _ name: String) throws(Stop) -> Bool {
    cursor.skipBlanks()
    if cursor.byte == end { return true }
    guard cursor.byte == UInt8(ascii: ",") else { throw stop("\(shown()) stands where the \(name)'s comma or end is expected") }
    cursor.offset += 1
    cursor.skipBlanks()
    if cursor.byte == end { throw stop("A comma stands before the end of the \(name)", remedy: "remove the comma") }
    return false
  }

  private mutating func word(_ word: StaticString, at start: SourceLocation) throws(Stop) -> Node {
    let end = cursor.offset + word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { end <= cursor.bytes.count && $0.elementsEqual(cursor.bytes[cursor.offset..<end]) }
    guard matches else { throw stop("\(shown()) is not the start of a JSON value", remedy: "put text into double quotes") }
    cursor.offset = end
    return Node(.scalar(word.description, isPlain: true), at: cursor.location(from: start))
  }

  /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
  private mutating func number() throws(Stop) -> String {
    let start = cursor.offset
    if cursor.byte == UInt8(ascii: "-") { cursor.offset += 1 }
    let hasLeadingZero = cursor.byte == UInt8(ascii: "0")
    let whole = skipDigits()
    if whole == 0 || (hasLeadingZero && whole > 1) {
      throw stop("Number is not written as JSON wants it", remedy: "put it into double quotes")
    }
    if cursor.byte == UInt8(ascii: ".") {
      cursor.offset += 1
      if skipDigits() == 0 { throw stop("Number has no digit after its point") }
    }
    if cursor.byte == UInt8(ascii: "e") || cursor.byte == UInt8(ascii: "E") {
      cursor.offset += 1
      if cursor.byte == UInt8(ascii: "+") || cursor.byte == UInt8(ascii: "-") { cursor.offset += 1 }
      if skipDigits() == 0 { throw stop("Number has no digit in its exponent") }
    }
    return String(decoding: cursor.bytes[start..<cursor.offset], as: UTF8.self)
  }

  private mutating func skipDigits() -> Int {
    let start = cursor.offset
    while let byte = cursor.byte, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { cursor.offset += 1 }
    return cursor.offset - start
  }

  /// The character at the cursor, for a message.
  private func shown() -> String {
    guard cursor.offset < cursor.bytes.count else { return "The end of the file" }
    let text = String(decoding: cursor.bytes[cursor.offset..<min(cursor.offset + 16, cursor.bytes.count)], as: UTF8.self)
    return text.first.map { "\"\($0)\"" } ?? "Nothing"
  }

  mutating func stop(_ summary: String, rule: String = "invalid-json", remedy: String? = nil) -> Stop {
    diagnostics.append(Diagnostic(.error, rule, summary, at: cursor.location(), remedy: remedy))
    return Stop()
  }
}
