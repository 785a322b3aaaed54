/// A unit of length, converted to cm exactly: mm × 0.1, in × 2.54, m × 100.
package enum LengthUnit: String, Hashable, Sendable, CaseIterable {
  case mm, cm
  case inch = "in"
  case m

  /// "42" mm is 4.2 cm; "1.5" in is 3.81 cm.
  package func centimetres(_ value: Decimal) throws(WoundError) -> Decimal {
    guard !value.isNegative else { throw .negative }
    return value * centimetresPerUnit
  }

  /// The unit of an area column: mm² × 0.01, in² × 6.4516.
  package func squareCentimetres(_ value: Decimal) throws(WoundError) -> Decimal {
    guard !value.isNegative else { throw .negative }
    return value * centimetresPerUnit * centimetresPerUnit
  }

  private var centimetresPerUnit: Decimal {
    switch self {
    case .mm: Decimal(significand: 1, scale: 1)
    case .cm: Decimal(1)
    case .inch: Decimal(significand: 254, scale: 2)
    case .m: Decimal(100)
    }
  }
}
