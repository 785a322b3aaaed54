/// The radius of a circle of the same area, R = √(A/π), and its decrease per week, mm. Zimny S et al. J Diabetes Complications 2002;16:327-32.
package struct EquivalentRadius: Hashable, Sendable {
  package let firstMillimetres: Double
  package let lastMillimetres: Double
  package let millimetresPerWeek: Double

  /// Areas ≥ 0 in cm², `days` > 0. Positive when the wound gets smaller.
  package init(from first: Area, to last: Area, days: Int) throws(WoundError) {
    guard !first.product.isNegative, !last.product.isNegative else { throw .negative }
    guard days > 0 else { throw .nonPositiveInterval }
    firstMillimetres = 10 * (first.squareCentimetres / Double.pi).squareRoot()
    lastMillimetres = 10 * (last.squareCentimetres / Double.pi).squareRoot()
    millimetresPerWeek = (firstMillimetres - lastMillimetres) * 7 / Double(days)
  }

  /// 2 decimals: "0.34".
  package var text: String { Decimal(rounding: millimetresPerWeek).text(places: 2) }
}
