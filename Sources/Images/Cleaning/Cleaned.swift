/// The file without what it carries beyond pixels, orientation and colour profile. Nothing is compressed anew: the pixels' bytes stay.
///
///     try ImageInformation(of: cleaned(bytes)).metadata   // []
///
/// Throws for a file that is no picture, and for one of a format that cannot be cleaned so and that carries something.
package func cleaned(_ bytes: [UInt8]) throws(ImageProblem) -> [UInt8] {
  let facts = try ImageInformation(of: bytes)
  if facts.format == .svg { return try sanitizedSVG(bytes).bytes }
  let result =
    switch facts.format {
    case .jpeg: cleanedJPEG(bytes, orientation: facts.orientation)
    case .png: cleanedPNG(bytes, orientation: facts.orientation)
    case .webp: cleanedWebP(bytes, orientation: facts.orientation)
    case .avif, .heic: cleanedHEIF(bytes)
    case .tiff, .gif, .pdf, .svg: bytes
    }
  // Whatever the way, what comes out is looked at again.
  let left = try ImageInformation(of: result)
  guard left.metadata.isEmpty else { throw uncleanable(facts.format, left.metadata) }
  guard (left.width, left.height, left.orientation) == (facts.width, facts.height, facts.orientation) else {
    throw .damaged("it cannot be cleaned without changing it")
  }
  return result
}

private func uncleanable(_ format: ImageInformation.Format, _ left: [String]) -> ImageProblem {
  let what = "carries \(left.joined(separator: ", "))"
  switch format {
  case .heic, .avif:
    return ImageProblem(
      .unsupported, "\(what) where it cannot be taken out without compressing the picture anew",
      remedy: "export it as JPEG, or set the telephone to \"most compatible\"")
  case .tiff:
    return ImageProblem(
      .unsupported, "\(what), which cannot be taken out of a TIFF without writing it anew",
      remedy: "save it as PNG, which keeps every pixel")
  default:
    return ImageProblem(.unsupported, "\(what), which cannot be taken out of this format", remedy: "save it as PNG")
  }
}

/// A TIFF block, as EXIF has it, that says the orientation alone.
func orientationBlock(_ orientation: Int) -> [UInt8] {
  Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1] + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(truncatingIfNeeded: orientation), 0, 0]
    + [0, 0, 0, 0]
}

func bigEndian(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
