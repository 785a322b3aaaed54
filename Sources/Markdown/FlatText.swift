/// Sibling inlines as one row of bytes, so that what begins in one text and ends in another can be found.
///
/// UTF-8 never holds the bytes `FD` to `FF`; they stand for the marks and for inlines that are no text.
struct FlatText {
  /// The next character is not special.
  static let literal: UInt8 = 0xFE
  /// `[^` follows.
  static let note: UInt8 = 0xFD
  /// An inline of `objects`.
  static let object: UInt8 = 0xFF
  static let softBreak = UInt8(ascii: "\n")

  var bytes: [UInt8] = []
  private(set) var objects: [Inline] = []
  private var objectOffsets: [Int] = []
  private var lines: [(offset: Int, line: Int)] = []

  /// What follows stands on a line. Breaks have no line in libcmark's tree.
  mutating func enter(line: Int, ofText: Bool) {
    if ofText, lines.last?.line != line { lines.append((bytes.count, line)) }
  }

  mutating func append(_ inline: Inline) {
    objectOffsets.append(bytes.count)
    objects.append(inline)
    bytes.append(FlatText.object)
  }

  mutating func append(marked text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var start = 0
    while index < text.count {
      guard text[index] == 0xF0, let mark = Mark(in: text, at: index) else {
        index += 1
        continue
      }
      bytes.append(contentsOf: text[start..<index])
      bytes.append(mark == .note ? FlatText.note : FlatText.literal)
      index += 4
      if mark == .literal, Mark(in: text, at: index) != nil {
        bytes.append(contentsOf: text[index..<(index + 4)])
        index += 4
      }
      start = index
    }
    bytes.append(contentsOf: text[start...])
  }

  /// The inline that stands at an offset.
  func object(at offset: Int) -> Inline? {
    let index = lastIndex(upTo: offset, count: objectOffsets.count) { objectOffsets[$0] }
    guard let index, objectOffsets[index] == offset else { return nil }
    return objects[index]
  }

  /// The file's line of an offset.
  func line(at offset: Int) -> Int {
    guard let index = lastIndex(upTo: offset, count: lines.count, { lines[$0].offset }) else { return lines.first?.line ?? 1 }
    return lines[index].line
  }

  /// A part of the text as it is shown, for messages and for the source of a citation.
  func string(_ range: Range<Int>) -> String {
    var out: [UInt8] = []
    for offset in range {
      switch bytes[offset] {
      case FlatText.literal, FlatText.note: continue
      case FlatText.softBreak: out.append(0x20)
      case FlatText.object: out.append(contentsOf: (object(at: offset).map { [$0].plainText } ?? "").utf8)
      default: out.append(bytes[offset])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// The last index whose offset is at most a given one; the offsets ascend.
private func lastIndex(upTo offset: Int, count: Int, _ offsetAt: (Int) -> Int) -> Int? {
  var low = 0
  var high = count
  while low < high {
    let middle = (low + high) / 2
    if offsetAt(middle) <= offset { low = middle + 1 } else { high = middle }
  }
  return low > 0 ? low - 1 : nil
}
