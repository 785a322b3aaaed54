internal import CasebookModel
internal import HTML

/// The figures of a document as nodes: one, a row of several, or the grid of sites and times.
extension Composition {
  /// One figure with its number and caption.
  func node(for figure: Figure) -> Node {
    var panel = FigurePanel(figure, label: "Figure \(label(of: figure)).", sizes: "(min-width: 60rem) 44rem, 92vw")
    panel.scale = PhysicalScale(of: [figure])
    return node(of: panel)
  }

  /// Figures side by side, lettered, with one number.
  func row(of group: FigureGroup) -> Node {
    let series = scaledSeries(of: group.figures)
    let cells = group.figures.map { figure in
      var panel = FigurePanel(figure, label: label(of: figure), sizes: "(min-width: 60rem) 20rem, 92vw")
      series[figure.id.value]?.apply(to: &panel)
      return node(of: panel)
    }
    return [.tag("div", ["class": "figure-row", "id": group.id.map { "fig-\($0)" }], cells), commonCaption(of: group)]
  }

  /// "Figure 2. The right foot": what the author says of all of a group.
  private func commonCaption(of group: FigureGroup) -> Node {
    guard let caption = group.caption else { return .empty }
    return .tag("p", ["class": "common-caption"], .tag("b", [:], .text("Figure \(number(of: group)).")), " ", inline(caption))
  }

  /// The figure timeline: rows are sites and columns are dates, or a strip a site; figures without a date follow it, then what can be
  /// compared.
  func timeline(of group: FigureGroup) -> Node {
    let timeline = FigureTimeline(of: group.figures, in: `case`)
    let series = scaledSeries(of: group.figures)
    let grid = TimelineGrid(timeline, id: group.id.map { "fig-\($0)" }, area: timelineArea)
    var nodes: [Node] = []
    if !grid.lines.isEmpty {
      nodes.append(
        grid.node { figure, site in
          var panel = FigurePanel(figure, label: label(of: figure), sizes: "(min-width: 60rem) 16rem, 60vw")
          panel.words = grid.words(for: figure, in: site)
          series[figure.id.value]?.apply(to: &panel)
          return node(of: panel)
        })
    }
    nodes += [commonCaption(of: group), captions(of: timeline, grid)]
    if !timeline.undated.isEmpty { nodes.append(row(of: FigureGroup(id: nil, figures: timeline.undated))) }
    if medium.isPoster { return .fragment(nodes) }
    nodes += comparisons(of: group.figures, series)
    return .tag("div", ["class": "figures"], [switchForAll(group.figures)] + nodes)
  }

  /// Below the grid, in full, the captions that stand there shortened or not at all.
  private func captions(of timeline: FigureTimeline, _ grid: TimelineGrid) -> Node {
    let items = timeline.rows.flatMap { row in
      row.cells.flatMap(\.figures).compactMap { figure -> Node? in
        let words = grid.words(for: figure, in: row.site)
        guard case .short(_, let isWhole) = words, !isWhole else { return nil }
        return .tag("li", ["data-figure": figure.id.value], .tag("b", [:], .text(label(of: figure))), " ", caption(of: figure), " ")
      }
    }
    return items.isEmpty ? .empty : .tag("ul", ["class": grid.isDense ? "captions run-in" : "captions"], items)
  }

  /// What the document's figures have in common that can be compared, by the id of each figure.
  func scaledSeries(of figures: [Figure]) -> [String: ScaledSeries] {
    var found: [String: ScaledSeries] = [:]
    for series in `case`.series(of: figures) {
      guard let scale = PhysicalScale(of: series.figures) else { continue }
      seriesCount += 1
      for figure in series.figures { found[figure.id.value] = ScaledSeries(number: seriesCount, scale: scale) }
    }
    return found
  }
}

/// A series whose pictures are shown at one scale.
struct ScaledSeries {
  /// Its number in the document, from 1.
  var number: Int
  var scale: PhysicalScale

  func apply(to panel: inout FigurePanel) {
    panel.scale = scale
    panel.series = number
  }
}
