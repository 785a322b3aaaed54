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
  /// The lines on which something became text because there was too much of it, each limit once.
  private(set) var exceeded: [(limit: Limits.Kind, line: Int)] = []

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
    var limits = Limits()
    if marks { mark(limits.begin(text, lineAt: index), in: text, &start, &index) }
    while index < text.count {
      let byte = text[index]
      guard isSpecial(byte) else {
        index += 1
        continue
      }
      switch byte {
      case 0:
        bytes.append(contentsOf: text[start..<index])
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
        index += 1
        start = index
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        bytes.append(contentsOf: text[start..<index])
        bytes.append(UInt8(ascii: "\n"))
        lineStarts.append(bytes.count)
        index += byte == UInt8(ascii: "\r") && index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n") ? 2 : 1
        start = index
        if marks { mark(limits.begin(text, lineAt: index), in: text, &start, &index) }
      default:
        guard marks else {
          index += 1
          break
        }
        let found = Mark.needed(before: index, in: text, &limits)
        mark(found, in: text, &start, &index)
      }
    }
    bytes.append(contentsOf: text[start...])
  }

  /// Sets a mark and goes on behind what needs no further look.
  private mutating func mark(_ place: Mark.Place?, in text: UnsafeBufferPointer<UInt8>, _ start: inout Int, _ index: inout Int) {
    guard let place else { return }
    index = place.offset
    if let mark = place.mark {
      bytes.append(contentsOf: text[start..<index])
      bytes.append(contentsOf: [0xF0, 0x92, 0x91, mark.rawValue])
      if mark == .backslash { bytes.append(UInt8(ascii: "\\")) }
      start = index
      if mark == .note { hasNotes = true }
    }
    if let limit = place.limit, !exceeded.contains(where: { $0.limit == limit }) { exceeded.append((limit, lineStarts.count)) }
    index += place.length
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
  case UInt8(ascii: "!"), UInt8(ascii: "*"), UInt8(ascii: "_"): true
  default: false
  }
}
