/// A date of words and numbers in any order, such as `Apr 15, 2012`, `2012 Apr 15-21`, `ca. 1920` or `2000 Dec-2001 Jan`.
struct DateWords {
  private var bytes: ArraySlice<UInt8>
  /// What the two ends say; the second one is there when a dash was seen.
  private var ends: [Parts]
  private var season: Int?
  private var isCirca = false
  /// With a year that is known already, the first number is a month.
  private let expectsMonth: Bool

  private struct Parts {
    var year: Int?
    var month: Int?
    var day: Int?
  }

  init(_ bytes: ArraySlice<UInt8>, year: Int? = nil) {
    self.bytes = bytes.prefix(200)
    ends = [Parts(year: year)]
    expectsMonth = year != nil
  }

  /// The date, or nil when a word is not understood or there is no year.
  mutating func date() -> ReferenceDate? {
    while let byte = bytes.first {
      if byte.isDigit {
        guard readNumber() else { return nil }
      } else if byte.isLetter {
        guard readWord() else { return nil }
      } else {
        readMark(byte)
      }
    }
    guard var first = ends.first else { return nil }
    if ends.count > 1 {
      var second = ends[1]
      // What one end leaves out is said by the other: "2018 Nov-Dec", "Nov-Dec 2018".
      second.year = second.year ?? first.year
      if second.day != nil { second.month = second.month ?? first.month }
      first.year = first.year ?? second.year
      guard let from = day(first), let to = day(second) else { return nil }
      return ReferenceDate(parts: [from, to], season: season, isCirca: isCirca)
    }
    return day(first).map { ReferenceDate(parts: [$0], season: season, isCirca: isCirca) }
  }

  private func day(_ parts: Parts) -> ReferenceDate.Day? {
    parts.year.map { ReferenceDate.Day(year: $0, month: parts.month, day: parts.month == nil ? nil : parts.day) }
  }

  private mutating func readNumber() -> Bool {
    let digits = bytes.prefix(while: \.isDigit)
    bytes = bytes.dropFirst(digits.count)
    guard let number = DateText.number(digits) else { return false }
    let last = ends.count - 1
    if digits.count == 4 && ends[last].year == nil {
      ends[last].year = number
    } else if expectsMonth && ends[last].month == nil && (1...12).contains(number) {
      ends[last].month = number
    } else if (1...31).contains(number) && digits.count <= 2 && ends[last].day == nil {
      ends[last].day = number
    } else {
      return false
    }
    return true
  }

  private mutating func readWord() -> Bool {
    let word = bytes.prefix(while: \.isLetter)
    bytes = bytes.dropFirst(word.count)
    let last = ends.count - 1
    if let month = DateText.month(word) {
      guard ends[last].month == nil else { return false }
      ends[last].month = month
    } else if let found = DateText.season(word) {
      season = season ?? found
    } else if word.elementsEqual("ca".utf8) || word.elementsEqual("circa".utf8) || word.elementsEqual("c".utf8) {
      isCirca = true
    } else {
      return false
    }
    return true
  }

  /// A hyphen, an en dash or a slash between two ends starts the second; other marks and blanks only separate.
  private mutating func readMark(_ byte: UInt8) {
    let isEnDash = bytes.starts(with: [0xE2, 0x80, 0x93])
    bytes = bytes.dropFirst(isEnDash ? 3 : 1)
    guard isEnDash || byte == .hyphen || byte == UInt8(ascii: "/"), ends.count == 1, ends[0].year != nil || ends[0].month != nil else {
      return
    }
    ends.append(Parts())
  }
}
