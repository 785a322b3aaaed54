internal import CasebookModel
internal import HTML
internal import Images
internal import QRCodes

/// What the head of a poster or handout shows beside the title: authors, logos, and the way to the case's page.
struct PosterHead {
  var authors: Node = .empty
  var logos: Node = .empty
  /// The code as a drawing, with the address as it is printed beside it.
  var code: (drawing: Node, address: String)?
  var outputs: [Output] = []
  /// How many authors and affiliations there are, for the estimate.
  private var names = (authors: 0, letters: 0, affiliations: 0)

  /// `codeWidth` is the least width of the code's dark modules in millimetres.
  init(of case: Case, _ context: RenderContext, isBlind: Bool, codeWidth: Double) {
    guard !isBlind else { return }
    let block = AuthorBlock(of: `case`, fallback: context.site.affiliation)
    authors = block.node(showsContact: false)
    let letters = block.authors.map { $0.name.full.count + $0.credentials.joined(separator: ", ").count + 5 }.reduce(0, +)
    names = (block.authors.count, letters, block.affiliations.map { $0.name.count + ($0.place?.count ?? 0) + 4 }.reduce(0, +))
    if !`case`.logos.isEmpty { takeLogos(of: `case`) }
    if let address = Self.address(of: `case`, context.site), let code = QRCode(address) {
      self.code = (Self.drawing(code, width: codeWidth), Self.printed(address))
    }
  }

  /// Where the case's page is found: where the site has an address and the case is published.
  private static func address(of case: Case, _ site: Site) -> String? {
    guard `case`.status.value == .published, let url = site.url else { return nil }
    return "\(url)cases/\(`case`.slug)/"
  }

  /// "cases.example.org/cases/foot/": without the scheme.
  private static func printed(_ address: String) -> String {
    String(["https://", "http://"].reduce(Substring(address)) { $0.hasPrefix($1) ? $0.dropFirst($1.count) : $0 })
  }

  /// The symbol with its quiet zone of four modules, black on white; no module narrower than a millimetre.
  private static func drawing(_ code: QRCode, width: Double) -> Node {
    let module = max(width / Double(code.side), 1)
    let total = code.side + 8
    let length = (module * Double(total)).rounded(toPlaces: 2) + "mm"
    return .tag(
      "svg",
      [
        "class": "code", "viewBox": "-4 -4 \(total) \(total)", "style": "width:\(length);height:\(length)", "role": "img",
        "aria-label": "QR code of the case's address", "shape-rendering": "crispEdges",
      ],
      .tag("path", ["d": "M-4-4h\(total)v\(total)h-\(total)z", "fill": "#fff"]), .tag("path", ["d": code.path, "fill": "#000"]))
  }

  private mutating func takeLogos(of case: Case) {
    var images: [Node] = []
    for (index, logo) in `case`.logos.enumerated() {
      let format: ImageRecipe.Format = logo.image.format == .svg ? .svg : .png
      let width = logo.image.format == .svg ? logo.image.width : min(logo.image.width, 1600)
      let recipe = ImageRecipe(source: logo.file.value, sourceHash: logo.image.hash, width: width, format: format)
      let name = "figures/logo-\(index + 1).\(recipe.hash.short).\(format.rawValue)"
      outputs.append(Output("cases/\(`case`.slug)/\(name)", .image(recipe)))
      let size = logo.image.size(of: recipe)
      images.append(
        .tag(
          "img",
          [
            "class": logo.isLight ? "logo light" : "logo", "src": name, "width": String(size.width), "height": String(size.height),
            "alt": logo.name,
          ]))
    }
    logos = .tag("div", ["class": "logos", "style": "--logos:\(images.count)"], images)
  }

  /// The height of the head in points, for the estimate.
  func height(titleLength: Int, _ sheet: PosterSheet) -> Double {
    let title = sheet.titleSize(characters: titleLength)
    let width = sheet.width - 2 * sheet.margin - (code == nil ? 0 : 5 * sheet.unit) - (outputs.isEmpty ? 0 : 5 * sheet.unit)
    func lines(_ characters: Int, _ size: Double) -> Double { (Double(characters) * size * 0.54 / max(width, 1)).rounded(.up) }
    let name = max(sheet.unit * (names.authors > 24 ? 0.36 : names.authors > 12 ? 0.46 : 0.62), sheet.small)
    let place = max(sheet.unit * (names.authors > 24 ? 0.3 : 0.46), sheet.small)
    let text =
      lines(titleLength, title) * title * 1.08 + lines(names.letters, name) * name * 1.3
      + lines(names.affiliations, place) * place * 1.3 + 0.5 * sheet.unit
    return max(text, code == nil ? 0 : 4.2 * sheet.unit) + 1.7 * sheet.unit
  }
}
