internal import CasebookModel
internal import Diagnostics

extension Fields {
  /// The time that one of `date`, `day`, `week` and `visit` gives.
  mutating func time(_ order: Site.DateOrder?) -> Located<TimePoint>? {
    let given: [Located<TimePoint>?] = [
      value("date", .date(order))?.map { .date($0) },
      value("day", .integer(TimePoint.days))?.map { .day($0) },
      value("week", .integer(TimePoint.weeks))?.map { .week($0) },
      value("visit", .integer(TimePoint.visits))?.map { .visit($0) },
    ]
    let times = given.compactMap { $0 }
    if times.count > 1 {
      diagnostics.append(
        Diagnostic(
          .error, "conflicting-times", "Only one of date, day, week and visit can say when", at: times[1].location,
          notes: [.init("already said here", at: times[0].location)]))
    }
    return times.first
  }

  mutating func requiredTime(_ order: Site.DateOrder?) -> Located<TimePoint>? {
    let problems = diagnostics.count
    let time = time(order)
    if time == nil, diagnostics.count == problems {
      diagnostics.append(
        Diagnostic(
          .error, "missing-value", "\(capitalized(String(schema.name.drop { $0 != " " }.dropFirst()))) has no date", at: location,
          remedy: "add \"date: 2018-03-14\", \"week: 4\", \"day: 28\" or \"visit: 2\""))
    }
    return time
  }
}

extension TimePoint {
  /// About a hundred years before and after day 0.
  static let days = -40_000...40_000
  static let weeks = -6_000...6_000
  static let visits = 1...1_000
}
