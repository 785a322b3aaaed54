internal import HTML

/// One pair of axes with its lines, in the coordinates of the drawing.
struct ChartPanel {
  var lines: [ChartLine]
  var scale: ChartScale
  var axis: ChartAxis
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double
  /// Points keep this far from the left and right ends of the grid.
  var inset = 10.0

  func x(_ time: Double) -> Double { left + inset + axis.fraction(time) * (right - left - 2 * inset) }

  /// On a logarithmic scale 0 lies in a strip of its own below the plot.
  func y(_ point: ChartLine.Point) -> Double { scale.isLogarithmic && point.isClosed ? bottom + 18 : y(value: point.value) }

  func y(value: Double) -> Double { bottom - scale.fraction(value) * (bottom - top) }

  var grid: Node {
    var path = ChartPath()
    var labels: [Node] = []
    for tick in scale.ticks {
      let y = y(value: tick.value)
      path.add("M", left, y)
      path.add("H", right)
      labels.append(text(tick.label, left - 8, y + 4.5))
    }
    if scale.isLogarithmic, lines.contains(where: { line in line.points.contains(where: \.isClosed) }) {
      labels.append(text("0", left - 8, bottom + 22.5))
    }
    return .fragment([
      .tag("path", ["class": "wound-chart-grid", "d": path.text]),
      .element("g", [Attribute("class", "wound-chart-tick"), Attribute("text-anchor", "end")], labels),
    ])
  }

  /// Labels of time beneath the plot, and the axis' title under them.
  func timeAxis(showsTitle: Bool = true) -> Node {
    let y = bottom + (scale.isLogarithmic ? 43 : 21)
    var nodes = axis.ticks.map { text($0.label, x($0.value), y) }
    if showsTitle, !axis.title.isEmpty {
      nodes.append(
        .element(
          "text",
          [
            Attribute("x", ChartText.coordinate(right - inset)), Attribute("y", ChartText.coordinate(y + 20)),
            Attribute("text-anchor", "end"),
          ], [.text(axis.title)]))
    }
    return .element("g", [Attribute("class", "wound-chart-tick"), Attribute("text-anchor", "middle")], nodes)
  }

  func halfLine(_ value: Double) -> Node {
    let y = ChartText.coordinate(y(value: value))
    return .tag("path", ["class": "wound-chart-half", "d": "M\(ChartText.coordinate(left)) \(y)H\(ChartText.coordinate(right))"])
  }

  var drawnLines: [Node] { lines.map(drawn) }

  private func drawn(_ line: ChartLine) -> Node {
    var path = ChartPath()
    var open = ChartPath()
    var closed = ChartPath()
    let count = line.segments.reduce(0) { $0 + $1.count }
    let showsMarkers = Double(count) * 9 <= right - left
    for segment in line.segments {
      for (index, point) in segment.enumerated() {
        let x = x(point.time)
        let y = y(point)
        path.add(index == 0 ? "M" : "L", x, y)
        if point.isClosed {
          ChartMarker.add(line.number, x, y, radius: 5, to: &closed)
        } else if showsMarkers || segment.count == 1 || index == segment.count - 1 {
          ChartMarker.add(line.number, x, y, radius: 4, to: &open)
        }
      }
    }
    var nodes: [Node] = []
    if count > line.segments.count { nodes.append(.tag("path", ["class": "wound-chart-line", "d": path.text])) }
    if !open.isEmpty { nodes.append(.tag("path", ["class": "wound-chart-open", "d": open.text])) }
    if !closed.isEmpty { nodes.append(.tag("path", ["class": "wound-chart-closed", "d": closed.text])) }
    return .element("g", [Attribute("class", ChartMarker.className(line.number))], nodes)
  }

  private func text(_ text: String, _ x: Double, _ y: Double) -> Node {
    .element("text", [Attribute("x", ChartText.coordinate(x)), Attribute("y", ChartText.coordinate(y))], [.text(text)])
  }
}

/// The markers that tell wounds apart without colour.
enum ChartMarker {
  /// `wound-chart-s1` to `s5` give colour and dash; from the sixth wound on they come again with another marker.
  static func className(_ number: Int) -> String { "wound-chart-s\((number - 1) % 5 + 1)" }

  /// A closed outline around (x, y).
  static func add(_ number: Int, _ x: Double, _ y: Double, radius r: Double, to path: inout ChartPath) {
    switch ((number - 1) + (number - 1) / 5) % 5 {
    case 0:
      let (size, width) = (ChartText.coordinate(r), ChartText.coordinate(2 * r))
      path.add("M", x - r, y)
      path.add("a\(size) \(size) 0 1 0 \(width) 0a\(size) \(size) 0 1 0 -\(width) 0")
    case 1: path.outline([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)], around: x, y, radius: r)
    case 2: path.outline([(0, -1.25), (1.15, 0.85), (-1.15, 0.85)], around: x, y, radius: r)
    case 3: path.outline([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)], around: x, y, radius: r)
    default: path.outline([(0, 1.25), (1.15, -0.85), (-1.15, -0.85)], around: x, y, radius: r)
    }
  }

  static func path(_ number: Int, _ x: Double, _ y: Double, radius: Double) -> String {
    var path = ChartPath()
    add(number, x, y, radius: radius, to: &path)
    return path.text
  }
}

extension ChartPath {
  /// Corners in radii from the middle.
  fileprivate mutating func outline(_ corners: [(Double, Double)], around x: Double, _ y: Double, radius r: Double) {
    for (index, corner) in corners.enumerated() { add(index == 0 ? "M" : "L", x + r * corner.0, y + r * corner.1) }
    add("Z")
  }
}
