/// Reads volume, issue and pages behind the date.
struct PrintedNumberParser {
  let bytes: [UInt8]
  let range: Range<Int>
  private var i: Int
  private var numbers = PrintedNumbers()

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    i = range.lowerBound
  }

  /// Also when marks are missing or blanks stand between them.
  ///
  ///     "; 46(3) 344-349" → volume 46, issue 3, pages 344-349, no colon, one blank
  mutating func parse() -> PrintedNumbers {
    let start = i
    skipBlanks()
    if take(UInt8(ascii: ";")) {
      numbers.hasSemicolon = true
      noteBlanks()
    } else {
      _ = take(.comma)
    }
    skipBlanks()
    numbers.volume = takeVolume()
    takeIssue()
    skipBlanks()
    if take(UInt8(ascii: ":")) || take(.comma) {
      numbers.hasColon = bytes[i - 1] == UInt8(ascii: ":")
      noteBlanks()
    }
    skipBlanks()
    numbers.pages = takePages()
    if numbers.volume != nil || numbers.issue != nil || numbers.pages != nil { numbers.range = start..<i }
    return numbers
  }

  private mutating func takeVolume() -> Range<Int>? {
    let start = i
    while i < range.upperBound, bytes[i].isDigit || bytes[i].isLetter || bytes[i] == .hyphen || bytes[i] == UInt8(ascii: "/") { i += 1 }
    guard bytes[start..<i].contains(where: \.isDigit) else {
      i = start
      return nil
    }
    let volume = start..<i
    // "28 Suppl 2" and "42(suppl 2)": a supplement belongs to the volume.
    let next = PrintedText.skipBlanks(i, in: bytes, range)
    if next < range.upperBound, bytes[next..<range.upperBound].prefix(5).elementsEqual("Suppl".utf8) {
      i = bytes[next..<range.upperBound].firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "(") } ?? i
    }
    return volume
  }

  /// `(4)`, also several: `58(12)(suppl 7)`.
  private mutating func takeIssue() {
    while true {
      let next = PrintedText.skipBlanks(i, in: bytes, range)
      guard next < range.upperBound, bytes[next] == UInt8(ascii: "("),
        let end = bytes[next..<min(range.upperBound, next + 30)].firstIndex(of: UInt8(ascii: ")"))
      else { return }
      numbers.issue = numbers.issue ?? next + 1..<end
      i = end + 1
    }
  }

  private mutating func takePages() -> Range<Int>? {
    let start = i
    while i < range.upperBound, bytes[i].isDigit || bytes[i].isLetter || bytes[i] == .hyphen || isEnDash(i) { i += isEnDash(i) ? 3 : 1 }
    guard bytes[start..<i].contains(where: \.isDigit) || isRoman(start..<i) else {
      i = start
      return nil
    }
    return start..<i
  }

  private func isRoman(_ word: Range<Int>) -> Bool { !word.isEmpty && bytes[word].allSatisfy { "ivxlc-".utf8.contains($0) } }

  private func isEnDash(_ k: Int) -> Bool { bytes[k...].starts(with: [0xE2, 0x80, 0x93]) }

  private mutating func noteBlanks() {
    let start = i
    skipBlanks()
    if i > start, i < range.upperBound { numbers.blanks.append(start..<i) }
  }

  private mutating func skipBlanks() { i = PrintedText.skipBlanks(i, in: bytes, range) }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard i < range.upperBound, bytes[i] == byte else { return false }
    i += 1
    return true
  }
}
