extension Node {
  /// The document as UTF-8.
  package func bytes(filling fillings: [Node] = []) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(markup.count)
    write(to: &out, filling: fillings)
    return out
  }

  package func string() -> String { String(decoding: bytes(), as: UTF8.self) }

  /// Appends the document to `out`; `.slot(n)` is written as `fillings[n]`, and as nothing where there is no such filling.
  package func write(to out: inout [UInt8], filling fillings: [Node] = []) {
    var rest = markup[...]
    while let mark = rest.firstIndex(of: Self.slotMark) {
      out.append(contentsOf: rest[..<mark])
      rest = rest[(mark + Self.slotLength)...]
      let index = markup[(mark + 1)..<(mark + Self.slotLength)].reduce(0) { $0 << 7 | Int($1) }
      if fillings.indices.contains(index) { fillings[index].write(to: &out) }
    }
    out.append(contentsOf: rest)
  }
}

/// Appends text with `&`, `<`, `>` and `"` escaped: good in element content and in double-quoted attributes alike.
package func escapeText(_ text: String, to out: inout [UInt8]) {
  var text = text
  text.withUTF8 { escapeText($0, to: &out) }
}

func escapeText(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
  var start = 0
  for index in text.indices where isEscaped(text[index]) {
    let entity: StaticString
    switch text[index] {
    case UInt8(ascii: "&"): entity = "&amp;"
    case UInt8(ascii: "<"): entity = "&lt;"
    case UInt8(ascii: ">"): entity = "&gt;"
    default: entity = "&quot;"
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
    entity.withUTF8Buffer { out.append(contentsOf: $0) }
    start = index + 1
  }
  out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
}

/// Whether the byte is one of the four that are escaped.
func isEscaped(_ byte: UInt8) -> Bool { byte < 64 && escaped >> UInt64(byte) & 1 == 1 }

/// A bit each for `"`, `&`, `<` and `>`.
private let escaped: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E

extension [UInt8] {
  /// Appends a text as UTF-8.
  mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}
