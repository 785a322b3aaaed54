internal import CasebookModel

extension Reading<CalendarDate> {
  /// `2018-03-14`, `2018-03`, `2018`; with a date order also `5/10/2018` and `14.3.2018`.
  static func date(_ order: Site.DateOrder?) -> Reading {
    Reading("a date such as 2018-03-14, 2018-03 or 2018") { text, _ throws(Rejection) in try readDate(text, order) }
  }
}

/// The date of a text, nil for another kind of text; an impossible or ambiguous date is rejected.
func readDate(_ text: String, _ order: Site.DateOrder?) throws(Rejection) -> CalendarDate? {
  if let date = wholeDate(text) ?? CalendarDate(iso: text) { return date }
  let parts = text.utf8.split(omittingEmptySubsequences: false) { $0 == 0x2D || $0 == 0x2F || $0 == 0x2E }.map { Substring($0) }
  let numbers = parts.compactMap { $0.utf8.allSatisfy(\.isDigit) && $0.utf8.count <= 4 ? Int($0) : nil }
  guard numbers.count == parts.count else { return try readDateWithMonthName(text) }
  if parts.count <= 3, parts[0].utf8.count == 4 {
    if let date = CalendarDate(year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil) {
      throw Rejection("invalid-date", "\"\(text)\" is not written as a date", remedy: "write \(date)")
    }
    throw Rejection("impossible-date", "\"\(text)\" is not a day of the calendar", remedy: "write the date as year-month-day")
  }
  guard parts.count == 3, numbers[0] > 0, numbers[1] > 0 else { return nil }
  guard parts[2].utf8.count == 4 else {
    throw Rejection("ambiguous-date", "\"\(text)\" has a year of two digits", remedy: "write the date as year-month-day")
  }
  return try readOrdered((numbers[0], numbers[1], numbers[2]), text, order)
}

/// `2018-03-14` at the least cost; nil for every other text.
func wholeDate(_ text: String) -> CalendarDate? {
  let bytes = text.utf8
  guard bytes.count == 10 else { return nil }
  var numbers = (0, 0, 0)
  var position = 0
  for byte in bytes {
    if position == 4 || position == 7 {
      guard byte == UInt8(ascii: "-") else { return nil }
    } else {
      guard byte.isDigit else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      if position < 4 {
        numbers.0 = numbers.0 * 10 + digit
      } else if position < 7 {
        numbers.1 = numbers.1 * 10 + digit
      } else {
        numbers.2 = numbers.2 * 10 + digit
      }
    }
    position += 1
  }
  return CalendarDate(year: numbers.0, month: numbers.1, day: numbers.2)
}

private func readOrdered(_ numbers: (Int, Int, Int), _ text: String, _ order: Site.DateOrder?) throws(Rejection) -> CalendarDate {
  let monthFirst = CalendarDate(year: numbers.2, month: numbers.0, day: numbers.1)
  let dayFirst = CalendarDate(year: numbers.2, month: numbers.1, day: numbers.0)
  guard let order else {
    let readings = [monthFirst, dayFirst].compactMap { $0 }
    guard let first = readings.first else { throw Rejection("impossible-date", "\"\(text)\" is not a day of the calendar") }
    let isAmbiguous = readings.count == 2 && monthFirst != dayFirst
    throw Rejection(
      "ambiguous-date", isAmbiguous ? "\"\(text)\" is \(first) or \(readings[1])" : "\"\(text)\" is not written as year-month-day",
      remedy: isAmbiguous ? "write one of them, or set date-order in site.yaml to mdy or dmy" : "write \(first)")
  }
  if let date = order == .mdy ? monthFirst : dayFirst { return date }
  throw Rejection(
    "impossible-date", "\"\(text)\" is not a day of the calendar in the order \(order.rawValue)", remedy: "write the date as year-month-day"
  )
}

/// `10-May-2018`, `May 10, 2018`, `10 May 2018`: understood, and offered as the date to write.
private func readDateWithMonthName(_ text: String) throws(Rejection) -> CalendarDate? {
  guard text.utf8.count <= 30, let date = dateWithMonthName(text) else { return nil }
  throw Rejection("invalid-date", "\"\(text)\" is not written as year-month-day", remedy: "write \(date)")
}

/// The date of a text with an English month's name and a year of four digits; nil for another text.
func dateWithMonthName(_ text: String) -> CalendarDate? {
  let words = text.split { !$0.isLetter && !$0.isNumber }
  guard words.count == 3 || words.count == 2, let year = words.last.flatMap({ $0.utf8.count == 4 ? Int($0) : nil }) else { return nil }
  let rest = words.dropLast()
  guard let name = rest.first(where: { $0.first?.isLetter == true }), name.count >= 3,
    let month = TimeLabel.monthNames.firstIndex(where: { $0.lowercased().hasPrefix(name.lowercased()) })
  else { return nil }
  let numbers = rest.filter { $0.first?.isNumber == true }
  if numbers.isEmpty, rest.count == 1 { return CalendarDate(year: year, month: month + 1) }
  guard numbers.count == 1, let day = numbers.first.flatMap({ Int($0) }) else { return nil }
  return CalendarDate(year: year, month: month + 1, day: day)
}
