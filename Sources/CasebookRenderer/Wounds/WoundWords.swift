internal import CasebookModel
internal import WoundProgress

/// What is said of a course in words: what the numbers do, without cause and without praise.
struct WoundWords {
  let course: WoundCourse
  let times: TimeColumn

  init(_ course: WoundCourse, in chronology: Chronology) {
    self.course = course
    times = TimeColumn(course.series.points.map { course.wound.visits[$0.row].time }, in: chronology)
  }

  private var series: Series { course.series }

  /// "6.0 to 0 cm²", or "6.0 cm²" for one measurement.
  var areas: String {
    let first = Self.area(series.baseline.area)
    return series.points.count == 1 ? first + " cm²" : "\(first) to \(Self.area(series.last.area)) cm²"
  }

  /// "in 16 weeks", "in 10 days", "over 5 visits", "at week 0" for one measurement.
  var span: String {
    if series.points.count == 1 { return "at " + times.inSentence(0) }
    if !course.isDated { return "over \(series.points.count) visits" }
    if course.days < 14 { return course.days == 1 ? "in 1 day" : "in \(course.days) days" }
    return "in \(TimeLabel.week(ofDay: course.days)) weeks"
  }

  /// "Area: 6.0 to 0 cm² in 16 weeks"
  var title: String { "Area: \(areas) \(span)" }

  /// "6.0 to 0 cm², 16 weeks": the card's short form.
  var short: String { "\(areas), \(span.hasPrefix("in ") ? String(span.dropFirst(3)) : span)" }

  /// "closed at week 16, one visit", "closed at week 12, confirmed at week 16"; nil where the wound is open at the last visit.
  var closure: String? {
    guard let first = series.finalClosureIndex else { return nil }
    let at = "closed at \(times.inSentence(first))"
    let confirmed = series.points.indices[first...].first { series.closure(at: $0) == .confirmed }
    return confirmed.map { "\(at), confirmed at \(times.inSentence($0))" } ?? "\(at), one visit"
  }

  /// "Plantar ulcer: 6.0 cm² at week 0, 0 cm² at week 16; area reduction 100.0%; closed at week 16, one visit."
  var sentence: String {
    let first = "\(Self.area(series.baseline.area)) cm² at \(times.inSentence(0))"
    guard series.points.count > 1 else { return "\(course.wound.name): \(first), one measurement." }
    let last = "\(Self.area(series.last.area)) cm² at \(times.inSentence(series.points.count - 1))"
    var parts = ["\(course.wound.name): \(first), \(last)"]
    if let reduction = series.last.reduction { parts.append(Self.words(of: reduction)) }
    parts.append(closure ?? series.trajectory.words)
    return parts.joined(separator: "; ") + "."
  }

  /// "area reduction 52.0%", "area 12.4% larger": never a negative reduction in running text.
  static func words(of reduction: Reduction) -> String {
    let text = reduction.typeset
    return text.hasPrefix("\u{2212}") ? "area \(text.dropFirst())% larger" : "area reduction \(text)%"
  }

  /// "5.5", and "0" for a closed wound.
  static func area(_ area: Area) -> String { area.isZero ? "0" : area.text }

  /// How the areas come about, for a caption: "Area = π/4 × length × width."
  static func method(_ method: AreaMethod) -> String {
    switch method {
    case .rectangle: "Area = length × width."
    case .ellipse: "Area = π/4 × length × width."
    case .planimetric: "Area by planimetry."
    }
  }

  static func shortMethod(_ method: AreaMethod) -> String {
    switch method {
    case .rectangle: "length × width"
    case .ellipse: "ellipse"
    case .planimetric: "planimetry"
    }
  }

  /// "At least 50% smaller at 4 weeks: met, 58.3% at week 4 (Sheehan 2003)." for the milestones of the wound's type; empty for other types.
  static func milestones(of course: WoundCourse, in chronology: Chronology) -> [String] {
    let marks: [Milestone] =
      switch course.wound.kind {
      case .diabeticFoot: [.diabeticFootWeek4, .diabeticFootWeek8]
      case .venousLeg: [.venousLegWeek4]
      default: []
      }
    let points = course.isDated ? course.series.points.map { (day: $0.time.number, area: $0.area) } : []
    return marks.map { mark in
      let outcome = course.isDated ? mark.outcome(of: points) : .notEvaluable(.noDates)
      let rule = "At least \(mark.percent)% smaller at \(mark.day / 7) weeks"
      switch outcome {
      case .met(let day, let reduction): return "\(rule): met, \(reduction.truncatedText)% on day \(day) (\(mark.source))."
      case .notMet(let day, let reduction):
        let text = reduction.truncatedText.replacing("-", with: "\u{2212}")
        return "\(rule): not met, \(text)% on day \(day) (\(mark.source))."
      case .notEvaluable(let reason): return "\(rule): not evaluable, \(words(of: reason)) (\(mark.source))."
      }
    }
  }

  private static func words(of reason: Milestone.Reason) -> String {
    switch reason {
    case .baselineZero: "the wound was closed at first"
    case .noMeasurementInWindow: "no measurement within 3 days"
    case .noMeasurements: "no measurement"
    case .noDates: "the visits have no dates"
    }
  }
}
