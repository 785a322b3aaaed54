internal import Glibc

/// A straight or logarithmic map from values to the height of a plot, and its ticks.
struct ChartScale {
  var lower: Double
  var upper: Double
  var isLogarithmic = false
  var ticks: [Tick]

  struct Tick: Hashable {
    var value: Double
    var label: String
  }

  /// 0 at the bottom, then steps of 1, 2 or 5 × 10ⁿ; the top lies on a tick or just above the greatest value.
  init(upTo greatest: Double, ticks wanted: Int = 4) {
    let top = greatest > 0 && greatest.isFinite ? greatest : 1
    let (step, decimals) = Self.step(atLeast: top / Double(wanted))
    let count = Int((top / step).rounded(.up))
    let isNear = Double(count) * step - top <= 0.45 * step
    lower = 0
    upper = isNear ? Double(count) * step : top * 1.02
    ticks = (0...(isNear ? count : count - 1)).map { Tick(value: Double($0) * step, label: Self.text(Double($0) * step, decimals)) }
  }

  /// Powers of ten, with 2 and 5 between them where there are few, around positive values.
  init(logarithmicFrom least: Double, to greatest: Double) {
    let steps = (-4...8).flatMap { power in [1.0, 2, 5].map { ($0 * pow(10, Double(power)), max(0, -power)) } }
    let first = steps.lastIndex { $0.0 <= least * 1.000001 } ?? 0
    let last = steps.firstIndex { $0.0 >= greatest * 0.999999 } ?? steps.count - 1
    let range = first...max(last, min(first + 1, steps.count - 1))
    lower = steps[range.lowerBound].0
    upper = steps[range.upperBound].0
    isLogarithmic = true
    ticks = range.filter { range.count <= 7 || $0 % 3 == 0 }.map { Tick(value: steps[$0].0, label: Self.text(steps[$0].0, steps[$0].1)) }
  }

  /// 0 at the bottom of the plot, 1 at its top.
  func fraction(_ value: Double) -> Double {
    guard upper > lower else { return 0 }
    return isLogarithmic ? log10(max(value, lower) / lower) / log10(upper / lower) : (value - lower) / (upper - lower)
  }

  /// The least 1, 2 or 5 × 10ⁿ that is not below `value`, and the decimals it needs.
  private static func step(atLeast value: Double) -> (Double, decimals: Int) {
    for power in -6...9 {
      for factor in [1.0, 2, 5] where factor * pow(10, Double(power)) >= value * 0.999999 {
        return (factor * pow(10, Double(power)), max(0, -power))
      }
    }
    return (value, 0)
  }

  private static func text(_ value: Double, _ decimals: Int) -> String {
    let scaled = Int((value * pow(10, Double(decimals))).rounded())
    guard decimals > 0, scaled != 0 else { return String(scaled) }
    let digits = String(scaled)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    return padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
