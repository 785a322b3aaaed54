/// How much of some things libcmark gets, because it would take quadratic time over more: the rest becomes text, and is reported.
struct Limits {
  enum Kind: Hashable {
    /// List items and quotes inside each other: each line costs as many steps as it is deep.
    case nesting
    /// `![` in one paragraph: each link costs as many steps as there are before it.
    case images
    /// `*` and `_` in one paragraph.
    case emphasis
  }

  private var images = 0
  private var emphasis = 0

  static let maximumImages = 500
  static let maximumEmphasis = 100_000
  /// Of markers on a line, with two columns of blanks counted as one.
  static let maximumMarkers = 150

  /// Counts one more in this paragraph, and tells whether it is too much.
  mutating func count(_ kind: Kind) -> Bool {
    if kind == .images {
      images += 1
      return images > Limits.maximumImages
    }
    emphasis += 1
    return emphasis > Limits.maximumEmphasis
  }

  /// Looks at a line's blanks and markers of quotes and lists: counts anew when no paragraph goes on over it, and returns the place of the
  /// first marker that is too deep.
  mutating func begin(_ text: UnsafeBufferPointer<UInt8>, lineAt start: Int) -> Mark.Place? {
    var index = start
    var columns = 0
    var markers = 0
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: " "): columns += 1
      case UInt8(ascii: "\t"): columns += 4
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        self = Limits()
        return nil
      default:
        let length = markerLength(text, index)
        guard length > 0 else { return nil }
        if markers + columns / 2 > Limits.maximumMarkers {
          return Mark.Place(offset: index, mark: .literal, length: length, limit: .nesting)
        }
        if markers == 0, columns < 4, text[index] != UInt8(ascii: ">") { self = Limits() }
        markers += 1
        index += length - 1
      }
      index += 1
    }
    return nil
  }

  /// The length of `>`, `-` or `12.` at an offset; 0 when there is none.
  private func markerLength(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var end = start
    switch text[start] {
    case UInt8(ascii: ">"): return 1
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): end += 1
    default:
      while end < min(text.count, start + 9), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[end]) { end += 1 }
      guard end > start, end < text.count, text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")") else { return 0 }
      end += 1
    }
    return end == text.count || isBlank(text[end]) ? end - start : 0
  }
}
