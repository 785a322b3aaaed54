/// Bates-Jensen Wound Assessment Tool: the sum of 13 items, 13-65, higher is worse. Items come from the author and are never derived.
package struct BWATScore: Hashable, Sendable {
  package let total: Int

  /// `oneToFive`, or the newer sheet on which size, depth, edges and undermining (items 1-4) may be 0 for healed.
  package enum Sheet: String, Hashable, Sendable {
    case oneToFive = "1-5"
    case zeroToFive = "0-5"
  }

  /// The common bands of severity; 31-40 and 41-65 are not confirmed by a source, so print the total.
  package enum Severity: String, Hashable, Sendable { case minimal, mild, moderate, critical }

  package init(items: [Int?], sheet: Sheet) throws(WoundError) {
    guard items.count == 13 else { throw .needThirteenItems }
    let values = items.compactMap { $0 }
    guard values.count == 13 else { throw .missing }
    for (index, value) in values.enumerated() {
      let least = sheet == .zeroToFive && index < 4 ? 0 : 1
      guard value >= least, value <= 5 else { throw .itemOutOfRange(index + 1) }
    }
    total = values.reduce(0, +)
  }

  package var severity: Severity {
    switch total {
    case ...20: .minimal
    case ...30: .mild
    case ...40: .moderate
    default: .critical
    }
  }
}
