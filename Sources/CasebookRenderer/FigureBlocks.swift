internal import CasebookModel
internal import HTML

/// The figures of a document as nodes: one, a row of several, or the grid of sites and times.
extension Composition {
  /// One figure with its number and caption.
  func node(for figure: Figure) -> Node {
    figureNode(figure, label: "Figure \(label(of: figure)).", sizes: "(min-width: 60rem) 44rem, 92vw")
  }

  /// Figures side by side, lettered, with one number.
  func row(of group: FigureGroup) -> Node {
    let cells = group.figures.map { figureNode($0, label: label(of: $0), sizes: "(min-width: 60rem) 20rem, 92vw") }
    return .tag("div", ["class": "figure-row", "id": group.id.map { "fig-\($0)" }], cells)
  }

  /// The figure timeline: a table whose rows are sites and whose columns are dates; figures without a date follow it.
  func timeline(of group: FigureGroup) -> Node {
    let timeline = FigureTimeline(of: group.figures, in: `case`)
    var nodes = timeline.wrapped(at: medium.isPoster ? 6 : 5).enumerated().compactMap { index, strip -> Node? in
      strip.columns.isEmpty ? nil : grid(strip, of: group, isFirst: index == 0)
    }
    let long = group.figures.filter { ($0.caption?.inlines.plainText.count ?? 0) > Self.longestShortCaption }
    if !long.isEmpty {
      let items = long.map { figure in
        Node.tag("li", [:], .tag("b", [:], .text(label(of: figure))), " ", caption(of: figure))
      }
      nodes.append(.tag("ul", ["class": "captions"], items))
    }
    if !timeline.undated.isEmpty { nodes.append(row(of: FigureGroup(id: nil, figures: timeline.undated))) }
    return .fragment(nodes)
  }

  /// Captions longer than this many characters stand below the grid, in full.
  private static let longestShortCaption = 90

  private func grid(_ strip: FigureTimeline, of group: FigureGroup, isFirst: Bool) -> Node {
    let heads = strip.columns.map { column in
      Node.tag(
        "th", ["scope": "col"], .tag("b", [:], .text(column.label)),
        column.detail.isEmpty ? .empty : .tag("span", [:], .text(column.detail)))
    }
    let rows = strip.rows.map { row in
      Node.tag("tr", [:], [.tag("th", ["scope": "row"], .text(row.site))] + row.cells.map { cell(of: $0) })
    }
    let name = "Figures by site and date, \(strip.columns.first?.label ?? "") to \(strip.columns.last?.label ?? "")"
    let table = Node.tag(
      "table",
      [
        "class": "timeline",
        "style":
          "--columns:\(strip.columns.count);--rows:\(strip.rows.count);--least:\(strip.rows.count < 3 ? 3 : strip.rows.count < 5 ? 2.3 : 1.6)",
      ],
      .tag("caption", ["class": "hidden"], .text(name)), .tag("thead", [:], .tag("tr", [:], [.tag("td")] + heads)), .tag("tbody", [:], rows)
    )
    let id = isFirst ? group.id.map { "fig-\($0)" } : nil
    if medium.isPoster { return .tag("div", ["class": "timeline-frame", "id": id], table) }
    return .tag("div", ["class": "timeline-frame scroll", "id": id, "role": "region", "aria-label": name, "tabindex": "0"], table)
  }

  private func cell(of figures: [Figure]) -> Node {
    guard !figures.isEmpty else { return .tag("td", ["class": "none"], .tag("span", [:], "not photographed")) }
    return .tag("td", [:], figures.map { figureNode($0, label: label(of: $0), sizes: "(min-width: 60rem) 16rem, 60vw", isShort: true) })
  }

  private func figureNode(_ figure: Figure, label: String, sizes: String, isShort: Bool = false) -> Node {
    let widths = medium.isPoster ? [posterPictureWidth] : Picture.webWidths
    let picture = Picture(
      of: figure, in: outputFolder + "figures/", link: "figures/", widths: widths, sizes: sizes,
      isLazy: !medium.isPoster)
    add(picture.outputs)
    let isLong = (figure.caption?.inlines.plainText.count ?? 0) > Self.longestShortCaption
    let text: Node = isShort && isLong ? .empty : [" ", caption(of: figure)]
    let words = Node.tag("figcaption", [:], .tag("b", [:], .text(label)), text)
    return .tag("figure", ["id": identifier(of: figure)], covered(picture.node, figure, label: label), words)
  }

  /// The figure's caption, credit included; for a picture that is not there its description, so that nothing of it is lost.
  private func caption(of figure: Figure) -> Node {
    let text = figure.caption.map { inline($0) } ?? .empty
    return figure.credit.map { [text, .tag("small", ["class": "credit"], .text(" Credit: \($0)"))] } ?? text
  }

  /// A sensitive picture is covered until it is asked for; paper shows it.
  private func covered(_ picture: Node, _ figure: Figure, label: String) -> Node {
    guard figure.isSensitive, figure.image != nil, !medium.isPoster else { return picture }
    let id = switchIdentifier()
    let name = label.hasPrefix("Figure") ? label : "Figure \(label)"
    let words = [name, figure.caption?.inlines.plainText].compactMap { $0 }.joined(separator: ": ")
    return .tag(
      "div", ["class": "cover"], .tag("input", ["type": "checkbox", "id": id, "class": "cover-switch"]),
      .tag("label", ["for": id], .text("Show \(figure.kind.rawValue)"), .tag("span", ["class": "hidden"], .text(", \(words)"))),
      picture)
  }
}
