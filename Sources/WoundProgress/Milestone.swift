/// A published mark of percent area reduction, for one type of wound. Shown only where it is asked for: met, not met or not evaluable.
///
/// It says what the measurements show, not what will happen: half of the ulcers that met 50 % at 4 weeks were not closed at week 12.
package enum Milestone: String, Hashable, Sendable, CaseIterable {
  /// Diabetic foot ulcer: at least 50 % at 4 weeks. Sheehan P et al. Diabetes Care 2003;26:1879-82.
  case diabeticFootWeek4 = "dfu"
  /// Venous leg ulcer: at least 40 % at 4 weeks. Kantor J, Margolis DJ. Br J Dermatol 2000;142:960-4.
  case venousLegWeek4 = "vlu"
  /// Diabetic foot ulcer: at least 90 % at 8 weeks. Warriner RA, Snyder RJ, Cardinal MH. Int Wound J 2011.
  case diabeticFootWeek8 = "dfu8"

  package var percent: Int32 {
    switch self {
    case .diabeticFootWeek4: 50
    case .venousLegWeek4: 40
    case .diabeticFootWeek8: 90
    }
  }

  /// Days after the baseline.
  package var day: Int { self == .diabeticFootWeek8 ? 56 : 28 }

  package var source: String {
    switch self {
    case .diabeticFootWeek4: "Sheehan 2003"
    case .venousLegWeek4: "Kantor and Margolis 2000"
    case .diabeticFootWeek8: "Warriner 2011"
    }
  }

  package enum Outcome: Hashable, Sendable {
    case met(day: Int, Reduction)
    case notMet(day: Int, Reduction)
    case notEvaluable(Reason)
  }

  package enum Reason: String, Hashable, Sendable { case baselineZero, noMeasurementInWindow, noMeasurements, noDates }

  /// The nearest measurement within 3 days of the milestone's day decides, the later of two as near; nothing is interpolated.
  /// The unrounded percentage is compared. The first of `points` (in order of time) is the baseline.
  package func outcome(of points: [(day: Int, area: Area)]) -> Outcome {
    guard let baseline = points.first else { return .notEvaluable(.noMeasurements) }
    guard !baseline.area.isZero else { return .notEvaluable(.baselineZero) }
    let target = baseline.day.addingReportingOverflow(day).partialValue
    var best: (day: Int, area: Area, distance: UInt)?
    for point in points {
      let distance = point.day.subtractingReportingOverflow(target).partialValue.magnitude
      guard distance <= 3, distance <= best?.distance ?? 3 else { continue }
      best = (point.day, point.area, distance)
    }
    guard let best, let reduction = try? Reduction(from: baseline.area, to: best.area) else {
      // The only error left is a baseline of 0, ruled out above.
      return .notEvaluable(.noMeasurementInWindow)
    }
    return reduction.percent.isAtLeast(percent) ? .met(day: best.day, reduction) : .notMet(day: best.day, reduction)
  }
}

extension Reduction {
  /// Cut off, not rounded, so that a sentence never reads "50.0 %, not met": 49.975 is "49.9".
  package var truncatedText: String { percent.truncatedText(places: 1) }
}
