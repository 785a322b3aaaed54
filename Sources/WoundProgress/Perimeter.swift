/// A perimeter in cm estimated from an ellipse, for a wound that was not traced. Say "estimated" wherever it is used.
package enum Perimeter {
  /// Ramanujan II: π(a + b)(1 + 3h / (10 + √(4 − 3h))), a = L/2, b = W/2, h = ((a − b)/(a + b))². Domain as `Area.rectangle`; 0 when closed.
  package static func ofEllipse(length: Decimal?, width: Decimal?) throws(WoundError) -> Double {
    let area = try Area.rectangle(length: length, width: width)
    guard let length, let width, !area.isZero else { return 0 }
    let a = length.double / 2
    let b = width.double / 2
    let h = ((a - b) / (a + b)) * ((a - b) / (a + b))
    return Double.pi * (a + b) * (1 + 3 * h / (10 + (4 - 3 * h).squareRoot()))
  }
}
