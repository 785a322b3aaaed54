internal import CasebookModel
internal import Diagnostics

extension Case {
  /// Day 0 where the author gave none: the earliest measurement, else the earliest figure, else the earliest event. Then all visits get
  /// their days.
  mutating func settleDayZero(_ diagnostics: inout [Diagnostic]) {
    let visits = wounds.flatMap(\.visits)
    let groups = [
      visits.map { Located($0.time, at: $0.location) }, figures.compactMap(\.time), events.map { Located($0.time, at: $0.location) },
    ]
    if chronology.dayZero == nil {
      let times = groups.joined()
      let relative = times.first { if case .day = $0.value { true } else if case .week = $0.value { true } else { false } }
      if let relative, let dated = times.first(where: { $0.value.dayNumber != nil }) {
        diagnostics.append(
          Diagnostic(
            .error, "missing-day-0", "Case has dates and weeks or days, but no day 0 to relate them", at: location,
            remedy: "add \"timeline: {day-0: 2018-03-14}\" with the day that the weeks count from",
            notes: [.init("a date", at: dated.location), .init("a relative time", at: relative.location)]))
      }
      chronology.dayZero = groups.lazy.compactMap { $0.compactMap(\.value.dayNumber).min() }.first
    }
    for wound in wounds.indices {
      for visit in wounds[wound].visits.indices {
        wounds[wound].visits[visit].measurement.day = chronology.day(of: wounds[wound].visits[visit].time)
      }
    }
  }
}

extension TimePoint {
  fileprivate var dayNumber: Int? { if case .date(let date) = self { date.dayNumber } else { nil } }
}
