/// The areas of one wound over time by one method, sorted, with the figures that each row shows.
package struct Series: Hashable, Sendable {
  /// Visits with an area, in order of time; the first is the baseline. Never empty.
  package let points: [Point]
  /// Visits without an area, in order of time: a gap in the line.
  package let gaps: [Time]
  package let issues: [SeriesIssue]
  package let trajectory: Trajectory

  /// When a visit was: a day on the case's scale, or only its number.
  package enum Time: Hashable, Sendable {
    case day(Int)
    case visit(Int)

    package var number: Int {
      switch self {
      case .day(let number), .visit(let number): number
      }
    }
  }

  package struct Point: Hashable, Sendable {
    /// Index of the row it came from.
    package let row: Int
    package let time: Time
    package let area: Area
    /// Since the baseline; nil when that is 0. The baseline's own is 0, shown as a dash.
    package let reduction: Reduction?
    /// Since the visit before; nil for the first. Negative is smaller.
    package let change: Area?
  }

  /// A row as it was read, its area already computed; nil when nothing was measured.
  package struct Entry: Hashable, Sendable {
    package var time: Time?
    package var area: Area?
    package var method: AreaMethod?
    package var unit: LengthUnit?

    package init(time: Time?, area: Area?, method: AreaMethod?, unit: LengthUnit? = nil) {
      self.time = time
      self.area = area
      self.method = method
      self.unit = unit
    }
  }

  package var baseline: Point { points[0] }
  package var last: Point { points[points.count - 1] }

  /// Sorts the rows and drops doubles; refuses what must not be compared. Nothing is interpolated or carried forward.
  package init(_ entries: [Entry]) throws(SeriesRefusal) {
    var issues: [SeriesIssue] = []
    let measured = try Self.measured(entries, &issues)
    let rows = try Self.sorted(measured, &issues)
    guard let first = rows.first else { throw SeriesRefusal(.noMeasurements, rows: Array(entries.indices), issues: issues) }
    var points: [Point] = []
    points.reserveCapacity(rows.count)
    for row in rows {
      let change = points.last.map { $0.area.change(to: row.area) }
      let ratio = Ratio(first.area.product - row.area.product, over: first.area.product)
      let reduction = ratio.map { Reduction(percent: $0.times(100), isClosed: row.area.isZero) }
      points.append(Point(row: row.index, time: row.time, area: row.area, reduction: reduction, change: change))
    }
    self.points = points
    gaps = entries.filter { $0.area == nil }.compactMap(\.time).sorted { $0.number < $1.number }
    self.issues = issues
    trajectory = Trajectory(points.map(\.area)) ?? .single
  }
}

extension Reduction {
  init(percent: Ratio, isClosed: Bool) {
    self.percent = percent
    self.isClosed = isClosed
  }
}

private struct Row {
  var index: Int
  var time: Series.Time
  var area: Area
}

extension Series {
  /// The rows that have a time and an area, by one method and on one scale of time.
  private static func measured(_ entries: [Entry], _ issues: inout [SeriesIssue]) throws(SeriesRefusal) -> [Row] {
    let all = entries.indices
    let untimed = all.filter { entries[$0].time == nil }
    if !untimed.isEmpty { issues.append(SeriesIssue(.noTime, rows: untimed)) }
    let unmeasured = all.filter { entries[$0].time != nil && entries[$0].area == nil }
    if !unmeasured.isEmpty { issues.append(SeriesIssue(.missingMeasurement, rows: unmeasured)) }
    let units = all.filter { entries[$0].unit != nil }
    if units.contains(where: { entries[$0].unit != entries[units[0]].unit }) { issues.append(SeriesIssue(.mixedUnits, rows: units)) }

    var rows: [Row] = []
    for index in all {
      guard let time = entries[index].time, let area = entries[index].area else { continue }
      rows.append(Row(index: index, time: time, area: area))
    }
    // A closed wound's 0 is 0 by any method.
    let compared = rows.filter { !$0.area.isZero }
    let method = compared.first.map { entries[$0.index].method }
    let others = compared.filter { entries[$0.index].method != method }
    guard others.isEmpty else { throw SeriesRefusal(.mixedMethods, rows: others.map(\.index), issues: issues) }
    let isNumbered = rows.filter { if case .visit = $0.time { true } else { false } }
    guard isNumbered.isEmpty || isNumbered.count == rows.count else {
      throw SeriesRefusal(.mixedTimes, rows: isNumbered.map(\.index), issues: issues)
    }
    return rows
  }

  private static func sorted(_ rows: [Row], _ issues: inout [SeriesIssue]) throws(SeriesRefusal) -> [Row] {
    let late = rows.indices.dropFirst().filter { rows[$0].time.number < rows[$0 - 1].time.number }
    let ordered = late.isEmpty ? rows : rows.sorted { ($0.time.number, $0.index) < ($1.time.number, $1.index) }
    if !late.isEmpty { issues.append(SeriesIssue(.unorderedDates, rows: late.map { rows[$0].index })) }
    var kept: [Row] = []
    kept.reserveCapacity(ordered.count)
    var doubles: [Int] = []
    for row in ordered {
      guard let before = kept.last, before.time == row.time else {
        kept.append(row)
        continue
      }
      guard before.area.product == row.area.product else {
        throw SeriesRefusal(.conflictingDuplicate, rows: [before.index, row.index], issues: issues)
      }
      doubles.append(row.index)
    }
    if !doubles.isEmpty { issues.append(SeriesIssue(.duplicateRow, rows: doubles)) }
    return kept
  }
}
