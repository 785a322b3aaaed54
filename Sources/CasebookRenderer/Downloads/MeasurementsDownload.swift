internal import CasebookModel
internal import WoundProgress

/// The measured visits of all wounds as a table that Casebook itself can read: what was recorded, nothing computed, no notes.
struct MeasurementsDownload {
  private let rows: [Row]
  private let times: DownloadTimes

  private struct Row {
    var wound: String
    var time: TimePoint
    var measurement: Measurement
  }

  init(_ courses: [WoundCourse], in chronology: Chronology) {
    rows = courses.flatMap { course in
      course.rows.map {
        Row(wound: course.wound.id.value, time: course.wound.visits[$0.visit].time, measurement: course.measurement($0))
      }
    }
    times = DownloadTimes(rows.map(\.time), in: chronology)
  }

  var bytes: [UInt8] {
    let columns = Self.columns.filter { column in
      rows.contains { if case .empty = column.cell($0.measurement) { false } else { true } }
    }
    var table = CSVText()
    table.append(row: ["wound", times.name].map { .text($0) } + columns.map { .text($0.name) })
    for row in rows {
      table.append(row: [.text(row.wound), times.cell(row.time)] + columns.map { $0.cell(row.measurement) })
    }
    return table.bytes
  }

  /// The allow-list.
  private static let columns: [(name: String, cell: @Sendable (Measurement) -> CSVText.Cell)] = [
    ("length_cm", { number($0.length) }), ("width_cm", { number($0.width) }), ("depth_cm", { number($0.depth) }),
    ("area_cm2", { number($0.area) }), ("perimeter_cm", { number($0.perimeter) }),
    ("undermining_cm", { number($0.undermining?.depth) }), ("undermining_clock", { text($0.undermining?.clock.flatMap(shownClock)) }),
    ("tunnel_cm", { number($0.tunnel?.length) }), ("tunnel_clock", { text($0.tunnel?.clock.flatMap(shownClock)) }),
    ("exudate", { text($0.exudate) }), ("exudate_type", { text($0.exudateType) }),
    ("epithelial_pct", { number($0.tissue.epithelial) }), ("granulation_pct", { number($0.tissue.granulation) }),
    ("slough_pct", { number($0.tissue.slough) }), ("eschar_pct", { number($0.tissue.eschar) }), ("other_pct", { number($0.tissue.other) }),
    ("pain_nrs", { number($0.pain) }), ("method", { text($0.lengthMethod?.rawValue) }), ("closed", { text($0.isClosed ? "yes" : nil) }),
  ]

  private static func number(_ value: Decimal?) -> CSVText.Cell { value.map { .number($0.text) } ?? .empty }
  private static func number(_ value: Int?) -> CSVText.Cell { value.map { .number(String($0)) } ?? .empty }
  private static func text(_ value: String?) -> CSVText.Cell { value.map { .text($0) } ?? .empty }
}

/// "9-2" or "12": a clock position that is one; other words are nobody's business.
func shownClock(_ text: String) -> String? {
  if let span = ClockSpan(parsing: text) { return "\(span.from)-\(span.to)" }
  return Int(text).flatMap { (1...12).contains($0) ? String($0) : nil }
}

/// Times of downloads, by the date policy: dates only under the calendar policy, else weeks or days since day 0, or visit numbers.
struct DownloadTimes {
  enum Unit: String { case date, week, day, visit }

  private let unit: Unit
  private let chronology: Chronology

  init(_ times: [TimePoint], in chronology: Chronology) {
    self.chronology = chronology
    let days = times.map { chronology.day(of: $0) }
    if times.allSatisfy({ if case .visit = $0 { true } else { false } }) {
      unit = .visit
    } else if chronology.policy == .calendar, times.allSatisfy({ if case .date = $0 { true } else { false } }) {
      unit = .date
    } else {
      unit = days.allSatisfy { ($0 ?? 0) % 7 == 0 } ? .week : .day
    }
  }

  var name: String { unit.rawValue }

  /// nil for a time that has no such number: a partial date, a visit among days.
  func value(_ time: TimePoint) -> String? {
    switch (unit, time) {
    case (.visit, .visit(let number)): String(number)
    case (.date, .date(let date)): date.description
    case (.week, _): chronology.day(of: time).map { String($0 / 7) }
    case (.day, _): chronology.day(of: time).map(String.init)
    default: nil
    }
  }

  func cell(_ time: TimePoint) -> CSVText.Cell {
    guard let value = value(time) else { return .empty }
    return unit == .date ? .text(value) : .number(value)
  }
}
