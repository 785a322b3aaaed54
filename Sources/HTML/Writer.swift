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
  text.withUTF8 { bytes in
    var start = 0
    // All four lie below 64, where one bit each says which they are.
    for index in bytes.indices where bytes[index] < 64 && escaped >> UInt64(bytes[index]) & 1 == 1 {
      let entity: StaticString
      switch bytes[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      default: continue
      }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      entity.withUTF8Buffer { out.append(contentsOf: $0) }
      start = index + 1
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }
}

/// A bit each for `"`, `&`, `<` and `>`.
private let escaped: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E

extension [UInt8] {
  /// Appends a text as UTF-8.
  mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}
