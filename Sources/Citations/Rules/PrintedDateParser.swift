/// Finds the date of publication in a printed entry.
struct PrintedDateParser {
  let bytes: [UInt8]
  let range: Range<Int>

  /// The year that numbers of a volume follow, else the last one that stands alone.
  ///
  ///     "Arch Dermatol Apr 2012 (4): 462-455" → "Apr 2012"
  ///     "Semin Arthritis Rheum. 2016 December; 46(3)" → "2016 December"
  mutating func parse() -> PrintedDate? {
    var best: PrintedDate?
    for year in years() {
      let date = date(around: year)
      if isFollowedByNumbers(date.range.upperBound) { return date }
      best = date
    }
    return best
  }

  /// Four digits between 1800 and 2099 that stand alone.
  private func years() -> [Range<Int>] {
    var years: [Range<Int>] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard bytes[i].isDigit else {
        i += 1
        continue
      }
      let start = i
      while i < range.upperBound, bytes[i].isDigit { i += 1 }
      guard i - start == 4, let value = DateText.number(bytes[start..<i]), (1800...2099).contains(value) else { continue }
      let before = start > range.lowerBound ? bytes[start - 1] : .space
      let after = i < range.upperBound ? bytes[i] : .space
      let opensAlone = before == .space || before == UInt8(ascii: "(") || before == .comma || before == UInt8(ascii: ";")
      let endsAlone =
        after == .space
        || [UInt8(ascii: ";"), UInt8(ascii: "."), .comma, UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")")].contains(after)
      if opensAlone && endsAlone { years.append(start..<i) }
    }
    return years
  }

  /// With the month and the day that stand before or behind the year.
  private func date(around year: Range<Int>) -> PrintedDate {
    var date = PrintedDate(range: year, year: DateText.number(bytes[year]) ?? 0, yearRange: year)
    if let before = monthBefore(year.lowerBound) {
      date.month = before.month
      date.range = before.start..<year.upperBound
    } else if let after = monthAfter(year.upperBound) {
      date.month = after.month
      date.range = year.lowerBound..<after.end
    }
    // "Published online November 30, 2017": the words are part of the date.
    while let word = wordBefore(date.range.lowerBound), Self.kinds.contains(lowered(word)) {
      date.isNamed = true
      date.range = word.lowerBound..<date.range.upperBound
    }
    return date
  }

  private static let kinds: Set<String> = ["published", "updated", "reviewed", "posted", "modified", "revised", "online", "copyright"]

  /// `Apr`, `Apr 15,` or `Nov-Dec` before the year.
  private func monthBefore(_ end: Int) -> (month: Range<Int>, start: Int)? {
    guard var word = wordBefore(end) else { return nil }
    if bytes[word].allSatisfy({ $0.isDigit || $0 == .hyphen }), word.count <= 5, let before = wordBefore(word.lowerBound) { word = before }
    return isMonth(word) ? (word, word.lowerBound) : nil
  }

  /// `December` or `Feb 1` behind the year.
  private func monthAfter(_ start: Int) -> (month: Range<Int>, end: Int)? {
    let first = PrintedText.skipBlanks(start, in: bytes, range)
    guard first > start, let word = word(at: first), isMonth(word) else { return nil }
    let next = PrintedText.skipBlanks(word.upperBound, in: bytes, range)
    guard next > word.upperBound, let day = self.word(at: next), day.count <= 5, bytes[day].allSatisfy({ $0.isDigit || $0 == .hyphen })
    else {
      return (word, word.upperBound)
    }
    return (word, day.upperBound)
  }

  private func isMonth(_ word: Range<Int>) -> Bool {
    bytes[word].split(separator: .hyphen).allSatisfy {
      $0.first?.isUpper == true && (DateText.month($0) != nil || DateText.season($0) != nil)
    }
  }

  private func lowered(_ word: Range<Int>) -> String { String(decoding: bytes[word].map(\.lowered), as: UTF8.self) }

  private func word(at start: Int) -> Range<Int>? {
    var k = start
    while k < range.upperBound, bytes[k].isLetter || bytes[k].isDigit || bytes[k] == .hyphen { k += 1 }
    return k > start ? start..<k : nil
  }

  /// The word before a place, over blanks and one comma or bracket, not over a period.
  private func wordBefore(_ place: Int) -> Range<Int>? {
    var end = place
    while end > range.lowerBound, bytes[end - 1] == .space || bytes[end - 1] == .comma || bytes[end - 1] == UInt8(ascii: "(") { end -= 1 }
    var start = end
    while start > range.lowerBound, bytes[start - 1].isLetter || bytes[start - 1].isDigit || bytes[start - 1] == .hyphen { start -= 1 }
    return start < end ? start..<end : nil
  }

  /// Does what follows look like `;148(4):455`?
  private func isFollowedByNumbers(_ start: Int) -> Bool {
    var k = PrintedText.skipBlanks(start, in: bytes, range)
    guard k < range.upperBound, [UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ":"), .comma].contains(bytes[k]) else { return false }
    k = PrintedText.skipBlanks(k + 1, in: bytes, range)
    return k < range.upperBound && (bytes[k].isDigit || bytes[k] == UInt8(ascii: "(") || bytes[k] == UInt8(ascii: "S"))
  }
}
