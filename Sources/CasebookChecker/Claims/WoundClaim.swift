/// What a sentence says of a wound's sizes.
struct WoundClaim: Hashable {
  enum Quantity: Hashable {
    /// Percent of the first area by which the wound is smaller; negative is larger.
    case reduction
    /// cm²
    case area
    /// cm² between the first visit and another, or two visits that follow each other.
    case change
    /// cm: both sides, and depth where it is given.
    case sides
    case depth, length, width
    case push
    /// The wound was closed at the time.
    case closure
  }

  /// How a number is meant.
  enum Bound: Hashable { case exact, about, atLeast, atMost }

  var quantity: Quantity
  /// In percent, cm² or cm; one for each side of `sides`; none for `closure`.
  var numbers: [WrittenNumber]
  var bound = Bound.exact
  /// What is quoted: "62%".
  var words: String
  var time: ClaimTime?
  /// The token of the sentence that it begins at.
  var start = 0
  /// "remained closed": at any visit of that time.
  var isState = false

  /// Whether the number, as precisely as it was written, is `actual`: rounded or cut off.
  func fits(_ number: WrittenNumber, _ actual: Double) -> Bool {
    let slack = 1e-9 * max(1, abs(actual))
    let half = number.step / 2
    switch bound {
    case .exact: return actual >= number.value - half - slack && actual < number.value + number.step - slack
    case .about:
      let tolerance = max(half, quantity == .reduction ? 3 : number.value / 10)
      return abs(actual - number.value) <= tolerance + slack
    case .atLeast: return actual >= number.value - half - slack
    case .atMost: return actual <= number.value + half + slack
    }
  }
}
