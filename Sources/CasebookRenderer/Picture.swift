internal import CasebookModel
internal import HTML
internal import Images

/// A figure's picture as the page shows it, and the files that have to be made for it.
struct Picture {
  var node: Node
  var outputs: [Output]
  /// The address of the largest as the page reaches it; nil for a placeholder.
  var largest: String?
}

extension Picture {
  /// Widths that pages choose from; a poster asks for one of its own.
  static let webWidths = [480, 960, 1920]
  static let greatestWidth = 3600

  /// `<picture>` with WebP and JPEG in the widths that the original can give, or a drawn placeholder when there is no file.
  ///
  /// `folder` is where the figures lie below the output, `link` how the page reaches it; `sizes` is the attribute of the same name.
  /// `letter` is drawn into the corner of a panel. `isLazy` leaves it to the browser when the picture is loaded; a poster's are there before it is printed.
  init(of figure: Figure, in folder: String, link: String, widths: [Int], sizes: String, isLazy: Bool, letter: String = "") {
    guard let image = figure.image, let file = figure.file else {
      self.init(node: Self.placeholder(for: figure.kind), outputs: [])
      return
    }
    var edits = figure.edits
    // A drawing is not drawn upon; its letter stands in the words below it.
    if !letter.isEmpty, image.format != .svg { edits.annotations.append(.letter(letter)) }
    let size = edits.size(ofWidth: image.width, height: image.height)
    if image.format == .svg {
      self.init(
        drawing: ImageRecipe(source: file.value, sourceHash: image.hash, width: size.width, format: .svg, edits: edits), of: figure, folder,
        link, isLazy: isLazy)
      return
    }
    if !isLazy {
      let width = min(size.width, widths.max() ?? size.width)
      let recipe = ImageRecipe(source: file.value, sourceHash: image.hash, width: width, format: .jpeg, edits: edits)
      self.init(print: recipe, size.scaled(toWidth: width), of: figure, folder, link)
      return
    }
    let reachable = widths.filter { $0 < size.width } + [min(size.width, widths.max() ?? size.width)]
    var outputs: [Output] = []
    var sources: [ImageRecipe.Format: [String]] = [:]
    var largest = ""
    for width in Set(reachable).sorted() {
      for format in [ImageRecipe.Format.webp, .jpeg] {
        let recipe = ImageRecipe(source: file.value, sourceHash: image.hash, width: width, format: format, edits: edits)
        let name = "\(figure.id.value)-\(width).\(recipe.hash.short).\(format == .webp ? "webp" : "jpg")"
        outputs.append(Output("\(folder)\(name)", .image(recipe)))
        sources[format, default: []].append("\(link)\(name) \(width)w")
        if format == .jpeg { largest = link + name }
      }
    }
    let webp = Node.tag("source", ["type": "image/webp", "srcset": sources[.webp]?.joined(separator: ", "), "sizes": sizes])
    let fallback = Node.tag(
      "img",
      [
        "src": largest, "srcset": sources[.jpeg]?.joined(separator: ", "), "sizes": sizes, "width": String(size.width),
        "height": String(size.height), "alt": figure.alternativeText?.value ?? "", "loading": "lazy", "decoding": "async",
      ])
    self.init(node: .tag("picture", [:], webp, fallback), outputs: outputs, largest: largest)
  }

  /// One JPEG, which a PDF takes as it is; `--pixels` keeps it from being printed with less than 100 dots an inch.
  private init(print recipe: ImageRecipe, _ size: PixelSize, of figure: Figure, _ folder: String, _ link: String) {
    let name = "\(figure.id.value)-\(recipe.width).\(recipe.hash.short).jpg"
    outputs = [Output(folder + name, .image(recipe))]
    node = .tag(
      "img",
      [
        "src": link + name, "width": String(size.width), "height": String(size.height), "style": "--pixels:\(size.width)",
        "alt": figure.alternativeText?.value ?? "",
      ])
  }

  /// A drawing stays one, crisp at every size.
  private init(drawing recipe: ImageRecipe, of figure: Figure, _ folder: String, _ link: String, isLazy: Bool) {
    let name = "\(figure.id.value).\(recipe.hash.short).svg"
    let size = figure.image?.size(of: recipe) ?? PixelSize(width: recipe.width, height: recipe.width)
    node = .tag(
      "img",
      [
        "src": link + name, "width": String(size.width), "height": String(size.height), "alt": figure.alternativeText?.value ?? "",
        "loading": isLazy ? "lazy" : nil, "decoding": isLazy ? "async" : nil,
      ])
    outputs = [Output(folder + name, .image(recipe))]
    largest = link + name
  }

  /// A quiet drawing in a photograph's proportions, with words that say why it is there.
  static func placeholder(for kind: Figure.Kind) -> Node {
    let word = kind == .photograph || kind == .intraoperative ? "Photograph" : kind.name
    return .tag("div", ["class": "placeholder"], placeholderDrawing, .tag("span", [:], .text("\(word) not available")))
  }

  private static let placeholderDrawing = Node.tag(
    "svg", ["viewBox": "0 0 4 3", "preserveAspectRatio": "xMidYMid slice", "aria-hidden": "true", "focusable": "false"],
    .tag(
      "g", ["fill": "none", "stroke": "currentColor", "stroke-width": ".018"],
      .tag("path", ["d": "M0 3 1.35 1.4l.75.8.65-.65L4 2.8"]), .tag("circle", ["cx": "2.9", "cy": ".8", "r": ".26"])))
}

extension Figure.Kind {
  /// "Radiograph", "CT": as it begins a sentence.
  var name: String {
    switch self {
    case .ct, .mri: rawValue.uppercased()
    default: rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }
  }
}
