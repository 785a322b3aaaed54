/// Whether a closed visit stands alone or is confirmed by another, at least two weeks later, without a measured area between them.
///
/// FDA's guidance on chronic wounds (2006): re-epithelialisation without drainage or dressing, confirmed at two visits two weeks apart.
package enum Closure: Hashable, Sendable {
  case oneVisit
  case confirmed

  package var words: String { self == .confirmed ? "closed, confirmed" : "closed" }
}

extension Series {
  /// The closure that the point at `index` shows; nil where the wound is open.
  package func closure(at index: Int) -> Closure? {
    guard points[index].area.isZero else { return nil }
    var start = index
    while start > 0, points[start - 1].area.isZero { start -= 1 }
    guard case .day(let first) = points[start].time, case .day(let last) = points[index].time else { return .oneVisit }
    return last.subtractingReportingOverflow(first).partialValue >= 14 ? .confirmed : .oneVisit
  }

  /// The first point of the closed visits that end the series; nil where the wound is open at the last.
  package var finalClosureIndex: Int? {
    guard points[points.count - 1].area.isZero else { return nil }
    var start = points.count - 1
    while start > 0, points[start - 1].area.isZero { start -= 1 }
    return start
  }

  /// Whether the wound was closed at the visit before and is open at this one.
  package func isReopened(at index: Int) -> Bool { index > 0 && points[index - 1].area.isZero && !points[index].area.isZero }
}
