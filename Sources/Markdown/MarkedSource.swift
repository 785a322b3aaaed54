/// A text as libcmark gets it: LF line ends, no NUL, and marks where libcmark would lose what the extensions need.
///
/// The mark `Mark.literal` (U+12470) stands before each escape and character reference, so that `\@` reads "mark, @" in libcmark's text and the
/// `@` is known to be no citation. `Mark.note` (U+12471) stands before each `[^`, so that `[^1]: note` never is a link reference
/// definition. Both are punctuation, as the `\`, `&` and `[` after them, and so change no emphasis. Where the text itself holds one of them,
/// a `Mark.literal` stands before it. Nothing need be known of code: there, marks are dropped (`unmarked`) and the text is as it was.
struct MarkedSource {
  private(set) var bytes: [UInt8]
  /// The offset of each line's first byte.
  private(set) var lineStarts: [Int] = [0]
  /// There may be footnote definitions.
  private(set) var hasNotes = false

  /// Takes bytes that are marked already.
  init(marked bytes: [UInt8]) {
    self.bytes = bytes
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { lineStarts.append(index + 1) }
  }

  init(_ text: UnsafeBufferPointer<UInt8>, marks: Bool) {
    bytes = []
    bytes.reserveCapacity(text.count + text.count / 16 + 64)
    var index = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var start = index
    while index < text.count {
      let byte = text[index]
      guard isSpecial(byte) else {
        index += 1
        continue
      }
      let next = index + 1 < text.count ? text[index + 1] : 0
      switch byte {
      case UInt8(ascii: "\n"):
        bytes.append(contentsOf: text[start...index])
        lineStarts.append(bytes.count)
        start = index + 1
      case UInt8(ascii: "\r"):
        bytes.append(contentsOf: text[start..<index])
        if next != UInt8(ascii: "\n") {
          bytes.append(UInt8(ascii: "\n"))
          lineStarts.append(bytes.count)
        }
        start = index + 1
      case 0:
        bytes.append(contentsOf: text[start..<index])
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
        start = index + 1
      default:
        guard marks else { break }
        let mark = Mark.needed(before: index, in: text)
        if let kind = mark.kind {
          bytes.append(contentsOf: text[start..<index])
          bytes.append(contentsOf: [0xF0, 0x92, 0x91, kind.rawValue])
          start = index
          if kind == .note { hasNotes = true }
        }
        index += mark.length - 1
      }
      index += 1
    }
    bytes.append(contentsOf: text[start...])
  }

  /// The offsets of a line without its end; `line` counts from 1, and lines beyond the last are empty.
  func line(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    return start..<(line < lineStarts.count ? lineStarts[line] - 1 : bytes.count)
  }
}

private func isSpecial(_ byte: UInt8) -> Bool {
  switch byte {
  case 0, UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "["), 0xF0: true
  default: false
  }
}

/// The last byte of the code points U+12470 and U+12471 (`F0 92 91 B0`, `F0 92 91 B1`).
enum Mark: UInt8 {
  /// The next character is not special.
  case literal = 0xB0
  /// `[^` follows.
  case note = 0xB1

  /// The mark that is needed before an offset, and the number of bytes that then need no look.
  fileprivate static func needed(before index: Int, in text: UnsafeBufferPointer<UInt8>) -> (kind: Mark?, length: Int) {
    let next = index + 1 < text.count ? text[index + 1] : 0
    switch text[index] {
    case UInt8(ascii: "\\"):
      if "@~^[]{};".utf8.contains(next) { return (.literal, 2) }
      return (nil, isASCIIPunctuation(next) ? 2 : 1)
    case UInt8(ascii: "&"):
      return (isReference(text[(index + 1)...]) ? .literal : nil, 1)
    case UInt8(ascii: "["):
      let isImage = index > 0 && text[index - 1] == UInt8(ascii: "!")
      return (next == UInt8(ascii: "^") && !isImage ? .note : nil, 1)
    default:
      return Mark(in: text, at: index) == nil ? (nil, 1) : (.literal, 4)
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
    if mark == .literal, Mark(in: text, at: index) != nil {
      out.append(contentsOf: text[index..<(index + 4)])
      index += 4
    }
  }
  return String(decoding: out, as: UTF8.self)
}
