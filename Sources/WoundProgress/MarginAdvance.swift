/// Linear advance of the wound's margin: d = (A₀ − A₁)/((p₀ + p₁)/2), cm; positive when the wound gets smaller. Gilman TH. Wounds 1990;2:95-101.
package struct MarginAdvance: Hashable, Sendable {
  package let centimetres: Ratio
  package let centimetresPerWeek: Ratio
  package let millimetresPerDay: Ratio

  /// A traced outline: area in cm², perimeter in cm; both 0 when closed.
  package struct Outline: Hashable, Sendable {
    package var area: Decimal?
    package var perimeter: Decimal?

    package init(area: Decimal?, perimeter: Decimal?) {
      self.area = area
      self.perimeter = perimeter
    }
  }

  /// Not both closed, `days` > 0, and no perimeter shorter than a circle's of that area, 2√(πA).
  package init(from first: Outline, to last: Outline, days: Int) throws(WoundError) {
    guard let days = Int32(exactly: days), days > 0 else { throw .nonPositiveInterval }
    let (area0, perimeter0) = try first.checked()
    let (area1, perimeter1) = try last.checked()
    guard let perPerimeter = Ratio(area0 - area1, over: perimeter0 + perimeter1) else { throw .bothClosed }
    centimetres = perPerimeter.times(2)
    centimetresPerWeek = centimetres.times(7).over(days)
    millimetresPerDay = centimetres.times(10).over(days)
  }
}

extension MarginAdvance.Outline {
  fileprivate func checked() throws(WoundError) -> (area: Decimal, perimeter: Decimal) {
    guard let area else { throw .missing }
    let perimeter = perimeter ?? .zero
    guard !area.isNegative, !perimeter.isNegative else { throw .negative }
    guard area.isZero == perimeter.isZero else { throw .inconsistentPerimeter }
    // A circle's own figures may miss the bound by the rounding of their last digit.
    guard perimeter.double >= 2 * (Double.pi * area.double).squareRoot() * (1 - 1e-6) else { throw .impossiblePerimeter }
    return (area, perimeter)
  }
}
