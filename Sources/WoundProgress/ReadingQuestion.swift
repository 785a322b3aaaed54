/// A recorded value that may be a slip of writing, to be asked about and never changed.
///
///     lengths 3.2, 3.1, 30, 2.4   → factorOfTen at the third, "3.0?"
///     3.2 × 2.4, 2.3 × 3.1        → swapped at the second
package struct ReadingQuestion: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// One size is about ten times, or a tenth of, that of the visits beside it.
    case factorOfTen
    /// All sizes of the visit are: millimetres under a heading in centimetres.
    case otherUnit
    /// Length and width fit the neighbours the other way round.
    case swapped
    /// A traced area larger than length × width.
    case areaExceedsRectangle
    /// Deeper than long and wide.
    case depthExceedsSpan
    /// Longer or wider than 60 cm.
    case implausibleSize
  }

  package enum Field: String, Hashable, Sendable { case length, width, depth, area }

  package var kind: Kind
  /// Index of the measurement.
  package var row: Int
  /// nil where the question is about the whole visit.
  package var field: Field?
  package var value: Decimal?
  /// What would fit the neighbours, where that can be said.
  package var fitting: Decimal?

  package init(_ kind: Kind, row: Int, field: Field? = nil, value: Decimal? = nil, fitting: Decimal? = nil) {
    self.kind = kind
    self.row = row
    self.field = field
    self.value = value
    self.fitting = fitting
  }

  /// The rule, with the value.
  package var summary: String {
    let what = "\(field?.rawValue ?? "size") \(value?.recorded ?? "")"
    return switch kind {
    case .factorOfTen: "The \(what) cm is out of scale with the visits beside it"
    case .otherUnit: "All sizes of the visit are out of scale with the visits beside it"
    case .swapped: "Length and width look swapped"
    case .areaExceedsRectangle: "The area is larger than length × width"
    case .depthExceedsSpan: "The wound is deeper than it is long and wide"
    case .implausibleSize: "The \(what) cm is larger than a wound of a limb"
    }
  }

  package var remedy: String {
    switch kind {
    case .factorOfTen: "check the decimal point: did you mean \(fitting?.recorded ?? "another value")?"
    case .otherUnit: "check the unit: are these millimeters under a heading in centimeters?"
    case .swapped: "exchange the two values, or leave them when the wound did turn"
    case .areaExceedsRectangle: "check the area, the length and the width"
    case .depthExceedsSpan: "check the depth's decimal point and unit"
    case .implausibleSize: "check the unit in the column's heading"
    }
  }
}
