internal import CasebookModel
internal import WoundProgress

/// The axis of time: to scale in days, weeks, months or years; visit numbers where there are no dates.
struct ChartAxis {
  var first: Double
  var last: Double
  var ticks: [ChartScale.Tick]
  var title: String

  /// `span` are the days (or visit numbers) of the first and last visit; `room` is how many labels fit.
  init(_ span: ClosedRange<Int>, isDated: Bool, startsAtFirstMeasurement: Bool, chronology: Chronology, room: Int) {
    let isPoint = span.lowerBound == span.upperBound
    first = Double(span.lowerBound) - (isPoint ? 7 : 0)
    last = Double(span.upperBound) + (isPoint ? 7 : 0)
    let days = span.upperBound - span.lowerBound
    if !isDated {
      ticks = Self.ticks(span, unit: 1, steps: [1, 2, 5, 10, 20, 50, 100, 200, 500], room: room)
      title = "visits, not to scale"
    } else if chronology.policy == .calendar, let origin = chronology.dayZero {
      ticks = Self.calendarTicks(span, origin: origin, room: room)
      title = ""
    } else {
      let from = startsAtFirstMeasurement ? " since the first measurement" : " since day 0"
      if days < 14 {
        ticks = Self.ticks(span, unit: 1, steps: [1, 2, 7], room: room)
        title = "days" + from
      } else if days <= 7 * 160 {
        ticks = Self.ticks(span, unit: 7, steps: [1, 2, 4, 6, 8, 12, 16, 26, 52], room: room)
        title = "weeks" + from
      } else {
        ticks = Self.ticks(span, unit: 364, steps: [1, 2, 5, 10, 20, 50, 100], room: room)
        title = "years of 52 weeks" + from
      }
    }
  }

  func fraction(_ value: Double) -> Double { last > first ? (value - first) / (last - first) : 0.5 }

  /// Multiples of the smallest step that leaves room for its labels.
  private static func ticks(_ span: ClosedRange<Int>, unit: Int, steps: [Int], room: Int) -> [ChartScale.Tick] {
    let length = span.upperBound - span.lowerBound
    let step = (steps.first { length / ($0 * unit) < room } ?? max(steps.last ?? 1, length / unit / max(1, room - 1) + 1)) * unit
    var value = (span.lowerBound >= 0 ? span.lowerBound + step - 1 : span.lowerBound) / step * step
    var ticks: [ChartScale.Tick] = []
    while value <= span.upperBound {
      ticks.append(ChartScale.Tick(value: Double(value), label: TimeLabel.signed(value / unit)))
      value += step
    }
    return ticks.isEmpty ? [ChartScale.Tick(value: Double(span.lowerBound), label: TimeLabel.signed(span.lowerBound / unit))] : ticks
  }

  /// The first days of months or years: "May 2018", "Jul"; within two months the visits' own scale of weeks, dated.
  private static func calendarTicks(_ span: ClosedRange<Int>, origin: Int, room: Int) -> [ChartScale.Tick] {
    guard let start = CalendarDate(dayNumber: origin + span.lowerBound), let end = CalendarDate(dayNumber: origin + span.upperBound) else {
      return []
    }
    let shortNames = TimeLabel.monthNames.map { String($0.prefix(3)) }
    if span.upperBound - span.lowerBound < 62 {
      let step = max(7, (span.upperBound - span.lowerBound) / max(1, room / 2) / 7 * 7 + 7)
      return stride(from: span.lowerBound, through: span.upperBound, by: step).compactMap { day in
        guard let date = CalendarDate(dayNumber: origin + day), let month = date.month, let number = date.day else { return nil }
        return ChartScale.Tick(value: Double(day), label: "\(shortNames[month - 1]) \(number)")
      }
    }
    let firstMonth = start.year * 12 + (start.month ?? 1) - 1
    let lastMonth = end.year * 12 + (end.month ?? 1) - 1
    let step = [1, 2, 3, 6, 12, 24, 60, 120, 600].first { (lastMonth - firstMonth) / $0 < max(2, room * 2 / 3) } ?? 1200
    var ticks: [ChartScale.Tick] = []
    var shownYear: Int?
    for month in stride(from: (firstMonth + step - 1) / step * step, through: lastMonth, by: step) {
      guard let day = CalendarDate(year: month / 12, month: month % 12 + 1, day: 1)?.dayNumber, day - origin >= span.lowerBound else {
        continue
      }
      let year = shownYear == month / 12 ? "" : " \(month / 12)"
      shownYear = month / 12
      ticks.append(ChartScale.Tick(value: Double(day - origin), label: step >= 12 ? String(month / 12) : shortNames[month % 12] + year))
    }
    return ticks
  }
}
