/// An area in cm², or the difference of two by the same method: an exact number, times π/4 where it is an ellipse's.
///
/// Keeping π/4 apart makes every ratio of two ellipses exact, so that a percentage does not depend on how the area is modelled.
package struct Area: Hashable, Sendable {
  /// Length × width, or the planimetric area.
  package let product: Decimal
  package let isElliptic: Bool

  package init(product: Decimal, isElliptic: Bool = false) {
    self.product = product
    self.isElliptic = isElliptic
  }

  /// A = L × W, cm². Both in cm, both recorded and ≥ 0; both 0 is a closed wound.
  ///
  ///     4.2 × 2.8 → 11.76
  package static func rectangle(length: Decimal?, width: Decimal?) throws(WoundError) -> Area {
    guard let length, let width else { throw .missing }
    guard !length.isNegative, !width.isNegative else { throw .negative }
    guard length.isZero == width.isZero else { throw .inconsistentZero }
    return Area(product: length * width)
  }

  /// A = π/4 × L × W, cm², with full π. Domain as `rectangle`.
  ///
  ///     4.2 × 2.8 → 9.236282401553993
  package static func ellipse(length: Decimal?, width: Decimal?) throws(WoundError) -> Area {
    Area(product: try rectangle(length: length, width: width).product, isElliptic: true)
  }

  /// A traced area, as given, ≥ 0.
  package static func planimetric(_ area: Decimal?) throws(WoundError) -> Area {
    guard let area else { throw .missing }
    guard !area.isNegative else { throw .negative }
    return Area(product: area)
  }

  package var squareCentimetres: Double { isElliptic ? product.double * (Double.pi / 4) : product.double }
  package var isZero: Bool { product.isZero }

  /// Rounded to 12 digits where π is in it.
  package var decimal: Decimal { isElliptic ? Decimal(rounding: squareCentimetres) : product }

  /// The change to `later`, negative when that is smaller. Both by one method.
  package func change(to later: Area) -> Area { Area(product: later.product - product, isElliptic: isElliptic) }

  /// 1 decimal; below 0.1 two; below 0.005 "<0.01". 0 is "0.0".
  package var text: String { sizeText(decimal) }

  /// A signed change for people: "−0.7", "−0.04", "0.0", "1.5"; one that rounds to nothing is "0.00".
  package var typesetChange: String {
    let value = decimal
    let isSmall = !value.isZero && value.magnitude < Decimal(significand: 1, scale: 1)
    return value.typeset(places: isSmall ? 2 : 1)
  }
}

/// Areas and volumes: 1 decimal; 0 < value < 0.1 two decimals; value < 0.005 "<0.01". Never "0.0" for an open wound.
func sizeText(_ value: Decimal) -> String {
  guard !value.isZero, value.magnitude < Decimal(significand: 1, scale: 1) else { return value.text(places: 1) }
  return value.magnitude < Decimal(significand: 5, scale: 3) ? "<0.01" : value.text(places: 2)
}
