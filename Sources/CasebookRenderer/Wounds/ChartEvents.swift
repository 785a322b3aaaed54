internal import CasebookModel
internal import HTML
internal import Markdown

/// Treatments and other events as named vertical rules. Names that do not fit become numbers, with their list beneath the chart.
struct ChartEvents {
  struct Mark: Hashable {
    var time: Double
    /// "Week 8"
    var label: String
    var text: String
  }

  struct Placed {
    var x: Double
    var row: Int
    var text: String
    var isNumber: Bool
  }

  let marks: [Mark]

  /// Procedures, medications and other events within `span`; those on one day share a rule. What went on has a lane and no rule, unless
  /// there is no room for lanes.
  init(_ events: [Event], within span: ClosedRange<Int>, chronology: Chronology, hasLanes: Bool = true) {
    var marks: [Mark] = []
    for event in events where [.procedure, .medication, .event].contains(event.kind) {
      guard !hasLanes || event.end == nil, let day = chronology.day(of: event.time), span.contains(day) else { continue }
      let text = event.text.inlines.plainText
      if let same = marks.firstIndex(where: { $0.time == Double(day) }) {
        marks[same].text += "; " + text
      } else {
        let column = TimeColumn([event.time], in: chronology)
        marks.append(
          Mark(time: Double(day), label: column.heading == "Date" ? column.labels[0] : "\(column.heading) \(column.labels[0])", text: text))
      }
    }
    self.marks = marks.sorted { $0.time < $1.time }
  }

  /// The rules' rows above a plot from `left` to `right`, names as far as they fit into `rows` rows, else numbers.
  ///
  /// A rule starts at its name and runs down, so a name must stand below every rule that would cut it: rows grow to the right.
  func placed(x: (Double) -> Double, right: Double, rows: Int) -> (marks: [Placed], rows: Int, isNumbered: Bool) {
    let names = rowsOf(marks.map { (x($0.time), ChartText.width($0.text, isBold: true) + 12) })
    let fits = (names.max() ?? 0) < rows && marks.allSatisfy { x($0.time) + ChartText.width($0.text, isBold: true) + 8 <= right }
    if fits {
      let placed = zip(marks, names).map { Placed(x: x($0.time), row: $1, text: $0.text, isNumber: false) }
      return (placed, (names.max() ?? -1) + 1, false)
    }
    let numbers = rowsOf(marks.map { (x($0.time) - 11, 22) })
    let placed = marks.indices.map { Placed(x: x(marks[$0].time), row: numbers[$0] % 4, text: "\($0 + 1)", isNumber: true) }
    return (placed, min(4, (numbers.max() ?? -1) + 1), true)
  }

  /// For labels that start at `left` and are `width` wide, in order: the row under all labels that their rule would cut.
  private func rowsOf(_ labels: [(left: Double, width: Double)]) -> [Int] {
    var rows: [Int] = []
    for (index, label) in labels.enumerated() {
      let above = labels[..<index].indices.filter { labels[$0].left + labels[$0].width > label.left }
      rows.append((above.map { rows[$0] }.max() ?? -1) + 1)
    }
    return rows
  }

  /// The list of numbered events beneath a chart.
  func key(className: String) -> Node {
    .element(
      "ol", [Attribute("class", "wound-chart-events \(className)")],
      marks.map { .tag("li", [:], .tag("b", [:], .text($0.label)), .text(" " + $0.text)) })
  }
}
