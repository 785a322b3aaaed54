internal import CasebookModel
internal import Images
internal import Markdown

/// What a poster has to show, counted: the estimate of its fit needs no more.
struct PosterContent {
  /// Words of running text and of references, and how many headings and figures stand among them.
  struct Text {
    var words = 0
    var referenceWords = 0
    var headings = 0
    /// Width by height of each figure in the text.
    var figures: [Double] = []
    /// Rows of tables in the text.
    var tableRows = 0
  }

  /// A grid of figures, rows by columns.
  struct Grid {
    var timeline: FigureTimeline
    /// Width by height of its pictures.
    var aspect: Double
    var captionLength: Int
  }

  /// A row of dates in a grid, as numbers.
  struct Strip {
    var columns: Double
    var rows: Double
    var namesSites: Bool
    var aspect: Double
    var captionLength: Double
  }

  var text = Text()
  var grids: [Grid] = []
  /// Figures in the hero that have no date.
  var loose: [Double] = []
  var charts = 0
  /// Lines of small type that name the events of a chart.
  var eventLines = 0.0
  /// Rows of each table of wounds.
  var tables: [Int] = []
  /// A table that shows several wounds takes more width.
  var wideTables = false
  /// Headings in the hero, and words of text sections in it.
  var heroHeadings = 0
  var heroWords = 0
}

extension PosterContent {
  init(flow: [Manuscript.Section], hero: [Manuscript.Section], of case: Case) {
    for section in flow {
      text.words += section.wordCount
      text.headings += section.heading.isEmpty ? 0 : 1
      for item in section.items { countInText(item, of: `case`) }
    }
    for section in hero {
      heroHeadings += section.heading.isEmpty ? 0 : 1
      heroWords += section.wordCount
      for item in section.items { countInHero(item, of: `case`) }
    }
  }

  private mutating func countInText(_ item: Manuscript.Item, of case: Case) {
    switch item {
    case .part(.references(let first)): text.referenceWords += min(`case`.references.count, first ?? .max) * 20
    case .part(.events(let kinds)):
      text.words += `case`.events.filter { kinds.isEmpty || kinds.contains($0.kind) }.count * 14
    case .part(.table(let selection)):
      text.tableRows += (`case`.table(at: selection.file.value)?.rows.count ?? 0) + 2
    case .block(let block): if case .table(let table) = block.content { text.tableRows += table.rows.count + 2 }
    case .part(.woundTable), .part(.woundChart): text.tableRows += 10
    case .part: text.figures += item.figures(of: `case`).map(\.aspect)
    }
  }

  private mutating func countInHero(_ item: Manuscript.Item, of case: Case) {
    guard case .part(let part) = item else { return }
    switch part {
    case .timeline(let selection):
      let timeline = FigureTimeline(of: `case`.figures(in: selection), in: `case`)
      loose += timeline.undated.map(\.aspect)
      guard !timeline.columns.isEmpty else { return }
      let figures = timeline.rows.flatMap { $0.cells.flatMap(\.figures) }
      let captions = figures.map { min($0.caption?.inlines.plainText.count ?? 0, 60) + 3 }
      // Pictures of a series stand in the frame of their common scale; others in frames of 4 by 3.
      let frames = `case`.series(of: figures).compactMap { PhysicalScale(of: $0.figures) }.map { $0.frame.width / $0.frame.height * 0.93 }
      grids.append(Grid(timeline: timeline, aspect: frames.min() ?? 4 / 3, captionLength: captions.max() ?? 0))
    case .figure, .figures: loose += item.figures(of: `case`).map(\.aspect)
    case .woundChart:
      charts += 1
      // More than a few events are numbered in the chart and named below it.
      eventLines = `case`.events.count > 3 ? Double(`case`.events.count) * 0.6 : 0
    case .woundTable(let selection):
      let wounds = `case`.wounds(in: selection)
      if wounds.count { !$0.visits.isEmpty } > 1 { wideTables = true }
      tables.append((wounds.map(\.visits.count).max() ?? 0) + 3)
    default: countInText(item, of: `case`)
    }
  }

  var hasHero: Bool { !grids.isEmpty || !loose.isEmpty || charts > 0 || !tables.isEmpty || heroWords > 0 }
  /// The grids with at most so many dates in a row.
  func strips(_ dates: Int) -> [Strip] {
    grids.flatMap { grid in
      let lines = grid.timeline.lines(width: dates)
      let slots = lines.map { $0.reduce(0) { $0 + $1.width } }.max() ?? 1
      return lines.map { line in
        Strip(
          columns: Double(max(1, slots)), rows: Double(line.greatestDepths.reduce(0, +)), namesSites: line.first?.site == nil,
          aspect: grid.aspect, captionLength: Double(grid.captionLength))
      }
    }
  }

  /// The most dates that one row can show.
  var dates: Int { grids.flatMap { $0.timeline.lines(width: 99).map { $0.reduce(0) { $0 + $1.width } } }.max() ?? 1 }
}

extension Figure {
  /// Width by height, after cropping; 4:3 where there is no picture.
  var aspect: Double {
    guard let image else { return 4 / 3 }
    let size = ImageEdits(crop: crop).size(ofWidth: image.width, height: image.height)
    return Double(size.width) / Double(max(1, size.height))
  }
}
