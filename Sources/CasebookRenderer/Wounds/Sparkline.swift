internal import CasebookModel
internal import HTML
internal import WoundProgress

/// A line without axes for a card, and the words beside it: "6.0 to 0 cm², 16 weeks".
struct Sparkline {
  let courses: [WoundCourse]
  let chronology: Chronology

  /// nil without a measurement. The drawing is decoration; the words say what it shows.
  var node: Node? {
    guard !courses.isEmpty else { return nil }
    return .tag("span", ["class": "wound-sparkline"], drawing, .text(words))
  }

  /// "6.0 to 0 cm², 16 weeks" or "3 wounds, 1 closed at the last visit".
  var words: String {
    if courses.count == 1 { return WoundWords(courses[0], in: chronology).short }
    let closed = courses.filter { $0.series.finalClosureIndex != nil }.count
    return "\(courses.count) wounds, \(closed == 0 ? "none" : closed == courses.count ? "all" : String(closed)) closed at the last visit"
  }

  private var drawing: Node {
    let lines = courses.prefix(5).enumerated().compactMap { ChartLine($0.element, number: $0.offset + 1, form: .percent) }
    let points = lines.flatMap(\.points)
    let greatest = points.map(\.value).max() ?? 100
    let first = points.map(\.time).min() ?? 0
    let last = points.map(\.time).max() ?? 1
    func x(_ time: Double) -> Double { last > first ? 4 + (time - first) / (last - first) * 82 : 45 }
    func y(_ value: Double) -> Double { 20.5 - value / max(greatest, 1) * 17 }
    var nodes: [Node] = []
    for line in lines {
      var path = ChartPath()
      for segment in line.segments {
        for (index, point) in segment.enumerated() {
          path.add(index == 0 ? "M" : "L", x(point.time), y(point.value))
        }
      }
      nodes.append(.tag("path", ["d": path.text]))
      if let end = line.points.last {
        let name = end.isClosed ? "wound-sparkline-closed" : "wound-sparkline-open"
        nodes.append(
          .tag("circle", ["class": name, "cx": ChartText.coordinate(x(end.time)), "cy": ChartText.coordinate(y(end.value)), "r": "2.6"]))
      }
    }
    return .element(
      "svg", [Attribute("viewBox", "0 0 90 24"), Attribute("width", "90"), Attribute("height", "24"), Attribute("aria-hidden", "true")],
      nodes)
  }
}
