/// Text without CSL's tags.
enum PlainText {
  ///     withoutTags("<i>S. aureus</i> in 5 < 6")  // "S. aureus in 5 < 6"
  static func withoutTags(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 < 0x20 }) else { return text }
    var out: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.first {
      if byte == UInt8(ascii: "<"), tags.contains(where: { rest.starts(with: $0) }),
        let end = rest.prefix(80).firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        out.append(byte < 0x20 ? .space : byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static let tags = ["<i>", "</i>", "<b>", "</b>", "<sup>", "</sup>", "<sub>", "</sub>", "<span ", "</span>"].map { Array($0.utf8) }
}
