internal import CasebookModel
internal import HTML
internal import WoundProgress

/// The area of one or more wounds over time, drawn to scale, with its words.
struct WoundChart {
  let courses: [WoundCourse]
  let chronology: Chronology
  var options = Options()

  struct Options {
    var form: GeneratedPart.WoundSelection.Form = .area
    /// The author's title; without one it is computed.
    var title: String?
    /// "Figure 2", before the description.
    var label: String?
    var caption: Node?
    var events: [Event] = []
    var showsTissue = false
    /// One drawing for a poster's column, instead of one for a page and one for a phone.
    var isPoster = false
  }

  /// `id` is the element's and the start of all ids in it. Empty where nothing was measured.
  func node(id: String) -> Node {
    let lines = courses.enumerated().compactMap { ChartLine($0.element, number: $0.offset + 1, form: options.form) }
    let times = lines.flatMap(\.points).map { Int($0.time) }
    guard let first = times.min(), let last = times.max() else { return .empty }
    let multiples = usesMultiples(lines)
    let shown = isDated ? options.events : []
    let events = ChartEvents(shown, within: first...last, chronology: chronology, hasLanes: !multiples)
    let lanes = ChartLanes(multiples ? [] : shown, within: first...last, chronology: chronology)
    let drawings = (options.isPoster ? [multiples && lines.count > 4 ? ChartDrawing.Width.posterOfMany : .poster] : [.wide, .narrow]).map {
      width in
      ChartDrawing(
        lines: lines, form: options.form, span: first...last, isDated: isDated, startsAtFirstMeasurement: first == 0, events: events,
        lanes: lanes, chronology: chronology, width: width, usesMultiples: multiples)
    }
    let said = courses.map { WoundWords($0, in: chronology) }
    let words = (title: title(said), summary: summary(said, lanes))
    var children: [Node] = [heading(words.title, multiples: multiples, isShared: drawings[0].sharesScale, hasEvents: !events.marks.isEmpty)]
    for drawing in drawings {
      let result = drawing.drawn()
      let name = drawing.width.name
      children.append(svg(result, words, width: drawing.width, id: "\(id)-\(name)"))
      if result.numbersEvents { children.append(events.key(className: "wound-chart-\(name)")) }
    }
    if options.showsTissue {
      children += courses.map { TissueBars(course: $0, chronology: chronology, showsName: courses.count > 1).node }
    }
    return .element("div", [Attribute("class", "wound-chart"), Attribute("id", id)], children)
  }

  private func summary(_ said: [WoundWords], _ lanes: ChartLanes) -> String {
    let words = said.map(\.sentence).joined(separator: " ")
    return lanes.lanes.isEmpty ? words : words + " Treatments: " + lanes.summary
  }

  private var isDated: Bool { courses.allSatisfy(\.isDated) }

  /// More lines than the eye can follow, lines that cross often, or wounds of very different size.
  private func usesMultiples(_ lines: [ChartLine]) -> Bool {
    guard lines.count > 1 else { return false }
    if lines.count > 5 || lines.count > 2 && lines.crossings > 2 * lines.count { return true }
    let peaks = lines.compactMap { line in line.points.map(\.value).max() }.filter { $0 > 0 }
    return options.form == .area && (peaks.max() ?? 1) > 20 * (peaks.min() ?? 1)
  }

  /// "Area: 6.0 to 0 cm² in 16 weeks", or "Area of 3 wounds over 24 weeks".
  var title: String { title(courses.map { WoundWords($0, in: chronology) }) }

  private func title(_ said: [WoundWords]) -> String {
    if let title = options.title { return title }
    if said.count == 1 { return said[0].title }
    let what = options.form == .percent ? "Remaining area of \(courses.count) wounds" : "Area of \(courses.count) wounds"
    let days = courses.flatMap { $0.series.points.map(\.time.number) }
    guard isDated, let first = days.min(), let last = days.max(), last > first else { return what }
    return last - first < 14 ? "\(what) over \(last - first) days" : "\(what) over \(TimeLabel.week(ofDay: last - first)) weeks"
  }

  private func heading(_ title: String, multiples: Bool, isShared: Bool, hasEvents: Bool) -> Node {
    var words: [String] = []
    if courses.count == 1 {
      words.append(courses[0].wound.name + ", " + WoundWords.shortMethod(courses[0].method) + ", " + unit + ".")
    } else {
      words.append(methods)
    }
    if options.form == .log { words.append("Logarithmic scale.") }
    let isDrawn = courses.count == 1 ? courses[0].series.points.count > 1 : multiples || options.form == .percent
    if isDrawn { words.append("Dashed: half of the first area.") }
    if multiples, !isShared { words.append("Each wound has its own scale.") }
    if courses.contains(where: { !$0.series.gaps.isEmpty }) { words.append("A gap in a line: not measured.") }
    var description: [Node] = options.label.map { [.tag("b", [:], .text($0 + ".")), " "] } ?? []
    if let caption = options.caption { description += [caption, " "] }
    description.append(.text(words.joined(separator: " ")))
    return .fragment([
      .tag("p", ["class": "wound-chart-title"], .text(title)), .element("p", [Attribute("class", "wound-chart-description")], description),
    ])
  }

  private var unit: String { options.form == .percent ? "% of the first area" : "cm²" }

  /// "Area in cm², ellipse." or each wound's method where they differ.
  private var methods: String {
    let kinds = courses.map(\.method)
    let what = options.form == .percent ? "Percent of the first area that remains" : "Area in cm²"
    guard let first = kinds.first, kinds.contains(where: { $0 != first }) else {
      return "\(what), \(kinds.first.map(WoundWords.shortMethod) ?? "")."
    }
    return what + "; " + courses.map { "\($0.wound.name): \(WoundWords.shortMethod($0.method))" }.joined(separator: "; ") + "."
  }

  private func svg(_ result: ChartDrawing.Result, _ words: (title: String, summary: String), width: ChartDrawing.Width, id: String) -> Node
  {
    let size = "0 0 \(ChartText.coordinate(width.pixels)) \(ChartText.coordinate(result.height))"
    let head: [Node] = [
      .tag("title", ["id": "\(id)-title"], .text(words.title)),
      .tag("desc", ["id": "\(id)-desc"], .text(words.summary)),
    ]
    return .element(
      "svg",
      [
        Attribute("class", "wound-chart-\(width.name)"), Attribute("viewBox", size),
        Attribute("width", ChartText.coordinate(width.pixels)),
        Attribute("height", ChartText.coordinate(result.height)), Attribute("font-size", "13"), Attribute("role", "img"),
        Attribute("aria-labelledby", "\(id)-title \(id)-desc"),
      ], head + result.nodes)
  }
}
