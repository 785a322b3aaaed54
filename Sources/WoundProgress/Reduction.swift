/// Percent area reduction since the baseline: (A₀ − Aₜ)/A₀ × 100. Positive is smaller, negative larger (it may pass −100), 100 closed.
package struct Reduction: Hashable, Sendable {
  package let percent: Ratio
  package let isClosed: Bool

  /// Both areas by one method. Baseline 0 has no percentage.
  ///
  ///     11.47 → 5.51: 51.96…, shown "52.0"
  package init(from baseline: Area, to current: Area) throws(WoundError) {
    try self.init(from: baseline.product, to: current.product)
  }

  package init(from baseline: Decimal?, to current: Decimal?) throws(WoundError) {
    guard let baseline, let current else { throw .missing }
    guard !baseline.isNegative, !current.isNegative else { throw .negative }
    guard let ratio = Ratio(baseline - current, over: baseline) else { throw .baselineZero }
    percent = ratio.times(100)
    isClosed = current.isZero
  }

  /// 100 − reduction: percent of the baseline's area that remains.
  package var remaining: Double { 100 - percent.double }

  /// The same figure with the other sign: the change of area in percent.
  package var signedChange: Double { percent.isZero ? 0 : -percent.double }

  /// 1 decimal; "100.0" only when closed, else ">99.9"; never "-0.0".
  package var text: String { display(percent.text(places: 1)) }

  /// As `text`, with U+2212.
  package var typeset: String { display(percent.typeset(places: 1)) }

  private func display(_ text: String) -> String { text == "100.0" && !isClosed ? ">99.9" : text }
}
