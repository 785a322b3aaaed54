internal import CasebookModel

/// A part of the timeline with its own piece of the axis.
///
/// A date with several photographs of one site is several slots wide, up to three, so that all pictures are equally wide.
struct TimelinePiece {
  var rows: [Row]
  var columns: [FigureTimeline.Column]
  /// The width of each column, in slots.
  var widths: [Int]
  /// The site, where the piece is a strip of one; nil for a grid with its sites before the rows.
  var site: String?
  /// The axis comes from the piece before, or goes on in the next.
  var isContinued = false
  var goesOn = false

  struct Row {
    var site: String
    /// One list of figures a column; empty where the site was not photographed.
    var cells: [[Figure]]
  }

  var width: Int { widths.reduce(0, +) }

  /// How many pictures are above each other in each row.
  var depths: [Int] {
    rows.map { row in zip(row.cells, widths).map { ($0.count + $1 - 1) / $1 }.max() ?? 1 }.map { max(1, $0) }
  }
}

extension FigureTimeline {
  /// The pieces line by line, each line at most `width` slots wide, so that a long series wraps with its axis continued.
  func lines(width: Int) -> [[TimelinePiece]] {
    guard let strips else { return pieces(width: width, site: nil).map { [$0] } }
    var lines: [[TimelinePiece]] = []
    var taken = width
    for piece in strips.flatMap({ $0.pieces(width: width, site: $0.rows.first?.site) }) {
      taken += piece.width
      if taken <= width, !piece.isContinued {
        lines[lines.count - 1].append(piece)
      } else {
        lines.append([piece])
        taken = piece.width
      }
    }
    return lines
  }

  /// The timeline cut into pieces of about equal width.
  private func pieces(width: Int, site: String?) -> [TimelinePiece] {
    var widths = Array(repeating: 1, count: columns.count)
    for cell in rows.lazy.flatMap(\.cells) { widths[cell.column] = max(widths[cell.column], min(3, width, cell.figures.count)) }
    let whole = widths.reduce(0, +)
    let count = max(1, (whole + width - 1) / width)
    let share = (whole + count - 1) / count
    var ranges: [Range<Int>] = []
    var start = 0
    var taken = 0
    for column in columns.indices {
      // A piece is full when it has its share, or no place for the next date.
      if column > start, taken + widths[column] > width || taken >= share {
        ranges.append(start..<column)
        (start, taken) = (column, 0)
      }
      taken += widths[column]
    }
    if start < columns.count { ranges.append(start..<columns.count) }
    // Where each row's next piece begins among its cells.
    var next = Array(repeating: 0, count: rows.count)
    return ranges.map { range in
      let kept = rows.indices.compactMap { index -> TimelinePiece.Row? in
        let cells = rows[index].cells[next[index]...].prefix { $0.column < range.upperBound }
        guard !cells.isEmpty else { return nil }
        next[index] = cells.endIndex
        var dense = Array(repeating: [Figure](), count: range.count)
        for cell in cells { dense[cell.column - range.lowerBound] = cell.figures }
        return TimelinePiece.Row(site: rows[index].site, cells: dense)
      }
      return TimelinePiece(
        rows: kept, columns: Array(columns[range]), widths: Array(widths[range]), site: site, isContinued: range.lowerBound > 0,
        goesOn: range.upperBound < columns.count)
    }
  }

  /// The number of slots in a line at which pictures are largest, and how wide they are there.
  func bestWidth(in area: TimelineArea) -> (slots: Int, pictureWidth: Double) {
    var best = (slots: 1, pictureWidth: 0.0)
    for width in (1...12).reversed() {
      let lines = lines(width: width)
      let hasSites = lines.first?.first?.site == nil
      let slots = Double(lines.map { $0.reduce(0) { $0 + $1.width } }.max() ?? 1)
      let rows = Double(lines.reduce(0) { $0 + $1.greatestDepths.reduce(0, +) })
      let wide = (area.width - (hasSites ? 2.5 : 0)) / slots - 0.4
      let high = (area.height - Double(lines.count) * (hasSites ? 1.3 : 1.8)) / max(rows, 1) - 0.8
      let size = min(wide, high * 4 / 3)
      // Narrower means more lines, which has to be worth it.
      if size > best.pictureWidth * 1.08 { best = (Int(slots), size) }
    }
    return best
  }
}

extension [TimelinePiece] {
  /// How many pictures are above each other in each row of a line: a grid's own rows, or the deepest of its strips.
  var greatestDepths: [Int] {
    var depths: [Int] = []
    for piece in self {
      for (row, depth) in piece.depths.enumerated() {
        if row < depths.count { depths[row] = Swift.max(depths[row], depth) } else { depths.append(depth) }
      }
    }
    return depths
  }
}
