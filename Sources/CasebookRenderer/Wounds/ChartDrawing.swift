internal import CasebookModel
internal import HTML
internal import WoundProgress

/// A chart's drawing for one width: its lines on one pair of axes, or each on its own.
struct ChartDrawing {
  /// The width of the drawing in CSS pixels at which its text is 13 px: a page's column, a poster's column, a phone.
  ///
  /// Many small charts on a poster share a wider drawing, whose text is that much smaller.
  enum Width {
    case wide, poster, posterOfMany, narrow

    var pixels: Double {
      switch self {
      case .wide, .posterOfMany: 720
      case .poster: 460
      case .narrow: 330
      }
    }

    var name: String { self == .wide ? "wide" : self == .narrow ? "narrow" : "poster" }
  }

  let lines: [ChartLine]
  let form: GeneratedPart.WoundSelection.Form
  let span: ClosedRange<Int>
  let isDated: Bool
  let startsAtFirstMeasurement: Bool
  let events: ChartEvents
  let lanes: ChartLanes
  let chronology: Chronology
  let width: Width
  let usesMultiples: Bool

  struct Result {
    var nodes: [Node]
    var height: Double
    var numbersEvents = false
  }

  func drawn() -> Result { usesMultiples ? multiples() : plot() }

  private var total: Double { width.pixels }

  private func axis(room: Int) -> ChartAxis {
    ChartAxis(span, isDated: isDated, startsAtFirstMeasurement: startsAtFirstMeasurement, chronology: chronology, room: room)
  }

  private func scale(of lines: [ChartLine], ticks: Int = 4) -> ChartScale {
    let values = lines.flatMap(\.points).map(\.value)
    let positive = values.filter { $0 > 0 }
    if form == .log, let least = positive.min(), let greatest = positive.max() { return ChartScale(logarithmicFrom: least, to: greatest) }
    return ChartScale(upTo: max(values.max() ?? 0, form == .percent ? 100 : 0), ticks: ticks)
  }

  // MARK: One pair of axes

  private func plot() -> Result {
    let scale = scale(of: lines)
    let tickWidth = scale.ticks.map { ChartText.width($0.label) }.max() ?? 0
    let labels = lines.count > 1 ? lines.map(endBlock) : []
    let labelWidth = labels.flatMap(\.lines).map { ChartText.width($0, isBold: true) }.max() ?? 0
    var panel = ChartPanel(
      lines: lines, scale: scale, axis: axis(room: width == .wide ? 10 : 6), left: tickWidth + 12, top: 0,
      right: total - (labels.isEmpty ? 8 : labelWidth + 34), bottom: 0)
    let (marks, rows, isNumbered) = events.placed(x: panel.x, right: total, rows: width == .wide ? 3 : 2)
    let plotHeight = max(width == .wide ? 200 : 190, ChartLabels.height(labels) + 10)
    panel.top = Double(rows) * 20 + 12
    panel.bottom = panel.top + plotHeight
    var nodes: [Node] = [panel.grid, panel.timeAxis()]
    if let half = halfShown, half <= scale.upper, half >= scale.lower { nodes.append(panel.halfLine(half)) }
    nodes += marks.map { rule($0, bottom: panel.bottom) }
    nodes += panel.drawnLines
    nodes += labels.isEmpty ? singleEnd(panel) : endLabels(labels, panel)
    let below = panel.bottom + (scale.isLogarithmic ? 71 : 49)
    nodes += lanes.nodes(top: below, panel, right: total)
    return Result(nodes: nodes, height: below + lanes.height, numbersEvents: isNumbered)
  }

  /// Half of the first area of the only wound; with several, only where all start from 100 percent.
  private var halfShown: Double? { (lines.count == 1 || form == .percent) && span.count > 1 ? lines.first?.half : nil }

  private func endBlock(_ line: ChartLine) -> ChartLabels.Block {
    let limit = total * 0.24
    let words =
      line.endWords == "closed, confirmed"
      ? ChartText.wrapped("closed, confirmed", to: limit, lines: 2) : line.endWords == nil ? [] : ["closed"]
    return ChartLabels.Block(
      number: line.number, lines: ChartText.wrapped(line.name, to: limit, lines: 2) + words, closedLines: words.count, endX: 0, endY: 0)
  }

  private func endLabels(_ blocks: [ChartLabels.Block], _ panel: ChartPanel) -> [Node] {
    var placed: [ChartLabels.Block] = []
    for (line, block) in zip(lines, blocks) {
      guard let last = line.points.last else { continue }
      var block = block
      block.endX = panel.x(last.time)
      block.endY = panel.y(last)
      placed.append(block)
    }
    return ChartLabels(placed, top: panel.top - 8, bottom: panel.bottom + 10).nodes(x: panel.right + 14)
  }

  /// "closed, one visit" above the end of the only line and clear of it, in two lines where it comes nearer so.
  private func singleEnd(_ panel: ChartPanel) -> [Node] {
    guard let line = lines.first, let words = line.endWords, let last = line.points.last else { return [] }
    let x = panel.x(last.time)
    let choices = [[words], words.split(separator: " ", maxSplits: 1).map(String.init)].map { rows in
      let width = rows.map { ChartText.width($0, isBold: true) }.max() ?? 0
      let left = max(x - width, panel.left)
      let bottom = clearance(above: line, from: left - 8, panel) - 10
      return (rows: rows, right: left + width, bottom: max(bottom, panel.top + 10 + Double(rows.count - 1) * ChartText.lineHeight))
    }
    let best = choices[1].bottom > choices[0].bottom + ChartText.lineHeight ? choices[1] : choices[0]
    return best.rows.enumerated().map { index, row in
      let y = best.bottom - Double(best.rows.count - 1 - index) * ChartText.lineHeight
      return .tag(
        "text", ["class": "wound-chart-end", "x": ChartText.coordinate(best.right), "y": ChartText.coordinate(y), "text-anchor": "end"],
        .text(row))
    }
  }

