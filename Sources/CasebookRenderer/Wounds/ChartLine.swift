internal import CasebookModel
internal import WoundProgress

/// What a chart draws of one wound: its measured points, broken where a visit has none.
struct ChartLine {
  var name: String
  /// 1 for the first wound of the chart: its colour, dash and marker.
  var number: Int
  var segments: [[Point]]
  /// "closed, one visit", "closed, confirmed", "closed", for the end of the line.
  var endWords: String?
  /// Half of the first area, where that is shown.
  var half: Double?

  struct Point {
    /// Day or visit number.
    var time: Double
    /// cm² or percent of the first area.
    var value: Double
    var isClosed: Bool
  }

  var points: [Point] { segments.flatMap { $0 } }

  /// nil where the form has no value: percent of a first area of 0.
  init?(_ course: WoundCourse, number: Int, form: GeneratedPart.WoundSelection.Form) {
    let series = course.series
    let first = series.baseline.area.squareCentimetres
    guard form != .percent || first > 0 else { return nil }
    name = course.wound.name
    self.number = number
    var segments: [[Point]] = [[]]
    for row in course.rows {
      guard let index = row.point else {
        if !segments[segments.count - 1].isEmpty { segments.append([]) }
        continue
      }
      let area = series.points[index].area
      let value = form == .percent ? area.squareCentimetres / first * 100 : area.squareCentimetres
      let point = Point(time: Double(row.time.number), value: value, isClosed: area.isZero)
      if form == .log, area.isZero {
        // A logarithm has no 0: the closure is marked below the plot, and no line leads there.
        if !segments[segments.count - 1].isEmpty { segments.append([]) }
        segments[segments.count - 1].append(point)
        segments.append([])
      } else {
        segments[segments.count - 1].append(point)
      }
    }
    self.segments = segments.filter { !$0.isEmpty }
    half = form == .percent ? 50 : first > 0 ? first / 2 : nil
    if series.finalClosureIndex != nil {
      let isConfirmed = series.closure(at: series.points.count - 1) == .confirmed
      endWords = isConfirmed ? "closed, confirmed" : "closed, one visit"
    }
  }
}

extension [ChartLine] {
  /// How often two of the lines cross or share a stretch within the same time.
  var crossings: Int {
    var count = 0
    for (index, line) in enumerated() {
      for other in self[(index + 1)...] { count += line.crossings(with: other) }
    }
    return count
  }
}

extension ChartLine {
  /// Changes of order between two lines at the times of either.
  fileprivate func crossings(with other: ChartLine) -> Int {
    let times = Set((points + other.points).map(\.time)).sorted()
    var before: Bool?
    var count = 0
    for time in times {
      guard let a = value(at: time), let b = other.value(at: time), a != b else { continue }
      if let before, before != (a > b) { count += 1 }
      before = a > b
    }
    return count
  }

  /// The height of the drawn line; nil outside and in gaps.
  func value(at time: Double) -> Double? {
    for segment in segments {
      guard let first = segment.first, let last = segment.last, time >= first.time, time <= last.time else { continue }
      guard let next = segment.firstIndex(where: { $0.time >= time }) else { continue }
      if next == 0 { return first.value }
      let (a, b) = (segment[next - 1], segment[next])
      return b.time > a.time ? a.value + (b.value - a.value) * (time - a.time) / (b.time - a.time) : b.value
    }
    return nil
  }
}
