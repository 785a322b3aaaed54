internal import CasebookModel
internal import WoundProgress

/// One wound's visits with the figures computed from them: what tables, charts and sentences all show, so that one number is the same everywhere.
struct WoundCourse: Hashable {
  let wound: Wound
  let method: AreaMethod
  let series: Series
  /// Every visit in order of time, also those without a measurement; doubles left out.
  let rows: [Row]

  struct Row: Hashable {
    /// Index in the wound's visits.
    let visit: Int
    let time: Series.Time
    /// Index in the series' points; nil for a visit without a measurement.
    let point: Int?
  }

  /// nil without a method or any area, and for a series that is refused, which is an error with its own remedy.
  init?(_ wound: Wound, in chronology: Chronology) {
    guard let method = wound.areaMethod?.value else { return nil }
    let times = wound.visits.map { chronology.seriesTime(of: $0.time) }
    do throws(SeriesRefusal) {
      series = try Series(wound.visits.map(\.measurement), at: times, method: method)
    } catch {
      return nil
    }
    self.wound = wound
    self.method = method
    var rows = series.points.enumerated().map { Row(visit: $0.element.row, time: $0.element.time, point: $0.offset) }
    let missed = series.issues.first { $0.kind == .missingMeasurement }?.rows ?? []
    for index in missed {
      if let time = times[index] { rows.append(Row(visit: index, time: time, point: nil)) }
    }
    if !missed.isEmpty { rows.sort { ($0.time.number, $0.visit) < ($1.time.number, $1.visit) } }
    self.rows = rows
  }

  /// The courses of the wounds that have one.
  static func courses(of wounds: [Wound], in chronology: Chronology) -> [WoundCourse] {
    wounds.compactMap { WoundCourse($0, in: chronology) }
  }

  func measurement(_ row: Row) -> Measurement { wound.visits[row.visit].measurement }

  var isDated: Bool { if case .day = series.baseline.time { true } else { false } }

  /// Days from the first to the last measured visit; 0 for numbered ones.
  var days: Int { isDated ? series.last.time.number - series.baseline.time.number : 0 }
}

extension Chronology {
  func seriesTime(of time: TimePoint) -> Series.Time? {
    if case .visit(let number) = time { return .visit(number) }
    // Beyond 300 years from day 0 a date is a mistake that the checker names; here it must not overflow.
    guard let day = day(of: time), abs(day) < 110_000 else { return nil }
    return .day(day)
  }
}

/// The words for a column of times: "Week" over 0, 2, 4, or full labels where they have no common word.
struct TimeColumn {
  var heading: String
  var labels: [String]

  /// Weeks where every time has a week of its own, else days; dates under the calendar policy. The year policy alone would give all
  /// visits of a year one label, so it is shown as relative time.
  init(_ times: [TimePoint], in chronology: Chronology) {
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

  /// "week 4", "day 3", "visit 2", or the label itself: for the middle of a sentence.
  func inSentence(_ index: Int) -> String {
    heading == "Date" || heading == "Time" ? labels[index] : "\(heading.lowercased()) \(labels[index])"
  }
}
