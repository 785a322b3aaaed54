internal import CasebookModel

/// The words for a column of times: "Week" over 0, 2, 4, or full labels where they have no common word.
struct TimeColumn {
  var heading: String
  var labels: [String]

  /// Weeks where every time has a week of its own, else days; dates under the calendar policy. The year policy alone would give all
  /// visits of a year one label, so it is shown as relative time.
  init(_ times: [TimePoint], in chronology: Chronology) {
    if chronology.policy != .calendar, let (heading, numbers) = Self.whole(times, in: chronology) {
      self.heading = heading
      labels = numbers.map(TimeLabel.signed)
      return
    }
    let shown = chronology.policy == .year ? Chronology(dayZero: chronology.dayZero, policy: .relative) : chronology
    var labels = shown.labels(of: times)
    if Set(labels).count < labels.count, shown.policy != .calendar {
      let days = times.map { shown.day(of: $0) }
      labels = zip(days, labels).map { day, label in day.map(TimeLabel.day) ?? label }
    }
    for word in ["Week", "Day", "Visit"] where labels.allSatisfy({ $0.hasPrefix(word + " ") }) {
      self.heading = word
      self.labels = labels.map { String($0.dropFirst(word.utf8.count + 1)) }
      return
    }
    heading = shown.policy == .calendar ? "Date" : "Time"
    self.labels = labels
  }

  /// The numbers of a column of weeks, of days or of visits; nil where times have no common word.
  private static func whole(_ times: [TimePoint], in chronology: Chronology) -> (heading: String, numbers: [Int])? {
    var days: [Int] = []
    var hasWeeks = false
    days.reserveCapacity(times.count)
    for time in times {
      guard let day = chronology.day(of: time) else { return nil }
      if case .week = time { hasWeeks = true }
      days.append(day)
    }
    if !hasWeeks, days.allSatisfy({ abs($0) < 14 }) { return ("Day", days) }
    let weeks = days.map { TimeLabel.week(ofDay: $0) }
    // In order, as they mostly are, equal ones stand beside each other.
    let isSorted = zip(weeks, weeks.dropFirst()).allSatisfy { $0 <= $1 }
    let isUnique = isSorted ? zip(weeks, weeks.dropFirst()).allSatisfy { $0 < $1 } : Set(weeks).count == weeks.count
    return isUnique ? ("Week", weeks) : ("Day", days)
  }

  /// "week 4", "day 3", "visit 2", or the label itself: for the middle of a sentence.
  func inSentence(_ index: Int) -> String {
    heading == "Date" || heading == "Time" ? labels[index] : "\(heading.lowercased()) \(labels[index])"
  }
}
