import CasebookModel
import HTML
import WoundProgress

/// A chart's drawing for one width: its lines on one pair of axes, or each on its own.
struct ChartDrawing {
  /// The width of the drawing in CSS pixels at which its text is 13 px: a page's column, a poster's column, a phone.
  enum Width: Double {
    case wide = 720
    case poster = 460
    case narrow = 350
  }

  let lines: [ChartLine]
  let form: GeneratedPart.WoundSelection.Form
  let span: ClosedRange<Int>
  let isDated: Bool
  let startsAtFirstMeasurement: Bool
  let events: ChartEvents
  let chronology: Chronology
  let width: Width
  let usesMultiples: Bool

  struct Result {
    var nodes: [Node]
    var height: Double
    var numbersEvents = false
  }

  func drawn() -> Result { usesMultiples ? multiples() : plot() }

  private var total: Double { width.rawValue }

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
      right: total - (labels.isEmpty ? 8 : labelWidth + 26), bottom: 0)
    let (marks, rows, isNumbered) = events.placed(x: panel.x, right: total, rows: width == .wide ? 3 : 2)
    let plotHeight = max(width == .wide ? 200 : 190, ChartLabels.height(labels) + 10)
    panel.top = Double(rows) * 20 + 12
    panel.bottom = panel.top + plotHeight
    var nodes: [Node] = [panel.grid, panel.timeAxis()]
    if let half = halfShown, half <= scale.upper, half >= scale.lower { nodes.append(panel.halfLine(half)) }
    nodes += marks.map { rule($0, bottom: panel.bottom) }
    nodes += panel.drawnLines
    nodes += labels.isEmpty ? singleEnd(panel) : endLabels(labels, panel)
    return Result(nodes: nodes, height: panel.bottom + (scale.isLogarithmic ? 66 : 49), numbersEvents: isNumbered)
  }

  /// Half of the first area of the only wound; with several, only where all start from 100 percent.
  private var halfShown: Double? { lines.count == 1 || form == .percent ? lines.first?.half : nil }

  private func endBlock(_ line: ChartLine) -> ChartLabels.Block {
    let names = ChartText.wrapped(line.name, to: total * 0.24, lines: 2)
    return ChartLabels.Block(number: line.number, lines: names + (line.endWords.map { [$0.replacing("closed, ", with: "")] } ?? []).map { $0 == "confirmed" ? "closed, conf." : "closed" }, isClosed: line.endWords != nil, endX: 0, endY: 0)
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
    return ChartLabels(placed, top: panel.top - 8, bottom: panel.bottom + 10).nodes(x: panel.right + 2)
  }

  /// "closed, one visit" above the end of the only line, clear of it.
  private func singleEnd(_ panel: ChartPanel) -> [Node] {
    guard let line = lines.first, let words = line.endWords, let last = line.points.last else { return [] }
    let x = panel.x(last.time)
    let textWidth = ChartText.width(words, isBold: true)
    let startsAt = max(x - textWidth, panel.left)
    var highest = panel.y(last)
    for point in line.points where panel.x(point.time) >= startsAt - 8 && !(panel.scale.isLogarithmic && point.isClosed) { highest = min(highest, panel.y(point)) }
    let edge = panel.axis.first + (startsAt - 8 - panel.left - panel.inset) / max(1, panel.right - panel.left - 2 * panel.inset) * (panel.axis.last - panel.axis.first)
    if !panel.scale.isLogarithmic, let value = line.value(at: edge) { highest = min(highest, panel.y(value: value)) }
    let y = max(panel.top + 10, highest - 12)
    return [
      .tag("text", ["class": "wound-chart-end", "x": ChartText.coordinate(startsAt + textWidth), "y": ChartText.coordinate(y), "text-anchor": "end"], .text(words))
    ]
  }

  private func rule(_ mark: ChartEvents.Placed, bottom: Double) -> Node {
    let x = ChartText.coordinate(mark.x)
    let y = Double(mark.row) * 20 + 14
    let rule = Node.tag("path", ["class": "wound-chart-rule", "d": "M\(x) \(ChartText.coordinate(mark.isNumber ? y + 6 : y - 10))V\(ChartText.coordinate(bottom))"])
    guard mark.isNumber else {
      return .fragment([rule, .tag("text", ["class": "wound-chart-event", "x": ChartText.coordinate(mark.x + 6), "y": ChartText.coordinate(y)], .text(mark.text))])
    }
    return .fragment([
      rule, .tag("circle", ["class": "wound-chart-badge", "cx": x, "cy": ChartText.coordinate(y - 4), "r": "9.5"]),
      .tag("text", ["class": "wound-chart-event", "x": x, "y": ChartText.coordinate(y + 0.5), "text-anchor": "middle"], .text(mark.text)),
    ])
  }

  // MARK: Small multiples

  private func multiples() -> Result {
    let columns = width == .wide ? (lines.count > 4 ? 3 : 2) : width == .poster || lines.count > 4 ? 2 : 1
    let isShared = sharesScale
    let gap = 18.0
    let cell = (total - gap * Double(columns - 1)) / Double(columns)
    let plotHeight = 92.0
    let axis = axis(room: cell > 220 ? 5 : 4)
    var nodes: [Node] = []
    var top = 0.0
    for start in stride(from: 0, to: lines.count, by: columns) {
      let row = Array(lines[start..<min(start + columns, lines.count)])
      let heads = row.map { heading($0, width: cell) }
      let headHeight = Double(heads.map(\.count).max() ?? 1) * ChartText.lineHeight
      for (index, line) in row.enumerated() {
        let x = Double(index) * (cell + gap)
        let scale = scale(of: isShared ? lines : [line], ticks: 3)
        let tickWidth = scale.ticks.map { ChartText.width($0.label) }.max() ?? 0
        let panelTop = top + headHeight + 12
        let panel = ChartPanel(
          lines: [line], scale: scale, axis: axis, left: x + tickWidth + 12, top: panelTop, right: x + cell - 2, bottom: panelTop + plotHeight)
        nodes += self.nodes(panel, heads[index], x: x, y: top + 13, line: line)
      }
      top += headHeight + plotHeight + (form == .log ? 66 : 48)
    }
    nodes.append(.tag("text", ["class": "wound-chart-tick", "x": ChartText.coordinate(total - 4), "y": ChartText.coordinate(top + 4), "text-anchor": "end"], .text(axis.title)))
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
        .tag("text", ["class": "wound-chart-end", "x": ChartText.coordinate(x), "y": ChartText.coordinate(y + Double(index) * ChartText.lineHeight)], .text(words)))
    }
    for mark in events.marks {
      let at = ChartText.coordinate(panel.x(mark.time))
      nodes.append(.tag("path", ["class": "wound-chart-rule", "d": "M\(at) \(ChartText.coordinate(panel.top))V\(ChartText.coordinate(panel.bottom))"]))
    }
    if let half = line.half, half <= panel.scale.upper, half >= panel.scale.lower { nodes.append(panel.halfLine(half)) }
    return nodes + panel.drawnLines
  }
}
