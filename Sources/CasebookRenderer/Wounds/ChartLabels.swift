internal import HTML

/// Names at the ends of lines, one below the other without overlap, as near to their line's end as there is room.
struct ChartLabels {
  struct Block {
    var number: Int
    var lines: [String]
    /// How many of the last lines say "closed", in bold.
    var closedLines: Int
    /// Where the wound's line ends.
    var endX: Double
    var endY: Double
    /// The middle of the first line of text; set by `init`.
    var y = 0.0

    var height: Double { Double(lines.count) * ChartText.lineHeight }
  }

  private(set) var blocks: [Block]

  static func height(_ blocks: [Block]) -> Double { blocks.reduce(0) { $0 + $1.height + 4 } }

  /// Places blocks in order of their ends: each pushed down by those above, then all pushed up from the bottom.
  init(_ wanted: [Block], top: Double, bottom: Double) {
    var sorted = wanted.sorted { ($0.endY, $0.number) < ($1.endY, $1.number) }
    var limit = top
    for index in sorted.indices {
      let start = max(limit, sorted[index].endY - sorted[index].height / 2)
      sorted[index].y = start + ChartText.lineHeight / 2
      limit = start + sorted[index].height + 4
    }
    var floor = bottom
    for index in sorted.indices.reversed() {
      let end = sorted[index].y - ChartText.lineHeight / 2 + sorted[index].height
      if end > floor { sorted[index].y -= end - floor }
      floor = sorted[index].y - ChartText.lineHeight / 2 - 4
    }
    blocks = sorted
  }

  /// Marker and name of each line at `x`, with a thin leader where the name lies off the line's end.
  func nodes(x: Double) -> [Node] {
    blocks.map { block in
      var parts: [Node] = []
      if (block.y - block.endY).magnitude > 5 || x - block.endX > 40 {
        let from = "\(ChartText.coordinate(block.endX + 7)) \(ChartText.coordinate(block.endY))"
        parts.append(
          .tag("path", ["class": "wound-chart-leader", "d": "M\(from)L\(ChartText.coordinate(x - 4)) \(ChartText.coordinate(block.y))"]))
      }
      let marker = ChartMarker.path(block.number, x + 5, block.y, radius: 4)
      parts.append(.tag("path", ["class": block.closedLines > 0 ? "wound-chart-closed" : "wound-chart-open", "d": marker]))
      for (index, line) in block.lines.enumerated() {
        let y = block.y + 4.5 + Double(index) * ChartText.lineHeight
        let isWords = index >= block.lines.count - block.closedLines
        parts.append(
          .tag(
            "text",
            ["class": isWords ? "wound-chart-end" : "wound-chart-name", "x": ChartText.coordinate(x + 15), "y": ChartText.coordinate(y)],
            .text(line)))
      }
      return .element("g", [Attribute("class", ChartMarker.className(block.number))], parts)
    }
  }
}
