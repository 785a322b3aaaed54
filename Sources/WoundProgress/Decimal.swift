/// An exact decimal number: a length in cm, an area in cm², a recorded value. 1.5 × 0.3 is 0.45, never 0.44999….
///
/// The number is `significand` / 10^`scale`, in lowest terms. Up to 18 digits are exact; a longer result is rounded half away from zero,
/// and one beyond ±9.2 × 10¹⁸ stays at that bound. No operation traps.
package struct Decimal: Hashable, Sendable {
  package let significand: Int64
  /// Digits after the point, 0...18, as few as the number needs.
  package let scale: Int8

  package static let zero = Decimal(0)

  package init(_ whole: Int) { self.init(significand: Int128(whole), scale: 0) }

  /// Millionths of one: 4_200_000 is 4.2.
  package init(millionths: Int64) { self.init(significand: Int128(millionths), scale: 6) }

  /// `significand` / 10^`scale`, for any scale from 0 to 38.
  package init(significand: Int128, scale: Int) {
    if scale <= 18, var digits = Int64(exactly: significand), digits != Int64.min {
      var places = scale
      while places > 0, digits % 10 == 0 {
        digits /= 10
        places -= 1
      }
      (self.significand, self.scale) = (digits, Int8(places))
      return
    }
    var value = significand
    var places = scale
    var drop = max(0, places - 18)
    while (value / powerOfTen(drop)).magnitude > UInt128(Int64.max), drop < places { drop += 1 }
    if drop > 0 {
      value = dividedHalfAway(value, by: powerOfTen(drop))
      places -= drop
    }
    guard var digits = Int64(exactly: value), digits != Int64.min else {
      self.significand = value < 0 ? -Int64.max : Int64.max
      self.scale = 0
      return
    }
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    self.significand = digits
    self.scale = Int8(places)
  }

  /// The nearest decimal of at most `digits` significant digits: what a root, a logarithm or π gave, without its binary noise.
  ///
  /// A value that is not finite is zero.
  package init(rounding value: Double, digits: Int = 12) {
    guard value.isFinite, value != 0 else {
      self = .zero
      return
    }
    guard value.magnitude < 9e18 else {
      self.init(significand: value < 0 ? -Int128(Int64.max) : Int128(Int64.max), scale: 0)
      return
    }
    let bound = doublePowerOfTen(digits - 1)
    var scaled = value.magnitude
    var places = 0
    while scaled < bound, places < 18 {
      scaled *= 10
      places += 1
    }
    let whole = (value * doublePowerOfTen(places)).rounded(.toNearestOrAwayFromZero)
    // Below 9 × 10¹⁸ by the guard above, or below 10 × `bound` after scaling.
    self.init(significand: Int128(Int64(whole)), scale: places)
  }

  package var double: Double { Double(significand) / doublePowerOfTen(Int(scale)) }
  package var isZero: Bool { significand == 0 }
  package var isNegative: Bool { significand < 0 }
  package var magnitude: Decimal { isNegative ? -self : self }

  /// Rounded to millionths, half away from zero.
  package var millionths: Int64 { Int64(clamping: rounded(places: 6)) }

  /// The number × 10^`places` (0...18), rounded half away from zero.
  package func rounded(places: Int) -> Int128 {
    places >= Int(scale)
      ? Int128(significand) * powerOfTen(places - Int(scale)) : dividedHalfAway(Int128(significand), by: powerOfTen(Int(scale) - places))
  }
}

extension Decimal: Comparable {
  package static func < (a: Decimal, b: Decimal) -> Bool {
    if a.scale == b.scale { return a.significand < b.significand }
    return Int128(a.significand) * powerOfTen(Int(b.scale)) < Int128(b.significand) * powerOfTen(Int(a.scale))
  }
}

extension Decimal {
  package static func + (a: Decimal, b: Decimal) -> Decimal {
    let scale = Int(max(a.scale, b.scale))
    return Decimal(significand: a.rounded(places: scale) + b.rounded(places: scale), scale: scale)
  }

  package static prefix func - (a: Decimal) -> Decimal { Decimal(significand: -Int128(a.significand), scale: Int(a.scale)) }

  package static func - (a: Decimal, b: Decimal) -> Decimal { a + -b }

  package static func * (a: Decimal, b: Decimal) -> Decimal {
    Decimal(significand: Int128(a.significand) * Int128(b.significand), scale: Int(a.scale) + Int(b.scale))
  }
}

/// 10^`exponent` for 0...38; outside, the nearest of these.
func powerOfTen(_ exponent: Int) -> Int128 { powersOfTen[min(max(exponent, 0), 38)] }

private let powersOfTen: [Int128] = {
  var powers: [Int128] = [1]
  for _ in 0..<38 { powers.append((powers.last ?? 1) * 10) }
  return powers
}()

/// 10^`exponent` for 0...22, where a double holds it exactly; outside, the nearest of these.
func doublePowerOfTen(_ exponent: Int) -> Double { doublePowersOfTen[min(max(exponent, 0), 22)] }

private let doublePowersOfTen: [Double] = {
  var powers: [Double] = [1]
  for _ in 0..<22 { powers.append((powers.last ?? 1) * 10) }
  return powers
}()

/// `value` / `divisor`, rounded half away from zero; `divisor` > 0.
func dividedHalfAway(_ value: Int128, by divisor: Int128) -> Int128 {
  let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
  guard remainder != 0, remainder.magnitude >= divisor.magnitude - remainder.magnitude else { return quotient }
  return value < 0 ? quotient - 1 : quotient + 1
}
