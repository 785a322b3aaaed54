/// When something happened, as the author wrote it: a date, or a time relative to day 0 without any date in the file.
package enum TimePoint: Hashable, Sendable {
  case date(CalendarDate)
  case day(Int)
  case week(Int)
  /// A numbered visit whose date is not known.
  case visit(Int)
}

/// How times are published. `relative` counts from the case's day 0, so that no true date leaves the file.
package enum DatePolicy: String, Hashable, Sendable, CaseIterable, Comparable {
  case calendar, year, relative

  /// The stricter policy is the greater one.
  package static func < (a: DatePolicy, b: DatePolicy) -> Bool { a.strictness < b.strictness }

  private var strictness: Int {
    switch self {
    case .calendar: 0
    case .year: 1
    case .relative: 2
    }
  }
}

/// A case's scale of time: its day 0, if any, and the policy its times are printed by.
package struct Chronology: Hashable, Sendable {
  /// Day 0 as days since 1970-01-01; nil when no date of the case is known.
  package var dayZero: Int?
  package var policy: DatePolicy

  package init(dayZero: Int?, policy: DatePolicy) {
    self.dayZero = dayZero
    self.policy = policy
  }

  /// Days since day 0, or nil where that is not known: partial dates, visits, no day 0.
  package func day(of time: TimePoint) -> Int? {
    switch time {
    case .day(let day): day
    case .week(let week): week * 7
    case .visit: nil
    case .date(let date):
      if let number = date.dayNumber, let dayZero { number - dayZero } else { nil }
    }
  }

  /// Orders times as a reader expects: partial dates before the whole dates of their year or month, visits by number.
  package func sortKey(of time: TimePoint) -> Int {
    switch time {
    case .day(let day): day * 4 + 3
    case .week(let week): week * 28 + 3
    case .visit(let visit): visit * 4
    case .date(let date): (date.firstDayNumber - (dayZero ?? 0)) * 4 + (date.day != nil ? 3 : date.month != nil ? 2 : 1)
    }
  }
}
