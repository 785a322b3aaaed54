internal import CasebookModel
internal import HTML
internal import Markdown

/// Treatments that went on, as bars beneath the axis of time, each with its name above it.
///
/// A bar that was there before the first visit or went on after the last has no end cap on that side.
struct ChartLanes {
  struct Lane: Hashable {
    var text: String
    /// Days; beyond the span where the treatment was.
    var start: Double
    var end: Double
    var startsBefore: Bool
    var goesOn: Bool
    /// "week 4 to 14"
    var words: String
  }

  let lanes: [Lane]
  /// Treatments beyond the number that is drawn.
  let rest: Int

  static let height = 32.0
  static let limit = 12

  init(_ events: [Event], within span: ClosedRange<Int>, chronology: Chronology) {
    var lanes: [Lane] = []
    for event in events where [.procedure, .medication, .event].contains(event.kind) {
      guard let end = event.end?.value, let start = chronology.day(of: event.time) else { continue }
      var last: Int?
      if case .at(let time) = end {
        guard let day = chronology.day(of: time) else { continue }
        last = day
      }
      guard start <= span.upperBound, last ?? span.upperBound >= span.lowerBound else { continue }
      lanes.append(
        Lane(
          text: event.text.inlines.plainText, start: Double(max(start, span.lowerBound)),
          end: Double(min(last ?? span.upperBound, span.upperBound)), startsBefore: start < span.lowerBound,
          goesOn: last.map { $0 > span.upperBound } ?? true, words: EventTime(event, in: chronology).inSentence))
    }
    let sorted = lanes.sorted { ($0.start, $0.end, $0.text) < ($1.start, $1.end, $1.text) }
    self.lanes = Array(sorted.prefix(Self.limit))
    rest = max(0, sorted.count - Self.limit)
  }

  var height: Double { lanes.isEmpty ? 0 : Double(lanes.count) * Self.height + (rest > 0 ? 18 : 0) + 6 }

  /// "Total contact cast, week 4 to 14." for readers who can't see the lanes.
  var summary: String { lanes.map { "\($0.text), \($0.words)." }.joined(separator: " ") }

  /// The lanes below `top`, on the scale of the panel.
  func nodes(top: Double, _ panel: ChartPanel, right: Double) -> [Node] {
    var nodes: [Node] = []
    for (index, lane) in lanes.enumerated() {
      let y = top + Double(index) * Self.height + 14
      let left = lane.startsBefore ? panel.left : panel.x(lane.start)
      let end = lane.goesOn ? panel.right : panel.x(lane.end)
      let name = ChartText.wrapped(lane.text, to: right - panel.left, lines: 1).joined()
      let x = max(panel.left, min(left, right - ChartText.width(name)))
      nodes.append(
        .tag("text", ["class": "wound-chart-lane-name", "x": ChartText.coordinate(x), "y": ChartText.coordinate(y)], .text(name)))
      nodes.append(.tag("path", ["class": "wound-chart-lane", "d": bar(from: left, to: max(end, left + 6), y: y + 5, lane)]))
    }
    if rest > 0 {
      let y = ChartText.coordinate(top + Double(lanes.count) * Self.height + 14)
      nodes.append(
        .tag("text", ["class": "wound-chart-tick", "x": ChartText.coordinate(panel.left), "y": y], .text("and \(rest) more treatments")))
    }
    return nodes
  }

  /// A bar 8 high, round where the treatment began or ended and pointed where it went on.
  private func bar(from left: Double, to right: Double, y: Double, _ lane: Lane) -> String {
    func at(_ x: Double, _ y: Double) -> String { "\(ChartText.coordinate(x)) \(ChartText.coordinate(y))" }
    let round = min(4, (right - left) / 2)
    let start = lane.startsBefore ? "M\(at(left, y))" : "M\(at(left + round, y))"
    let end =
      lane.goesOn
      ? "L\(at(right - 5, y))L\(at(right, y + 4))L\(at(right - 5, y + 8))"
      : "L\(at(right - round, y))Q\(at(right, y)) \(at(right, y + 4))Q\(at(right, y + 8)) \(at(right - round, y + 8))"
    let close =
      lane.startsBefore
      ? "L\(at(left, y + 8))L\(at(left + 4, y + 4))Z"
      : "L\(at(left + round, y + 8))Q\(at(left, y + 8)) \(at(left, y + 4))Q\(at(left, y)) \(at(left + round, y))Z"
    return start + end + close
  }
}

/// When an event was, from its start to its end.
struct EventTime {
  private let start: String
  private let end: String?
  private let isOngoing: Bool

  init(_ event: Event, in chronology: Chronology) {
    isOngoing = event.end?.value == .ongoing
    if case .at(let time) = event.end?.value {
      let labels = chronology.labels(of: [event.time, time])
      (start, end) = (labels[0], labels[1] == labels[0] ? nil : labels[1])
    } else {
      (start, end) = (chronology.label(of: event.time), nil)
    }
  }

  /// "Week 4", "Week 4–14", "Week 4, ongoing", "May 10, 2018 – June 14, 2018".
  var label: String {
    guard let end else { return start + (isOngoing ? ", ongoing" : "") }
    for word in ["Week ", "Day ", "Visit ", "Month ", "Year "] where start.hasPrefix(word) && end.hasPrefix(word) {
      let (from, to) = (start.dropFirst(word.utf8.count), end.dropFirst(word.utf8.count))
      return from.hasPrefix("\u{2212}") || to.hasPrefix("\u{2212}") ? "\(word)\(from) to \(to)" : "\(word)\(from)–\(to)"
    }
    return start + " – " + end
  }

  /// "week 4 to 14", "from week 4 on", "week 4".
  var inSentence: String {
    func lower(_ text: String) -> String {
      ["Week ", "Day ", "Visit ", "Month ", "Year "].contains { text.hasPrefix($0) } ? text.prefix(1).lowercased() + text.dropFirst() : text
    }
    if isOngoing { return "from \(lower(start)) on" }
    guard let end else { return lower(start) }
    for word in ["Week ", "Day ", "Visit "] where start.hasPrefix(word) && end.hasPrefix(word) {
      return lower(start) + " to " + end.dropFirst(word.utf8.count)
    }
    return "\(lower(start)) to \(lower(end))"
  }
}
