/// A value to be written as JSON; objects keep the order of their members.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number's own digits, "0.45": no floating point between the value and the file.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Hashable, Sendable {
    package var key: String
    package var value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral members: (String, JSONValue)...) { self = .object(members.map { Member($0, $1) }) }
}

extension JSONValue {
  /// How the text is laid out, and what is escaped beyond what JSON demands.
  package struct Style: Hashable, Sendable {
    /// One member a line, indented by two spaces; else no blank at all.
    package var isIndented: Bool
    /// Writes `<`, `>` and `&` as `\u003c` …, so that the text can stand in a page's script element.
    package var isSafeInHTML: Bool

    package init(isIndented: Bool = false, isSafeInHTML: Bool = false) {
      self.isIndented = isIndented
      self.isSafeInHTML = isSafeInHTML
    }

    package static let compact = Style()
    package static let indented = Style(isIndented: true)
  }

  /// The value as JSON text in UTF-8, the same bytes for the same value.
  ///
  ///     JSONValue.object([.init("a", [1, "x"])]).serialized()  // {"a":[1,"x"]}
  package func serialized(_ style: Style = .compact) -> [UInt8] {
    var writer = JSONWriter(style: style)
    writer.write(self, level: 0)
    if style.isIndented { writer.output.append(newline) }
    return writer.output
  }
}

private struct JSONWriter {
  let style: JSONValue.Style
  var output = [UInt8]()

  mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: output += "null".utf8
    case .bool(let value): output += (value ? "true" : "false").utf8
    case .integer(let value): output += String(value).utf8
    case .number(let digits): output += digits.utf8
    case .string(let text): write(text)
    case .array(let elements):
      list(UInt8(ascii: "["), elements, UInt8(ascii: "]"), level: level) { $0.write($1, level: level + 1) }
    case .object(let members):
      list(UInt8(ascii: "{"), members, UInt8(ascii: "}"), level: level) { writer, member in
        writer.write(member.key)
        writer.output.append(UInt8(ascii: ":"))
        if writer.style.isIndented { writer.output.append(space) }
        writer.write(member.value, level: level + 1)
      }
    }
  }

  private mutating func list<Item>(
    _ open: UInt8, _ items: [Item], _ close: UInt8, level: Int, each write: (inout JSONWriter, Item) -> Void
  ) {
    output.append(open)
    for (index, item) in items.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      breakLine(level + 1)
      write(&self, item)
    }
    if !items.isEmpty { breakLine(level) }
    output.append(close)
  }

  private mutating func breakLine(_ level: Int) {
    guard style.isIndented else { return }
    output.append(newline)
    output.append(contentsOf: repeatElement(space, count: 2 * level))
  }

  private mutating func write(_ text: String) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case newline: output += "\\n".utf8
      case carriageReturn: output += "\\r".utf8
      case tab: output += "\\t".utf8
      case ..<0x20, 0x7F: escape(byte)
      case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
        if style.isSafeInHTML { escape(byte) } else { output.append(byte) }
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    let digits = String(byte, radix: 16)
    output += "\\u00\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8
  }
}
