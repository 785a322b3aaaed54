/// Appends text with `&`, `<`, `>` and `"` escaped: good in element content and in double-quoted attributes alike.
///
///     appendEscaped(Array("a < b".utf8), to: &out)   // a &lt; b
func appendEscaped(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
  var start = 0
  for (index, byte) in text.enumerated() {
    let entity: StaticString
    switch byte {
    case UInt8(ascii: "&"): entity = "&amp;"
    case UInt8(ascii: "<"): entity = "&lt;"
    case UInt8(ascii: ">"): entity = "&gt;"
    case UInt8(ascii: "\""): entity = "&quot;"
    default: continue
    }
    out.append(contentsOf: text[start..<index])
    entity.withUTF8Buffer { out.append(contentsOf: $0) }
    start = index + 1
  }
  out.append(contentsOf: text[start...])
}
