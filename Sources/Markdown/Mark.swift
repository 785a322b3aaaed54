/// The last byte of the code points U+12470 to U+12472 (`F0 92 91 B0` to `F0 92 91 B2`).
enum Mark: UInt8 {
  /// The next character is not special.
  case literal = 0xB0
  /// `[^` follows.
  case note = 0xB1
  /// A backslash follows that the author did not write: the character after it is not special.
  case backslash = 0xB2

  /// Where a mark stands, if one is needed, and the number of bytes behind it that need no further look.
  struct Place {
    var offset: Int
    var mark: Mark?
    var length = 1
    var limit: Limits.Kind?
  }

  /// The mark that is needed before a special character.
  static func needed(before index: Int, in text: UnsafeBufferPointer<UInt8>, _ limits: inout Limits) -> Place {
    let next = index + 1 < text.count ? text[index + 1] : 0
    switch text[index] {
    case UInt8(ascii: "\\"):
      if "@~^[]{};".utf8.contains(next) { return Place(offset: index, mark: .literal, length: 2) }
      return Place(offset: index, length: isASCIIPunctuation(next) ? 2 : 1)
    case UInt8(ascii: "&"):
      return Place(offset: index, mark: isReference(text[(index + 1)...]) ? .literal : nil)
    case UInt8(ascii: "["):
      return Place(offset: index, mark: next == UInt8(ascii: "^") ? .note : nil)
    case UInt8(ascii: "!"):
      guard next == UInt8(ascii: "[") else { return Place(offset: index) }
      if limits.count(.images) { return Place(offset: index + 1, mark: .backslash, length: 1, limit: .images) }
      return Place(offset: index, length: 2)
    case UInt8(ascii: "*"), UInt8(ascii: "_"):
      let isTooMuch = limits.count(.emphasis)
      return Place(offset: index, mark: isTooMuch ? .backslash : nil, limit: isTooMuch ? .emphasis : nil)
    default:
      return Mark(in: text, at: index) == nil ? Place(offset: index) : Place(offset: index, mark: .literal, length: 4)
    }
  }

  /// The mark whose code point begins at an offset.
  init?(in text: UnsafeBufferPointer<UInt8>, at index: Int) {
    guard index + 3 < text.count, text[index] == 0xF0, text[index + 1] == 0x92, text[index + 2] == 0x91 else { return nil }
    self.init(rawValue: text[index + 3])
  }
}

/// Whether a text after `&` may be the rest of a character reference: `#64;`, `commat;`.
private func isReference(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  for (count, byte) in text.prefix(40).enumerated() {
    if byte == UInt8(ascii: ";") { return count > 0 }
    guard isASCIILetterOrDigit(byte) || (count == 0 && byte == UInt8(ascii: "#")) else { return false }
  }
  return false
}

/// The text without marks.
func unmarked(_ text: UnsafeBufferPointer<UInt8>) -> String {
  guard text.contains(0xF0) else { return String(decoding: text, as: UTF8.self) }
  var out: [UInt8] = []
  out.reserveCapacity(text.count)
  var index = 0
  while index < text.count {
    guard let mark = Mark(in: text, at: index) else {
      out.append(text[index])
      index += 1
      continue
    }
    index += 4
    if mark == .backslash, index < text.count, text[index] == UInt8(ascii: "\\") { index += 1 }
    if mark == .literal, Mark(in: text, at: index) != nil {
      out.append(contentsOf: text[index..<(index + 4)])
      index += 4
    }
  }
  return String(decoding: out, as: UTF8.self)
}
