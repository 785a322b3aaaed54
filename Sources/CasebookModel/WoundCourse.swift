package import WoundProgress

/// One wound's visits with the figures computed from them: what tables, charts and sentences all show, so that one number is the same everywhere.
package struct WoundCourse: Hashable {
  package let wound: Wound
  package let method: AreaMethod
  package let series: Series
  /// Every visit in order of time, also those without a measurement; doubles left out.
  package let rows: [Row]

  package struct Row: Hashable {
    /// Index in the wound's visits.
    package let visit: Int
    package let time: Series.Time
    /// Index in the series' points; nil for a visit without a measurement.
    package let point: Int?
  }

  /// nil without a method or any area, and for a series that is refused, which is an error with its own remedy.
  package init?(_ wound: Wound, in chronology: Chronology) {
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
  package static func courses(of wounds: [Wound], in chronology: Chronology) -> [WoundCourse] {
    wounds.compactMap { WoundCourse($0, in: chronology) }
  }

  package func measurement(_ row: Row) -> Measurement { wound.visits[row.visit].measurement }

  package var isDated: Bool { if case .day = series.baseline.time { true } else { false } }

  /// Days from the first to the last measured visit; 0 for numbered ones.
  package var days: Int { isDated ? series.last.time.number - series.baseline.time.number : 0 }
}

extension Chronology {
  package func seriesTime(of time: TimePoint) -> Series.Time? {
    if case .visit(let number) = time { return .visit(number) }
    // Beyond 300 years from day 0 a date is a mistake that the checker names; here it must not overflow.
    guard let day = day(of: time), abs(day) < 110_000 else { return nil }
    return .day(day)
  }
}
