/// A number of the text that comes from the data: `` `{area foot week 4}` `` is "5.2 cm²".
///
///     area foot week 4        5.2 cm²          reduction foot week 4   14.0%
///     length foot first       3.2 cm           volume foot last        0.4 cm³
///     weeks-to-closure foot   16 weeks         measurements foot       9
///
/// The wound's id may be left out where the case has one measured wound. Times are `week 4`, `day 28`, `visit 2`, `first` and `last`.
package struct WoundNumber: Hashable, Sendable {
  package enum Metric: String, Hashable, Sendable, CaseIterable {
    case area, reduction, change, length, width, depth, volume, perimeter, pain, push
    case weeksToClosure = "weeks-to-closure"
    case daysToClosure = "days-to-closure"
    case weeks, days, measurements

    /// Whether the number is a visit's, so that a time must follow.
    package var needsTime: Bool {
      switch self {
      case .weeksToClosure, .daysToClosure, .weeks, .days, .measurements: false
      default: true
      }
    }
  }

  package enum Time: Hashable, Sendable {
    case first, last
    case week(Int)
    case day(Int)
    case visit(Int)
  }

  package var metric: Metric
  package var wound: String?
  package var time: Time?

  /// Why a number cannot be printed, and what would answer it.
  package struct Problem: Error, Hashable, Sendable {
    package var summary: String
    package var remedy: String
  }

  /// Reads the words between the braces.
  package init(_ words: String) throws(Problem) {
    var parts = words.split(separator: " ").map(String.init)
    guard let name = parts.first, let metric = Metric(rawValue: name) else {
      throw Problem(
        summary: "\"\(words.split(separator: " ").first ?? "")\" is not a number that the data has",
        remedy: "write one of " + Metric.allCases.map(\.rawValue).joined(separator: ", "))
    }
    self.metric = metric
    parts.removeFirst()
    time = try Self.time(from: &parts, words)
    wound = parts.first
    guard parts.count <= 1 else {
      throw Problem(
        summary: "\"{\(words)}\" has words that mean nothing here",
        remedy: "write the number, the wound's id and a time: {area foot week 4}")
    }
    guard time != nil || !metric.needsTime else {
      throw Problem(summary: "\"{\(words)}\" has no time", remedy: "add \"week 4\", \"day 28\", \"first\" or \"last\"")
    }
  }

  private static func time(from parts: inout [String], _ words: String) throws(Problem) -> Time? {
    if let last = parts.last, last == "first" || last == "last" {
      parts.removeLast()
      return last == "first" ? .first : .last
    }
    guard parts.count >= 2, ["week", "day", "visit"].contains(parts[parts.count - 2]) else { return nil }
    let number = parts.removeLast().replacing("\u{2212}", with: "-")
    let unit = parts.removeLast()
    guard let value = Int(number), abs(value) < 20_000 else {
      throw Problem(summary: "\"\(number)\" in \"{\(words)}\" is not a whole number", remedy: "write the \(unit) in digits")
    }
    return unit == "week" ? .week(value) : unit == "day" ? .day(value) : .visit(value)
  }
}

extension Case {
  /// What `` `{area foot week 4}` `` prints, or why it cannot.
  package func number(_ words: String) throws(WoundNumber.Problem) -> String {
    let request = try WoundNumber(words)
    return try request.text(of: course(of: request), in: chronology)
  }

  private func course(of request: WoundNumber) throws(WoundNumber.Problem) -> WoundCourse {
    let measured = wounds.filter { !$0.visits.isEmpty }
    let named = request.wound.map { id in wounds.filter { $0.id.value == id } } ?? measured
    let ids = measured.map(\.id.value).joined(separator: ", ")
    guard let wound = named.first else {
      throw WoundNumber.Problem(
        summary: request.wound.map { "No wound has the id \"\($0)\"" } ?? "The case has no measurements",
        remedy: ids.isEmpty ? "add measurements" : "write one of \(ids)")
    }
    guard named.count == 1 else {
      throw WoundNumber.Problem(summary: "The number does not say of which wound", remedy: "add one of \(ids)")
    }
    guard let course = WoundCourse(wound, in: chronology) else {
      throw WoundNumber.Problem(
        summary: "The measurements of \"\(wound.id.value)\" give no series", remedy: "correct its measurements or its area-method")
    }
    return course
  }
}
