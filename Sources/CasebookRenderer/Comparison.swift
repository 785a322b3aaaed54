internal import CasebookModel
internal import HTML

/// Two dates of a site beside each other, at one physical scale.
extension Composition {
  /// One for each series that has two dates or more. A reader sees the first and the last; a script lets any two be chosen.
  func comparisons(of figures: [Figure], _ series: [String: ScaledSeries]) -> [Node] {
    `case`.series(of: figures).compactMap { found in
      let dated = found.figures.filter { $0.time != nil }.enumerated()
        .sorted { (sortKey($0.element), $0.offset) < (sortKey($1.element), $1.offset) }.map(\.element)
      guard let first = dated.first, let last = dated.last, sortKey(first) < sortKey(last), let scaled = series[first.id.value]
      else { return nil }
      let stills = [first, last].map { still($0, scaled) }
      return .tag(
        "details", ["class": "compare", "data-series": String(scaled.number)],
        .tag("summary", [:], "Compare two dates", found.site.map { .tag("span", [:], .text(": \($0)")) } ?? .empty),
        .tag("div", ["class": "stills"], stills))
    }
  }

  private func still(_ figure: Figure, _ series: ScaledSeries) -> Node {
    let label = [timeLabel(of: figure), "(Figure \(self.label(of: figure)))"].compactMap { $0 }.joined(separator: " ")
    var panel = FigurePanel(figure, label: label, sizes: "(min-width: 60rem) 24rem, 92vw")
    panel.words = .none
    panel.scale = series.scale
    return node(of: panel)
  }

  private func sortKey(_ figure: Figure) -> Int { figure.time.map { `case`.chronology.sortKey(of: $0.value) } ?? 0 }

  /// "Week 4": in the style that all figures of the case have together.
  func timeLabel(of figure: Figure) -> String? { timeLabels[figure.id.value] }
}

extension Case {
  /// The label of each figure's time by the figure's id.
  var figureTimeLabels: [String: String] {
    let dated = figures.filter { $0.time != nil }
    let labels = chronology.labels(of: dated.compactMap(\.time?.value))
    return Dictionary(zip(dated.map(\.id.value), labels), uniquingKeysWith: { first, _ in first })
  }
}
