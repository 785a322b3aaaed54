/// An exact decimal number of at most 6 places after the point: a length in centimetres, an area, a percentage.
///
/// `Decimal("1.5")! * …` never meets binary rounding: 1.5 × 0.3 is 0.45, shown "0.5" by half away from zero.
package struct Decimal: Hashable, Sendable, Comparable {
  /// The number in millionths.
  package var millionths: Int64

  package init(millionths: Int64) { self.millionths = millionths }

  package init(_ whole: Int) { millionths = Int64(whole) * 1_000_000 }

  package static let zero = Decimal(millionths: 0)

  package static func < (a: Decimal, b: Decimal) -> Bool { a.millionths < b.millionths }
}