  /// The highest point of a line from `left` to its end.
  private func clearance(above line: ChartLine, from left: Double, _ panel: ChartPanel) -> Double {
    let isLogarithmic = panel.scale.isLogarithmic
    let shown = line.points.filter { panel.x($0.time) >= left && !(isLogarithmic && $0.isClosed) }.map(panel.y)
    let share = (left - panel.left - panel.inset) / max(1, panel.right - panel.left - 2 * panel.inset)
    let edge = line.value(at: panel.axis.first + share * (panel.axis.last - panel.axis.first)).map { panel.y(value: $0) }
    return min(shown.min() ?? panel.bottom, edge ?? panel.bottom)
  }

  private func rule(_ mark: ChartEvents.Placed, bottom: Double) -> Node {
    let x = ChartText.coordinate(mark.x)
    let y = Double(mark.row) * 20 + 14
    let rule = Node.tag(
      "path",
      ["class": "wound-chart-rule", "d": "M\(x) \(ChartText.coordinate(mark.isNumber ? y + 6 : y - 10))V\(ChartText.coordinate(bottom))"])
    guard mark.isNumber else {
      return .fragment([
        rule,
        .tag(
          "text", ["class": "wound-chart-event", "x": ChartText.coordinate(mark.x + 6), "y": ChartText.coordinate(y)], .text(mark.text)),
      ])
    }
    return .fragment([
      rule, .tag("circle", ["class": "wound-chart-badge", "cx": x, "cy": ChartText.coordinate(y - 4), "r": "9.5"]),
      .tag("text", ["class": "wound-chart-event", "x": x, "y": ChartText.coordinate(y + 0.5), "text-anchor": "middle"], .text(mark.text)),
    ])
  }

  // MARK: Small multiples

  private func multiples() -> Result {
    let columns =
      switch width {
      case .wide: lines.count > 4 ? 3 : 2
      case .posterOfMany: lines.count > 6 ? 4 : 3
      case .poster: 2
      case .narrow: lines.count > 4 ? 2 : 1
      }
    let isShared = sharesScale
    let gap = 18.0
    let cell = (total - gap * Double(columns - 1)) / Double(columns)
    let plotHeight = 92.0
    let axis = axis(room: cell > 220 ? 5 : 4)
    var nodes: [Node] = []
    var top = 0.0
    for start in stride(from: 0, to: lines.count, by: columns) {
      var row = Array(lines[start..<min(start + columns, lines.count)])
      // Alone on its axes a line needs no colour of its own.
      for index in row.indices { row[index].number = 1 }
      let heads = row.map { heading($0, width: cell) }
      let headHeight = Double(heads.map(\.count).max() ?? 1) * ChartText.lineHeight
      for (index, line) in row.enumerated() {
        let x = Double(index) * (cell + gap)
        let scale = scale(of: isShared ? lines : [line], ticks: 3)
        let tickWidth = scale.ticks.map { ChartText.width($0.label) }.max() ?? 0
        let panelTop = top + headHeight + 12
        let panel = ChartPanel(
          lines: [line], scale: scale, axis: axis, left: x + tickWidth + 12, top: panelTop, right: x + cell - 2,
          bottom: panelTop + plotHeight)
        nodes += self.nodes(panel, heads[index], x: x, y: top + 13, line: line)
      }
      top += headHeight + plotHeight + (form == .log ? 71 : 48)
    }
    nodes.append(
      .tag(
        "text",
        ["class": "wound-chart-tick", "x": ChartText.coordinate(total - 4), "y": ChartText.coordinate(top + 4), "text-anchor": "end"],
        .text(axis.title)))
    return Result(nodes: nodes, height: top + (axis.title.isEmpty ? 0 : 12), numbersEvents: !events.marks.isEmpty)
  }

  /// One scale for all, unless it would flatten the small wounds.
  var sharesScale: Bool {
    let peaks = lines.compactMap { line in line.points.map(\.value).max() }.filter { $0 > 0 }
    return (peaks.max() ?? 1) <= 5 * (peaks.min() ?? 1)
  }

  private func heading(_ line: ChartLine, width: Double) -> [String] { ChartText.wrapped(line.name, to: width - 20, lines: 2) }

  private func nodes(_ panel: ChartPanel, _ head: [String], x: Double, y: Double, line: ChartLine) -> [Node] {
    var nodes: [Node] = [panel.grid, panel.timeAxis(showsTitle: false)]
    for (index, words) in head.enumerated() {
      nodes.append(
        .tag(
          "text",
          ["class": "wound-chart-end", "x": ChartText.coordinate(x), "y": ChartText.coordinate(y + Double(index) * ChartText.lineHeight)],
          .text(words)))
    }
    for mark in events.marks {
      let at = ChartText.coordinate(panel.x(mark.time))
      nodes.append(
        .tag("path", ["class": "wound-chart-rule", "d": "M\(at) \(ChartText.coordinate(panel.top))V\(ChartText.coordinate(panel.bottom))"]))
    }
    if let half = line.half, half <= panel.scale.upper, half >= panel.scale.lower { nodes.append(panel.halfLine(half)) }
    return nodes + panel.drawnLines
  }
}
