import Glibc

/// Exponential decay of the area: k = ln(A₀/A₁)/weeks, per week, and the half-life ln 2/k in weeks. Both areas > 0, `days` > 0.
package struct HealingConstant: Hashable, Sendable {
  package let perWeek: Double
  /// nil when k ≤ 0: the wound does not get smaller.
  package let halfLifeWeeks: Double?

  package init(from first: Area, to last: Area, days: Int) throws(WoundError) {
    guard !first.product.isNegative, !last.product.isNegative else { throw .negative }
    guard days > 0 else { throw .nonPositiveInterval }
    guard !first.isZero else { throw .baselineZero }
    guard !last.isZero else { throw .closed }
    perWeek = first.product == last.product ? 0 : log(first.product.double / last.product.double) * 7 / Double(days)
    halfLifeWeeks = perWeek > 0 ? log(2) / perWeek : nil
  }

  /// 3 decimals: "0.173".
  package var text: String { Decimal(rounding: perWeek).text(places: 3) }
}
