/// Why a figure cannot be computed. Nothing is assumed in its place.
package enum WoundError: Error, Hashable, Sendable {
  case missing
  case negative
  case notANumber
  case unknownUnit
  /// One of length and width is 0 and the other is not.
  case inconsistentZero
  case missingDepth
  case baselineZero
  case closed
  case bothClosed
  case nonPositiveInterval
  /// An area without a perimeter, or a perimeter without an area.
  case inconsistentPerimeter
  /// A perimeter shorter than that of a circle of the same area.
  case impossiblePerimeter
  case needTwoDates
  case closedMismatch
  case unknownExudate
  case unknownTissue
  case needThirteenItems
  case itemOutOfRange(Int)
  case outOfRange
  case empty
  case sumNot100(Int)
  case mixedMethods
  case conflictingDuplicate
  case mixedTimes
  case noMeasurements

  /// The case's name in data: "inconsistentZero".
  package var code: String {
    switch self {
    case .needThirteenItems: "need13"
    case .itemOutOfRange: "outOfRange"
    case .sumNot100: "sumNot100"
    default: "\(self)"
    }
  }
}
