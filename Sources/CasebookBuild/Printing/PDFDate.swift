internal import CasebookModel

/// The moment that a PDF names: `moment` (seconds since 1970, from SOURCE_DATE_EPOCH), else the day of the case's last change, else 1970.
///
///     pdfDate(1_762_000_000, updated: nil, published: nil)   // "20251101122640+00'00'"
func pdfDate(_ moment: Int?, updated: CalendarDate?, published: CalendarDate?) -> String {
  if let moment {
    let second = min(max(moment, 0), 253_402_300_799)
    let (year, month, day) = civil(daysSince1970: second / 86_400)
    let time = second % 86_400
    return padded(year, 4) + [month, day, time / 3_600, time / 60 % 60, time % 60].map { padded($0, 2) }.joined() + "+00'00'"
  }
  guard let date = updated ?? published else { return "19700101000000+00'00'" }
  return padded(date.year, 4) + padded(date.month ?? 1, 2) + padded(date.day ?? 1, 2) + "000000+00'00'"
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(max(0, number))
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// The Gregorian date of a day, by Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
private func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
  let shifted = days + 719_468
  let era = shifted / 146_097
  let dayOfEra = shifted % 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let part = (5 * dayOfYear + 2) / 153
  let month = part < 10 ? part + 3 : part - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
}
