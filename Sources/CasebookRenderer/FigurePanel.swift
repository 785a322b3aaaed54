internal import CasebookModel
internal import HTML

/// One figure as it stands in a document: its picture, its label, its words.
struct FigurePanel {
  enum Words {
    case none
    case caption
    /// The beginning of a caption that stands elsewhere in full, unless it is the whole of it.
    case short(String, isWhole: Bool)
  }

  var figure: Figure
  /// "Figure 2.", "1A".
  var label: String
  var words = Words.caption
  /// The `sizes` attribute of its picture.
  var sizes: String
  /// The scale that it has in common with its series, and the number of the series in the document.
  var scale: PhysicalScale?
  var series: Int?

  init(_ figure: Figure, label: String, sizes: String) {
    self.figure = figure
    self.label = label
    self.sizes = sizes
  }
}

extension Composition {
  func node(of panel: FigurePanel) -> Node {
    let figure = panel.figure
    let widths = medium.isPoster ? [posterPictureWidth] : Picture.webWidths
    let picture = Picture(
      of: figure, in: outputFolder + "figures/", link: "figures/", widths: widths, sizes: panel.sizes, isLazy: !medium.isPoster,
      letter: letter(of: figure))
    add(picture.outputs)
    let words = words(of: panel)
    return .tag(
      "figure", ["id": identifier(of: figure)], frame(covered(linked(picture, panel), panel), panel),
      .tag("figcaption", [:], .tag("b", [:], .text(panel.label)), words.isEmpty ? .empty : [" ", words]))
  }

  private func words(of panel: FigurePanel) -> Node {
    switch panel.words {
    case .none: .empty
    case .caption: caption(of: panel.figure)
    case .short(let text, _): text.isEmpty ? .empty : .text(text)
    }
  }

  /// The figure's caption, credit included.
  func caption(of figure: Figure) -> Node {
    let text = figure.caption.map { inline($0) } ?? .empty
    return (hidesNames ? nil : figure.credit).map { [text, .tag("small", ["class": "credit"], .text(" Credit: \($0)"))] } ?? text
  }

  /// The picture in a frame, below it a bar of a round length. With a scale, the picture takes the part of the frame that its size in
  /// centimeters has of the frame's.
  private func frame(_ picture: Node, _ panel: FigurePanel) -> Node {
    guard let scale = panel.scale, let extent = panel.figure.extent else { return .tag("div", ["class": "frame"], picture) }
    let numbers = [
      ("aspect", scale.frame.width / scale.frame.height), ("w", extent.width / scale.frame.width),
      ("v", extent.width / scale.frame.height), ("bar", scale.bar / scale.frame.width), ("bar-v", scale.bar / scale.frame.height),
    ]
    let style = numbers.map { "--\($0):\($1.rounded(toPlaces: 4))" }.joined(separator: ";")
    let bar = Node.tag("div", ["class": "scale-bar"], .tag("i"), .tag("span", [:], .text(scale.barLabel)))
    return .tag("div", ["class": "frame scaled", "style": style], picture, bar)
  }

  /// On a page a picture is a link to itself in large; the viewer opens it where there is a script.
  private func linked(_ picture: Picture, _ panel: FigurePanel) -> Node {
    guard let address = picture.largest, !medium.isPoster else { return picture.node }
    showsPictures = true
    let figure = panel.figure
    let extent = figure.extent.map { "\($0.width.rounded(toPlaces: 3)) \($0.height.rounded(toPlaces: 3))" }
    return .tag(
      "a",
      [
        "class": "zoom", "href": address, "data-figure": figure.id.value, "data-when": timeLabel(of: figure),
        "data-where": `case`.site(of: figure)?.value, "data-cm": extent, "data-series": panel.series.map(String.init),
      ], picture.node)
  }
}

// MARK: Covers

extension Composition {
  /// A sensitive picture is covered until it is asked for; paper shows it.
  private func covered(_ picture: Node, _ panel: FigurePanel) -> Node {
    let figure = panel.figure
    guard figure.isCovered, !medium.isPoster else { return picture }
    let id = switchIdentifier()
    let name = panel.label.hasPrefix("Figure") ? panel.label : "Figure \(panel.label)"
    let words = [name, figure.caption?.inlines.plainText].compactMap { $0 }.joined(separator: ": ")
    return .tag(
      "div", ["class": "cover"], .tag("input", ["type": "checkbox", "id": id, "class": "cover-switch"]),
      .tag("label", ["for": id], .text("Show \(figure.kind.rawValue)"), .tag("span", ["class": "hidden"], .text(", \(words)"))),
      picture)
  }

  /// One switch for all covers of a timeline, where there are several.
  func switchForAll(_ figures: [Figure]) -> Node {
    let count = figures.count { $0.isCovered }
    guard count > 1 else { return .empty }
    let id = switchIdentifier()
    let kinds = Set(figures.filter(\.isCovered).map(\.kind))
    let noun = kinds == [.photograph] ? "photographs" : "pictures"
    return [
      .tag("input", ["type": "checkbox", "id": id, "class": "cover-all"]),
      .tag("label", ["for": id, "class": "cover-all-label"], .text("Show all \(count) \(noun)")),
    ]
  }
}

extension Figure {
  /// Sensitive, and there is something to cover.
  fileprivate var isCovered: Bool { isSensitive && image != nil }
}
