/// SINBAD (Ince P et al. 2008): six items of 0 or 1, total 0-6. Report the items, not only the total (IWGDF).
package struct SINBADScore: Hashable, Sendable {
  package static let itemNames = ["site", "ischaemia", "neuropathy", "infection", "area", "depth"]

  /// In the order of `itemNames`.
  package let items: [Int]

  package init(_ values: [String: Int]) throws(WoundError) {
    let found = Self.itemNames.compactMap { values[$0] }
    guard found.count == Self.itemNames.count else { throw .missing }
    guard found.allSatisfy({ $0 == 0 || $0 == 1 }) else { throw .outOfRange }
    items = found
  }

  package var total: Int { items.reduce(0, +) }

  /// "site 0, ischaemia 0, neuropathy 1, infection 0, area 1, depth 0"
  package var text: String { zip(Self.itemNames, items).map { "\($0) \($1)" }.joined(separator: ", ") }
}
