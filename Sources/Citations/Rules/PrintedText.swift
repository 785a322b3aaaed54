/// Finds words and sentences in printed entries.
enum PrintedText {
  /// Where a text first stands.
  static func first(_ text: String, in bytes: [UInt8], _ range: Range<Int>, ignoringCase: Bool = false) -> Int? {
    let wanted = Array(text.utf8)
    guard range.count >= wanted.count else { return nil }
    for i in range.lowerBound...(range.upperBound - wanted.count) {
      let candidate = bytes[i..<i + wanted.count]
      if candidate.elementsEqual(wanted, by: { ignoringCase ? $0.lowered == $1.lowered : $0 == $1 }) { return i }
    }
    return nil
  }

  /// Up to the next blank, without the marks that end a sentence.
  static func word(at start: Int, in bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var end = bytes[start..<range.upperBound].firstIndex(of: .space) ?? range.upperBound
    // "doi: 10.1000/x" has a blank in it.
    if end < range.upperBound, end > start, bytes[end - 1] == UInt8(ascii: ":") {
      end = bytes[(end + 1)..<range.upperBound].firstIndex(of: .space) ?? range.upperBound
    }
    while end > start, [UInt8(ascii: "."), .comma, UInt8(ascii: ";"), UInt8(ascii: ")")].contains(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  static func hasDigit(after start: Int, in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes[start..<min(range.upperBound, start + 40)].contains(where: \.isDigit)
  }

  /// Parts that end with a period, a question or an exclamation mark before a blank and a capital or a digit; the final mark is left out,
  /// but for `?` and `!`.
  static func sentences(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = skipBlanks(range.lowerBound, in: bytes, range)
    var i = start
    while i < range.upperBound {
      guard endsSentence(i, in: bytes, range) else {
        i += 1
        continue
      }
      let end = bytes[i] == UInt8(ascii: ".") ? i : i + 1
      if start < end { sentences.append(start..<end) }
      start = skipBlanks(i + 1, in: bytes, range)
      i = max(start, i + 1)
    }
    var end = range.upperBound
    while end > start, bytes[end - 1] == .space || bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == .comma { end -= 1 }
    if start < end { sentences.append(start..<end) }
    return sentences
  }

  private static func endsSentence(_ i: Int, in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard bytes[i] == UInt8(ascii: ".") || bytes[i] == UInt8(ascii: "?") || bytes[i] == UInt8(ascii: "!") else { return false }
    let next = skipBlanks(i + 1, in: bytes, range)
    guard next > i + 1 || next == range.upperBound else { return false }
    if next < range.upperBound, bytes[next].isLower { return false }
    var start = i
    while start > range.lowerBound, bytes[start - 1] != .space { start -= 1 }
    return !abbreviations.contains(String(decoding: bytes[start..<i], as: UTF8.self))
  }

  private static let abbreviations: Set<String> = [
    "vs", "St", "Dr", "Mt", "No", "no", "Fig", "ca", "cf", "eg", "ie", "Vol", "vol", "Inc", "Ltd",
  ]

  static func skipBlanks(_ i: Int, in bytes: [UInt8], _ range: Range<Int>) -> Int {
    var k = i
    while k < range.upperBound, bytes[k] == .space { k += 1 }
    return k
  }
}
