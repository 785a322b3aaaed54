package import Hashing

/// A picture to make: from which original, how large, in which format. Equal recipes give equal bytes with the same libvips.
package struct ImageRecipe: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable { case jpeg, webp, png, svg }

  /// The original's path relative to the site's folder.
  package var source: String
  /// The hash of the original's bytes.
  package var sourceHash: ContentHash
  /// The greatest width in pixels; nothing is enlarged.
  package var width: Int
  package var format: Format
  /// What is done to the upright original before it is scaled.
  package var edits: ImageEdits

  package init(source: String, sourceHash: ContentHash, width: Int, format: Format, edits: ImageEdits = ImageEdits()) {
    self.source = source
    self.sourceHash = sourceHash
    self.width = width
    self.format = format
    self.edits = edits
  }

  /// What the bytes depend on but the codec, as text; the original's path is not part of it.
  ///
  ///     "0af…91 960 webp crop 0,0 10%×20%"
  package var key: String {
    var parts = ["\(sourceHash) \(width) \(format.rawValue)"]
    if let crop = edits.crop { parts.append("crop \(crop.text)") }
    parts += edits.redactions.map { "redact \($0.text)" } + edits.annotations.map { "mark \($0.text)" }
    if let page = edits.page { parts.append("page \(page)") }
    return parts.joined(separator: " ")
  }

  /// For the file's name: changes with the original and with all that is done to it, but not with the codec.
  package var hash: ContentHash { ContentHash(of: key) }
}

/// What is burnt into a picture or cut from it; coordinates are those of the upright original.
package struct ImageEdits: Hashable, Sendable {
  package var crop: Region?
  package var redactions: [Region]
  package var annotations: [Annotation]
  /// Which page of a PDF; nil for all other formats.
  package var page: Int?

  package init(crop: Region? = nil, redactions: [Region] = [], annotations: [Annotation] = [], page: Int? = nil) {
    self.page = page
    self.crop = crop
    self.redactions = redactions
    self.annotations = annotations
  }

  package var isEmpty: Bool { crop == nil && redactions.isEmpty && annotations.isEmpty }

  /// The size in pixels of the upright picture after `crop`.
  package func size(ofWidth width: Int, height: Int) -> PixelSize {
    guard let crop else { return PixelSize(width: width, height: height) }
    let box = PixelBox(crop, width: width, height: height)
    return PixelSize(width: max(1, box.width), height: max(1, box.height))
  }
}

/// A whole number of pixels each way.
package struct PixelSize: Hashable, Sendable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Scaled down to at most this width, the height rounded to the nearest pixel.
  ///
  ///     PixelSize(width: 4032, height: 3024).scaled(toWidth: 480)   // 480 × 360
  package func scaled(toWidth limit: Int) -> PixelSize {
    guard limit > 0, limit < width else { return self }
    return PixelSize(width: limit, height: max(1, (height * limit * 2 + width) / (width * 2)))
  }
}

extension ImageInformation {
  /// The exact size of the picture that a recipe makes, for the page, before it is made.
  package func size(of recipe: ImageRecipe) -> PixelSize {
    let whole = recipe.edits.size(ofWidth: width, height: height)
    return recipe.format == .svg ? whole : whole.scaled(toWidth: recipe.width)
  }
}

extension Coordinate {
  fileprivate var text: String {
    switch self {
    case .pixels(let value): "\(value)"
    case .percent(let value): "\(value)%"
    }
  }
}

extension Region {
  fileprivate var text: String { "\(x.text),\(y.text) \(width.text)×\(height.text)" }
}

extension Annotation {
  fileprivate var text: String {
    let label = label.map { " \"\($0)\"" } ?? ""
    switch shape {
    case .arrow(let from, let to): return "arrow \(from.x.text),\(from.y.text) \(to.x.text),\(to.y.text)\(label)"
    case .circle(let center, let radius): return "circle \(center.x.text),\(center.y.text) \(radius.text)\(label)"
    case .label(let at): return "label \(at.x.text),\(at.y.text)\(label)"
    }
  }
}
