extension Node {
  /// The document as UTF-8, with void elements written the HTML way: `<br>`.
  package func bytes(filling slots: [Node] = []) -> [UInt8] {
    var out: [UInt8] = []
    write(to: &out, filling: slots)
    return out
  }

  package func string() -> String { String(decoding: bytes(), as: UTF8.self) }

  /// Appends the document to `out`; `.slot(n)` is written as `slots[n]`, and as nothing where there is no such slot.
  package func write(to out: inout [UInt8], filling slots: [Node] = []) {
    switch self {
    case .slot(let index):
      if slots.indices.contains(index) { slots[index].write(to: &out) }
    case .text(let text): escapeText(text, to: &out)
    case .raw(let markup): out.append(contentsOf: markup.utf8)
    case .fragment(let children):
      for child in children { child.write(to: &out, filling: slots) }
    case .element(let name, let attributes, let children):
      out.append(UInt8(ascii: "<"))
      out.append(contentsOf: name.utf8)
      for attribute in attributes { attribute.write(to: &out) }
      out.append(UInt8(ascii: ">"))
      if children.isEmpty, voidElements.contains(name) { return }
      for child in children { child.write(to: &out, filling: slots) }
      out.append(contentsOf: "</".utf8)
      out.append(contentsOf: name.utf8)
      out.append(UInt8(ascii: ">"))
    }
  }
}

extension Attribute {
  fileprivate func write(to out: inout [UInt8]) {
    out.append(UInt8(ascii: " "))
    out.append(contentsOf: name.utf8)
    guard let value else { return }
    out.append(contentsOf: "=\"".utf8)
    escapeText(value, to: &out)
    out.append(UInt8(ascii: "\""))
  }
}

/// HTML's elements that have no end tag.
private let voidElements: Set<String> = [
  "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
]

/// Appends text with `&`, `<`, `>` and `"` escaped: good in element content and in double-quoted attributes alike.
package func escapeText(_ text: String, to out: inout [UInt8]) {
  var text = text
  text.withUTF8 { bytes in
    var start = 0
    for (index, byte) in bytes.enumerated() {
      let entity: StaticString
      switch byte {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      default: continue
      }
      out.append(contentsOf: bytes[start..<index])
      entity.withUTF8Buffer { out.append(contentsOf: $0) }
      start = index + 1
    }
    out.append(contentsOf: bytes[start...])
  }
}
