/// Makes all pictures that recipes want of one original, which is decoded once.
///
///     let made = try develop(bytes, recipes: [small, large])
///     made.map(\.size)   // [480 × 360, 960 × 720], in the recipes' order
///
/// Equal pixels are scaled once, from the largest down. Where something must be cut or burnt in, the original is decoded in full first.
/// A drawing stays one: libvips renders none, since its loader for them is not trusted. It is loaded only when pixels must be made.
package func develop(_ bytes: [UInt8], recipes: [ImageRecipe]) throws(ImageProblem) -> [MadeImage] {
  let information = try ImageInformation(of: bytes, page: recipes.first?.edits.page ?? 1)
  let drawing = information.format == .svg ? try sanitizedSVG(bytes).bytes : nil
  var made: [ImageRecipe: MadeImage] = [:]
  for recipe in recipes where recipe.format == .svg {
    guard let drawing else { throw ImageProblem(.unsupported, "is not a drawing and cannot become one") }
    guard recipe.edits.isEmpty else {
      throw ImageProblem(
        .unsupported, "is a drawing, which is not cropped, redacted or marked", remedy: "change the drawing itself, or export it as PNG")
    }
    made[recipe] = MadeImage(bytes: drawing, size: information.size(of: recipe))
  }
  let pictures = recipes.filter { $0.format != .svg }
  if pictures.isEmpty { return recipes.compactMap { made[$0] } }
  guard drawing == nil else { throw ImageProblem(.unsupported, "is a drawing and cannot become a photograph", remedy: "export it as PNG") }
  let engine = try ImageEngine()
  for edits in distinct(pictures.map(\.edits)) {
    let wanted = pictures.filter { $0.edits == edits }
    if information.format == .pdf {
      let (page, facts) = try drawn(bytes, page: edits.page ?? 1)
      try develop(page, facts, wanted, with: engine) { made[$0] = $1 }
    } else {
      try develop(bytes, information, wanted, with: engine) { made[$0] = $1 }
    }
  }
  return recipes.compactMap { made[$0] }
}

/// A page of a PDF as a PNG file, with what its header says.
private func drawn(_ document: [UInt8], page: Int) throws(ImageProblem) -> ([UInt8], ImageInformation) {
  let facts = try ImageInformation(of: document, page: page)
  let size = PixelSize(width: facts.width, height: facts.height)
  let picture = try Poppler.picture(of: document, page: page, size: size)
  let found = try ImageInformation(of: picture)
  guard found.format == .png, found.width == size.width, found.height == size.height else {
    throw .damaged("its page is drawn in another size")
  }
  return (picture, found)
}

/// A picture's bytes and its real size in pixels.
package struct MadeImage: Hashable, Sendable {
  package var bytes: [UInt8]
  package var size: PixelSize

  package init(bytes: [UInt8], size: PixelSize) {
    self.bytes = bytes
    self.size = size
  }
}

private func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
  var seen: Set<Value> = []
  return values.filter { seen.insert($0).inserted }
}

private func develop(
  _ bytes: [UInt8], _ information: ImageInformation, _ recipes: [ImageRecipe], with engine: ImageEngine,
  _ keep: (ImageRecipe, MadeImage) -> Void
) throws(ImageProblem) {
  let sizes = distinct(recipes.map { information.size(of: $0) }).sorted { $0.width > $1.width }
  guard let largest = sizes.first, let edits = recipes.first?.edits else { return }
  var picture = try original(bytes, information, edits, size: largest, with: engine)
  for size in sizes {
    picture = try engine.resize(picture, to: size)
    let marked = try picture.marked(with: edits, of: information, engine)
    var encoded: [ImageRecipe.Format: [UInt8]] = [:]
    for recipe in recipes where information.size(of: recipe) == size {
      let bytes = if let known = encoded[recipe.format] { known } else { try engine.encode(marked, as: recipe.format) }
      encoded[recipe.format] = bytes
      keep(recipe, MadeImage(bytes: bytes, size: size))
    }
  }
}

/// The upright picture, redacted and cropped: at the wanted size when nothing has to be done to it, else in full.
private func original(
  _ bytes: [UInt8], _ information: ImageInformation, _ edits: ImageEdits, size: PixelSize, with engine: ImageEngine
) throws(ImageProblem) -> Raster {
  if edits.crop == nil, edits.redactions.isEmpty { return try engine.decode(bytes, format: information.format, size: size) }
  let whole = PixelSize(width: information.width, height: information.height)
  var picture = try engine.decode(bytes, format: information.format, size: whole)
  for region in edits.redactions { picture.blacken(PixelBox(region, width: whole.width, height: whole.height)) }
  guard let crop = edits.crop else { return picture }
  let box = PixelBox(crop, width: whole.width, height: whole.height)
  guard !box.isEmpty else { throw ImageProblem(.damaged, "has a crop that leaves nothing of it", remedy: "correct the crop") }
  return picture.cropped(to: box)
}
