/// An exact quotient: a percentage, a weekly rate. Compared and rounded as the fraction it is, never through binary numbers.
package struct Ratio: Hashable, Sendable {
  /// Together in at most 90 bits each, so that a factor of up to 10¹¹ cannot overflow.
  private var numerator: Int128
  /// Greater than 0.
  private var denominator: Int128

  /// nil when `denominator` is 0.
  package init?(_ numerator: Decimal, over denominator: Decimal) {
    guard !denominator.isZero else { return nil }
    let scale = Int(max(numerator.scale, denominator.scale))
    let above = numerator.rounded(places: scale)
    let below = denominator.rounded(places: scale)
    self.init(below < 0 ? -above : above, below < 0 ? -below : below)
  }

  private init(_ numerator: Int128, _ denominator: Int128) {
    let bits = max(128 - numerator.magnitude.leadingZeroBitCount, 128 - denominator.leadingZeroBitCount)
    let shift = max(0, bits - 90)
    // Beyond 27 digits the last ones do not change any figure that is shown.
    self.numerator = shift == 0 ? numerator : numerator / (Int128(1) << shift)
    self.denominator = max(1, denominator >> shift)
  }

  package func times(_ factor: Int32) -> Ratio { Ratio(numerator * Int128(factor), denominator) }

  /// Divided by a whole number greater than 0.
  package func over(_ divisor: Int32) -> Ratio { Ratio(numerator, denominator * Int128(max(1, divisor))) }

  package var double: Double { Self.double(numerator) / Self.double(denominator) }

  /// What fits 64 bits, which is nearly all, need not take the long way of 128.
  private static func double(_ value: Int128) -> Double {
    let short = Int64(truncatingIfNeeded: value)
    return Int128(short) == value ? Double(short) : Double(value)
  }
  package var isZero: Bool { numerator == 0 }
  package var isNegative: Bool { numerator < 0 }

  package static prefix func - (a: Ratio) -> Ratio { Ratio(-a.numerator, a.denominator) }

  package func isAtLeast(_ whole: Int32) -> Bool { numerator >= denominator * Int128(whole) }
  package func isAtMost(_ whole: Int32) -> Bool { numerator <= denominator * Int128(whole) }

  /// Rounded half away from zero: 49.99 with 1 place is "50.0". Hyphen-minus.
  package func text(places: Int) -> String { decimalText(scaled(places), places: places, minus: "-") }

  /// As `text(places:)` with the minus sign U+2212.
  package func typeset(places: Int) -> String { decimalText(scaled(places), places: places, minus: "\u{2212}") }

  /// Cut off toward zero: 49.975 with 1 place is "49.9".
  package func truncatedText(places: Int) -> String {
    decimalText(numerator * powerOfTen(min(places, 10)) / denominator, places: min(places, 10), minus: "-")
  }

  private func scaled(_ places: Int) -> Int128 { dividedHalfAway(numerator * powerOfTen(min(places, 10)), by: denominator) }
}

/// A computed value: a fraction where it is one, else the double behind a root, a logarithm or π.
package enum Quantity: Hashable, Sendable {
  case exact(Ratio)
  case approximate(Double)

  package var double: Double {
    switch self {
    case .exact(let ratio): ratio.double
    case .approximate(let value): value
    }
  }

  /// Rounded half away from zero, with a hyphen-minus: "-0.86".
  package func text(places: Int) -> String {
    switch self {
    case .exact(let ratio): ratio.text(places: places)
    case .approximate(let value): Decimal(rounding: value).text(places: places)
    }
  }

  /// As `text(places:)` with the minus sign U+2212.
  package func typeset(places: Int) -> String {
    switch self {
    case .exact(let ratio): ratio.typeset(places: places)
    case .approximate(let value): Decimal(rounding: value).typeset(places: places)
    }
  }
}
