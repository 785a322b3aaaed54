internal import WoundProgress

extension WoundNumber {
  /// The number with its unit, joined by a no-break space.
  package func text(of course: WoundCourse, in chronology: Chronology) throws(Problem) -> String {
    let series = course.series
    switch metric {
    case .weeksToClosure, .daysToClosure:
      guard let closure = series.finalClosureIndex else { throw problem(course, "was open at the last visit", "leave the number out") }
      guard course.isDated else { throw problem(course, "has visits without dates", "give its visits dates, days or weeks") }
      return duration(series.points[closure].time.number - series.baseline.time.number, inWeeks: metric == .weeksToClosure)
    case .weeks, .days:
      guard course.isDated else { throw problem(course, "has visits without dates", "give its visits dates, days or weeks") }
      return duration(course.days, inWeeks: metric == .weeks)
    case .measurements: return String(series.points.count)
    default: return try text(of: row(of: course), of: course)
    }
  }

  private func duration(_ days: Int, inWeeks: Bool) -> String {
    let number = inWeeks ? TimeLabel.week(ofDay: days) : days
    return "\(number)\u{A0}\(inWeeks ? "week" : "day")\(number == 1 ? "" : "s")"
  }

  private func problem(_ course: WoundCourse, _ what: String, _ remedy: String) -> Problem {
    Problem(summary: "The wound \"\(course.wound.id.value)\" \(what)", remedy: remedy)
  }

  /// The visit that the time names: for a week the one on its day, else the only one in it.
  private func row(of course: WoundCourse) throws(Problem) -> WoundCourse.Row {
    let measured = course.rows.filter { $0.point != nil }
    let found: [WoundCourse.Row] =
      switch time {
      case .first: Array(measured.prefix(1))
      case .last: Array(measured.suffix(1))
      case .day(let day): course.rows.filter { $0.time == .day(day) }
      case .visit(let visit): course.rows.filter { $0.time == .visit(visit) }
      case .week(let week): Self.rows(of: course, inWeek: week)
      case nil: []
      }
    let known = measured.map { row in
      if case .visit(let visit) = row.time { return "visit \(visit)" }
      return row.time.number % 7 == 0 ? "week \(row.time.number / 7)" : "day \(row.time.number)"
    }.joined(separator: ", ")
    guard let row = found.first else { throw problem(course, "has no visit at that time", "write one of \(known)") }
    guard found.count == 1 else { throw problem(course, "has several visits in that week", "write the day: one of \(known)") }
    return row
  }

  private static func rows(of course: WoundCourse, inWeek week: Int) -> [WoundCourse.Row] {
    guard course.isDated else { return [] }
    let onDay = course.rows.filter { $0.time.number == week * 7 }
    return onDay.isEmpty ? course.rows.filter { TimeLabel.week(ofDay: $0.time.number) == week } : onDay
  }

  private func text(of row: WoundCourse.Row, of course: WoundCourse) throws(Problem) -> String {
    let measurement = course.measurement(row)
    let point = row.point.map { course.series.points[$0] }
    let text: String? =
      switch metric {
      case .area: point.map { $0.area.text + "\u{A0}cm²" }
      case .reduction: point?.reduction.map { $0.typeset + "%" }
      case .change: point.map { course.series.baseline.area.change(to: $0.area).typesetChange + "\u{A0}cm²" }
      case .length: measurement.length.map { $0.recorded + "\u{A0}cm" }
      case .width: measurement.width.map { $0.recorded + "\u{A0}cm" }
      case .depth: measurement.depth.map { $0.recorded + "\u{A0}cm" }
      case .perimeter: measurement.perimeter.map { $0.recorded + "\u{A0}cm" }
      case .volume: volume(measurement)
      case .pain: measurement.pain.map(String.init)
      case .push: PushScore(measurement).map { "\($0.total)" }
      default: nil
      }
    guard let text else { throw problem(course, "has no \(metric.rawValue) at that visit", "record it, or leave the number out") }
    return text
  }

  private func volume(_ measurement: Measurement) -> String? {
    do {
      return try Volume(length: measurement.length, width: measurement.width, depth: measurement.depth).boxText + "\u{A0}cm³"
    } catch {
      return nil
    }
  }
}
