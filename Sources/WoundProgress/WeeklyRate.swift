import Glibc

/// How fast an area changes, per week. Positive is smaller.
package struct WeeklyRate: Hashable, Sendable {
  /// (A₀ − A₁)/weeks, cm²/week.
  package let absolute: Quantity
  /// Percent area reduction/weeks, %/week of the first area; nil when that is 0.
  package let simplePercent: Ratio?
  /// (1 − (A₁/A₀)^(7/days)) × 100, %/week, each of the week before; nil when either area is 0.
  package let compoundPercent: Quantity?

  /// Areas by one method, in cm²; `days` > 0.
  package init(from first: Area, to last: Area, days: Int) throws(WoundError) {
    guard !first.product.isNegative, !last.product.isNegative else { throw .negative }
    guard let days = Int32(exactly: days), days > 0 else { throw .nonPositiveInterval }
    guard let change = Ratio(first.product - last.product, over: Decimal(1)) else { throw .missing }
    let perWeek = change.times(7).over(days)
    absolute = first.isElliptic ? .approximate(perWeek.double * (Double.pi / 4)) : .exact(perWeek)
    let reduction = Ratio(first.product - last.product, over: first.product)?.times(100)
    simplePercent = reduction?.times(7).over(days)
    if let reduction, !last.isZero {
      let remaining = pow(last.product.double / first.product.double, 7 / Double(days))
      compoundPercent = days == 7 ? .exact(reduction) : .approximate((1 - remaining) * 100)
    } else {
      compoundPercent = nil
    }
  }
}
