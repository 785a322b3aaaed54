/// A wound's volume in cm³ by two formulas: name the one used. Undermining and tunnels are never added.
package struct Volume: Hashable, Sendable {
  private let product: Decimal

  /// Lengths in cm, ≥ 0. Depth that was not recorded is `missingDepth`, never 0; depth 0 is a flush wound of volume 0.
  package init(length: Decimal?, width: Decimal?, depth: Decimal?) throws(WoundError) {
    let area = try Area.rectangle(length: length, width: width)
    guard let depth else { throw .missingDepth }
    guard !depth.isNegative else { throw .negative }
    product = area.product * depth
  }

  /// L × W × D, what charts call volume.
  package var box: Decimal { product }

  /// π/6 × L × W × D, half of an ellipsoid.
  package var halfEllipsoid: Double { product.double * (Double.pi / 6) }

  package var boxText: String { sizeText(product) }
  package var halfEllipsoidText: String { sizeText(Decimal(rounding: halfEllipsoid)) }
}
