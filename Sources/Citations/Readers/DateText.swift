/// Dates as people and programs write them.
///
///     DateText.read("2012-04-15")        // 15 April 2012
///     DateText.read("2012-04/2012-06")   // April to June 2012 (EDTF, as BibLaTeX and CSL have it)
///     DateText.read("2018 Nov-Dec")      // November to December 2018 (PubMed)
///     DateText.read("in press")          // literal "in press"
enum DateText {
  static func read(_ text: String) -> ReferenceDate {
    let bytes = Array(text.utf8)[...].trimmingBlanks
    if let date = edtf(bytes) { return date }
    var words = DateWords(bytes)
    return words.date() ?? ReferenceDate(literal: String(decoding: bytes, as: UTF8.self))
  }

  /// Adds BibTeX's month, a number, a name or a range of them, to a date that has only a year.
  static func add(month: String, day: String?, to date: inout ReferenceDate) {
    guard let year = date.parts.first?.year else { return }
    let isCirca = date.isCirca
    var words = DateWords(Array("\(month) \(day ?? "")".utf8)[...], year: year)
    if let whole = words.date() { date = whole }
    date.isCirca = date.isCirca || isCirca
  }

  // MARK: EDTF

  /// ISO 8601-2's level 0 and what CSL has of level 1; nil for another text.
  static func edtf(_ bytes: ArraySlice<UInt8>) -> ReferenceDate? {
    guard bytes.count <= 64 else { return nil }
    let ends = bytes.split(separator: UInt8(ascii: "/"), maxSplits: 2, omittingEmptySubsequences: false)
    var date = ReferenceDate()
    if ends.count == 1 {
      guard let day = edtfDay(ends[0], &date) else { return nil }
      date.parts = [day]
      return date
    }
    guard ends.count == 2 else { return nil }
    let first = isOpen(ends[0]) ? nil : edtfDay(ends[0], &date)
    let second = isOpen(ends[1]) ? nil : edtfDay(ends[1], &date)
    guard isOpen(ends[0]) || first != nil, isOpen(ends[1]) || second != nil else { return nil }
    switch (first, second) {
    case (let first?, let second?): date.parts = [first, second]
    // An open end is a year 0, as in CSL-JSON.
    case (let first?, nil): date.parts = [first, .init(year: 0)]
    case (nil, let second?): date.parts = [second]
    case (nil, nil): return nil
    }
    return date
  }

  private static func isOpen(_ end: ArraySlice<UInt8>) -> Bool { end.isEmpty || end.elementsEqual("..".utf8) }

  private static func edtfDay(_ text: ArraySlice<UInt8>, _ date: inout ReferenceDate) -> ReferenceDate.Day? {
    var text = text
    if let time = text.firstIndex(of: UInt8(ascii: "T")), time - text.startIndex >= 8 { text = text[..<time] }
    while let last = text.last, last == UInt8(ascii: "~") || last == UInt8(ascii: "?") || last == UInt8(ascii: "%") {
      date.isCirca = true
      text.removeLast()
    }
    let isNegative = text.first == .hyphen
    let fields = (isNegative ? text.dropFirst() : text).split(separator: .hyphen, omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count), fields[0].count == 4, let year = number(fields[0]) else { return nil }
    var day = ReferenceDate.Day(year: isNegative ? -year : year)
    if fields.count > 1 {
      guard fields[1].count == 2, let month = number(fields[1]) else { return nil }
      if (21...24).contains(month) && fields.count == 2 {
        date.season = month - 20
      } else if (1...12).contains(month) {
        day.month = month
      } else {
        return nil
      }
    }
    if fields.count > 2 {
      guard fields[2].count == 2, let number = number(fields[2]), (1...31).contains(number) else { return nil }
      day.day = number
    }
    return day
  }

  /// A number of at most five digits.
  static func number(_ text: ArraySlice<UInt8>) -> Int? {
    guard (1...5).contains(text.count), text.allSatisfy(\.isDigit) else { return nil }
    return text.reduce(0) { 10 * $0 + Int($1 - 0x30) }
  }

  /// 1 to 12 for a month's English name or a beginning of it of at least three letters.
  static func month(_ word: ArraySlice<UInt8>) -> Int? {
    guard (3...9).contains(word.count) else { return nil }
    return monthNames.firstIndex { $0.starts(with: word.lazy.map(\.lowered)) }.map { $0 + 1 }
  }

  static func season(_ word: ArraySlice<UInt8>) -> Int? {
    guard (4...6).contains(word.count) else { return nil }
    if word.lazy.map(\.lowered).elementsEqual("fall".utf8) { return 3 }
    return seasonNames.firstIndex { $0.elementsEqual(word.lazy.map(\.lowered)) }.map { $0 + 1 }
  }

  private static let monthNames: [[UInt8]] = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
  ].map { Array($0.utf8) }
  private static let seasonNames: [[UInt8]] = ["spring", "summer", "autumn", "winter"].map { Array($0.utf8) }
}
