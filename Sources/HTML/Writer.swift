extension Node {
  /// The document as UTF-8.
  package func bytes(filling fillings: [Node] = []) -> [UInt8] {
    if slots.isEmpty { return markup }
    var out: [UInt8] = []
    write(to: &out, filling: fillings)
    return out
  }

  package func string() -> String { String(decoding: bytes(), as: UTF8.self) }

  /// Appends the document to `out`; `.slot(n)` is written as `fillings[n]`, and as nothing where there is no such filling.
  package func write(to out: inout [UInt8], filling fillings: [Node] = []) {
    var start = 0
    for slot in slots {
      out.append(contentsOf: markup[start..<slot.offset])
      start = slot.offset
      if fillings.indices.contains(slot.index) { fillings[slot.index].write(to: &out) }
    }
    out.append(contentsOf: markup[start...])
  }
}

/// Appends text with `&`, `<`, `>` and `"` escaped: good in element content and in double-quoted attributes alike.
package func escapeText(_ text: String, to out: inout [UInt8]) {
  var text = text
  text.withUTF8 { bytes in
    var start = 0
    for index in bytes.indices {
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

extension [UInt8] {
  /// Appends a text as UTF-8.
  mutating func append(text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }
}
