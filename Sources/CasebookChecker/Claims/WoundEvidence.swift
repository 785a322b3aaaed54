internal import CasebookModel
internal import WoundProgress

/// A wound's measurements as claims are held against them.
struct WoundEvidence {
  let course: WoundCourse
  /// "week 8", "day 3", "visit 2": by row of the course.
  private let times: [String]

  init(_ course: WoundCourse) {
    self.course = course
    times = course.rows.map { row in
      switch row.time {
      case .visit(let number): "visit \(number)"
      case .day(let day): day % 7 == 0 ? "week \(day / 7)" : "day \(day)"
      }
    }
  }

  /// What the measurements say where they contradict the claim; nil where they agree or say nothing.
  struct Contradiction {
    /// "52.0% at week 8"
    var words: String
    /// "reduction foot week 8": what a text writes between braces to have it printed.
    var number: String?
    /// Of several wounds' or visits' values the nearest is told.
    var distance: Double
  }

  enum Verdict {
    case agrees
    /// Nothing was measured that could agree or contradict.
    case silent
    case contradicts(Contradiction)
  }

  func verdict(on claim: WoundClaim) -> Verdict {
    if claim.quantity == .closure { return closureVerdict(on: claim) }
    let rows = rows(at: claim.time)
    var nearest: Contradiction?
    for row in rows {
      for (actual, words) in values(of: claim.quantity, in: course.rows[row], count: claim.numbers.count) {
        if agrees(claim, actual) { return .agrees }
        let distance = zip(claim.numbers, actual).reduce(0) { $0 + abs($1.0.value - $1.1) }
        if distance < nearest?.distance ?? .infinity {
          nearest = Contradiction(
            words: "\(words) at \(times[row])", number: metric(claim.quantity).map { "\($0) \(times[row])" }, distance: distance)
        }
      }
    }
    return nearest.map { .contradicts($0) } ?? .silent
  }

  /// Sides may be named in either order.
  private func agrees(_ claim: WoundClaim, _ actual: [Double]) -> Bool {
    func fit(_ order: [Double]) -> Bool { zip(claim.numbers, order).allSatisfy { claim.fits($0, $1) } }
    if fit(actual) { return true }
    return claim.quantity == .sides && fit([actual[1], actual[0]] + actual.dropFirst(2))
  }

  /// Each way in which a visit has the quantity, and its words.
  private func values(of quantity: WoundClaim.Quantity, in row: WoundCourse.Row, count: Int) -> [(actual: [Double], words: String)] {
    let measurement = course.measurement(row)
    let point = row.point.map { course.series.points[$0] }
    switch quantity {
    case .area: return point.map { [([$0.area.squareCentimetres], $0.area.text + " cm²")] } ?? []
    case .reduction:
      guard let point, point.change != nil, let reduction = point.reduction else { return [] }
      return [([reduction.percent.double], reduction.typeset + "%")]
    case .change:
      guard let point, let change = point.change else { return [] }
      let total = course.series.baseline.area.change(to: point.area)
      return [change, total].map { ([abs($0.squareCentimetres)], $0.typesetChange + " cm²") }
    case .sides:
      guard let length = measurement.length, let width = measurement.width else { return [] }
      let sides = [length, width] + (count > 2 ? [measurement.depth].compactMap { $0 } : [])
      guard sides.count == count else { return [] }
      return [(sides.map(\.double), sides.map(\.recorded).joined(separator: " × ") + " cm")]
    case .length: return measurement.length.map { [([$0.double], $0.recorded + " cm")] } ?? []
    case .width: return measurement.width.map { [([$0.double], $0.recorded + " cm")] } ?? []
    case .depth: return measurement.depth.map { [([$0.double], $0.recorded + " cm")] } ?? []
    case .push: return PushScore(measurement).map { [([Double($0.total)], "PUSH \($0.total)")] } ?? []
    case .closure: return []
    }
  }

  private func metric(_ quantity: WoundClaim.Quantity) -> String? {
    let name: String? =
      switch quantity {
      case .area: "area"
      case .reduction: "reduction"
      case .change: "change"
      case .depth: "depth"
      case .length: "length"
      case .width: "width"
      case .push: "push"
      case .sides, .closure: nil
      }
    return name.map { "\($0) \(course.wound.id.value)" }
  }

  // MARK: Times

  /// The rows of the time; every row where none is named, none where it has no visit.
  private func rows(at time: ClaimTime?) -> [Int] {
    let all = Array(course.rows.indices)
    switch time?.moment {
    case nil: return all
    case .first: return all.first { course.rows[$0].point == 0 }.map { [$0] } ?? []
    case .last: return all.last { course.rows[$0].point != nil }.map { [$0] } ?? []
    case .visit(let visit): return all.filter { course.rows[$0].time == .visit(visit) }
    case .day, .week:
      guard let time, course.isDated else { return [] }
      return all.filter { matches(time, course.rows[$0].time.number) }
    }
  }

  /// Weeks and days count from day 0 or from the first measurement.
  private func matches(_ time: ClaimTime, _ day: Int) -> Bool {
    let days = [day, day - course.series.baseline.time.number]
    switch time.moment {
    case .week(let week): return days.contains { TimeLabel.week(ofDay: $0) == week }
    case .day(let number): return days.contains(number)
    default: return false
    }
  }

  // MARK: Closure

  private func closureVerdict(on claim: WoundClaim) -> Verdict {
    guard course.isDated, let time = claim.time, let number = time.days else { return .silent }
    let points = course.series.points
    let origin = course.series.baseline.time.number
    let closed = points.filter(\.area.isZero)
    if closed.contains(where: { matches(time, $0.time.number) || time.isLimit && $0.time.number - max(0, origin) <= number + 3 }) {
      return .agrees
    }
    if let open = points.first(where: { !$0.area.isZero && matches(time, $0.time.number) }) {
      return .contradicts(contradiction("open with \(open.area.text) cm²", at: open))
    }
    guard let first = closed.first else {
      return points.contains { $0.time.number - max(0, origin) >= number } ? .contradicts(contradiction("never closed", at: nil)) : .silent
    }
    let lastOpen = points.last { !$0.area.isZero && $0.time.number < first.time.number }
    if let lastOpen, number <= lastOpen.time.number - max(0, origin) { return .contradicts(contradiction("closed", at: first)) }
    return claim.isState || number < first.time.number ? .silent : .contradicts(contradiction("closed", at: first))
  }

  private func contradiction(_ words: String, at point: Series.Point?) -> Contradiction {
    let row = point.flatMap { point in course.rows.firstIndex { $0.visit == point.row } }
    return Contradiction(words: words + (row.map { " at \(times[$0])" } ?? ""), number: nil, distance: 0)
  }
}

extension ClaimTime {
  /// Days from the start; nil for what is not counted.
  fileprivate var days: Int? {
    switch moment {
    case .day(let day): day
    case .week(let week): week * 7
    case .visit, .first, .last: nil
    }
  }
}
