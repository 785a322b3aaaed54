/// Words for times, in one form a column.
package enum TimeLabel {
  /// The nearest week: `week = sign × ⌊(|day| + 3) / 7⌋`; 7 is odd, so there are no ties.
  package static func week(ofDay day: Int) -> Int { (day < 0 ? -1 : 1) * ((abs(day) + 3) / 7) }

  /// "Day 3", "Day −2".
  package static func day(_ day: Int) -> String { "Day " + signed(day) }

  /// "Week 5", "Week −12".
  package static func week(_ week: Int) -> String { "Week " + signed(week) }

  /// A number with a true minus sign (U+2212).
  package static func signed(_ number: Int) -> String { number < 0 ? "−\(-number)" : "\(number)" }

  /// "May 10, 2018", "March 2018", "2018".
  package static func calendar(_ date: CalendarDate) -> String {
    guard let month = date.month else { return String(date.year) }
    guard let day = date.day else { return "\(monthNames[month - 1]) \(date.year)" }
    return "\(monthNames[month - 1]) \(day), \(date.year)"
  }

  package static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
  ]
}

extension Chronology {
  /// The label of one time on its own. A column of labels is better made by `labels(of:)`, which keeps one style.
  package func label(of time: TimePoint) -> String { labels(of: [time])[0] }

  /// A label for each time, in one style: days as long as the last lies less than 14 days from day 0, weeks beyond.
  ///
  /// Calendar policy prints dates ("May 10, 2018"), the year policy years. Relative times of partial dates are no more precise than
  /// these: "Month −2", "Year −1".
  package func labels(of times: [TimePoint]) -> [String] {
    let inDays = times.allSatisfy { abs(day(of: $0) ?? 0) < 14 } && !times.contains { if case .week = $0 { true } else { false } }
    return times.map { time in
      switch (time, policy) {
      case (.visit(let number), _): "Visit \(number)"
      case (.date(let date), .calendar): TimeLabel.calendar(date)
      case (.date(let date), .year): String(date.year)
      case (.date(let date), .relative): relativeLabel(of: date, inDays: inDays)
      case (.day(let day), _): inDays ? TimeLabel.day(day) : TimeLabel.week(TimeLabel.week(ofDay: day))
      case (.week(let week), _): TimeLabel.week(week)
      }
    }
  }

  private func relativeLabel(of date: CalendarDate, inDays: Bool) -> String {
    guard let dayZero, let origin = CalendarDate(dayNumber: dayZero), let originMonth = origin.month else { return "Undated" }
    if let number = date.dayNumber {
      let day = number - dayZero
      return inDays ? TimeLabel.day(day) : TimeLabel.week(TimeLabel.week(ofDay: day))
    }
    guard let month = date.month else { return "Year " + TimeLabel.signed(date.year - origin.year) }
    return "Month " + TimeLabel.signed((date.year - origin.year) * 12 + month - originMonth)
  }
}
