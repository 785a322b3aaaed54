/// The course of a series in one word. The first that applies, in this order.
package enum Trajectory: String, Hashable, Sendable, CaseIterable {
  /// The last area is 0.
  case closed
  /// One measurement.
  case single
  /// An earlier area is 0.
  case reopened
  /// The last area is at least 10 % above the first.
  case enlarged
  /// Smaller than the first before, and now more than 1.10 × the smallest.
  case rebound
  /// Within 10 % of the first, so that the noise of measuring does not become a story.
  case `static`
  case improving

  /// Areas by one method, in order of time; nil for none.
  package init?(_ areas: [Area]) {
    guard let first = areas.first?.product, let last = areas.last?.product else { return nil }
    let (ten, eleven) = (Decimal(10), Decimal(11))
    let earlier = areas.dropLast().map(\.product)
    if last.isZero {
      self = .closed
    } else if areas.count == 1 {
      self = .single
    } else if earlier.contains(where: \.isZero) {
      self = .reopened
    } else if ten * last >= eleven * first {
      self = .enlarged
    } else if let least = earlier.min(), least < first, ten * last > eleven * least {
      self = .rebound
    } else {
      self = ten * (first - last).magnitude < first ? .static : .improving
    }
  }

  /// In words that say what the numbers do and no more.
  package var words: String {
    switch self {
    case .closed: "closed"
    case .single: "one measurement"
    case .reopened: "closed, then reopened"
    case .enlarged: "larger than at first"
    case .rebound: "smaller, then larger again"
    case .static: "within 10% of the first area"
    case .improving: "smaller than at first"
    }
  }
}
