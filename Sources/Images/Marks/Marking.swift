extension Raster {
  /// With the annotations drawn at this raster's own resolution; their coordinates are the upright original's.
  func marked(with edits: ImageEdits, of information: ImageInformation, _ engine: ImageEngine) throws(ImageProblem) -> Raster {
    if edits.annotations.isEmpty { return self }
    let view = MarkView(edits, information, of: self)
    var ink = Ink(width: width, height: height)
    for annotation in edits.annotations {
      let (strokes, anchor) = view.drawing(of: annotation, head: ink.half * 9)
      for stroke in strokes { ink.draw(stroke) }
      guard let label = annotation.label, !label.isEmpty else { continue }
      ink.draw(try engine.mask(of: String(label.prefix(80)), height: max(11, width / 30)), around: anchor)
    }
    return ink.laid(on: self)
  }
}

/// From the upright original's coordinates to those of a cropped and scaled picture.
private struct MarkView {
  private let original: PixelSize
  private let origin: Spot
  private let scale: Double
  /// How far a label's centre stands off the mark it belongs to, in pixels.
  private let distance: Double

  init(_ edits: ImageEdits, _ information: ImageInformation, of picture: Raster) {
    let whole = PixelSize(width: information.width, height: information.height)
    let box = edits.crop.map { PixelBox($0, width: whole.width, height: whole.height) }
    original = whole
    origin = Spot(x: Double(box?.x ?? 0), y: Double(box?.y ?? 0))
    scale = Double(picture.width) / Double(max(1, box?.width ?? whole.width))
    distance = Double(max(11, picture.width / 30)) * 0.9
  }

  private func spot(_ point: Point) -> Spot {
    (Spot(x: point.x.pixels(of: original.width), y: point.y.pixels(of: original.height)) - origin) * scale
  }

  /// The lines of an annotation and where its label goes.
  func drawing(of annotation: Annotation, head: Double) -> ([Stroke], Spot) {
    switch annotation.shape {
    case .arrow(let from, let to):
      let (tail, tip) = (spot(from), spot(to))
      return (Stroke.arrow(from: tail, to: tip, head: head), tail + (tail - tip).direction * distance)
    case .circle(let center, let radius):
      let (middle, extent) = (spot(center), abs(radius.pixels(of: original.width)) * scale)
      return ([.ring(center: middle, radius: extent)], middle - Spot(x: 0, y: extent + distance))
    case .label(let at): return ([], spot(at))
    }
  }
}
