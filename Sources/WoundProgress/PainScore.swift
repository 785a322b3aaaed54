/// Pain on the numeric rating scale, a whole number from 0 to 10. Not recorded is not 0; a visual analogue scale in mm is another scale.
package struct PainScore: Hashable, Sendable {
  package let value: Int

  package init(_ value: Int) throws(WoundError) {
    guard (0...10).contains(value) else { throw .outOfRange }
    self.value = value
  }

  /// Bands in common use, without a source: print the number.
  package enum Band: String, Hashable, Sendable { case none, mild, moderate, severe }

  package var band: Band {
    switch value {
    case 0: .none
    case ...3: .mild
    case ...6: .moderate
    default: .severe
    }
  }
}
