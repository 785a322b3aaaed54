internal import Hashing

/// What a format's reader found in a header.
struct Header {
  var format: ImageInformation.Format
  /// As stored, before the orientation is applied.
  var width: Int
  var height: Int
  var carried = Carried()
}

/// What Casebook is ready to decode.
package enum ImageLimits {
  /// Pixels of one picture: twice a good camera's, and little enough to hold in memory where a redaction demands it.
  package static let pixels = 100_000_000
  /// Pixels of a side.
  package static let side = 30_000
  /// Bytes of a file.
  package static let bytes = 300_000_000
}

extension ImageInformation {
  /// Reads the header, without decoding and without any library, safe on any bytes.
  ///
  ///     try ImageInformation(of: bytes).width   // 3024, of the upright picture
  ///
  /// Only a PDF's is read by another program; `page` is of that kind alone.
  package init(of bytes: [UInt8], page: Int = 1) throws(ImageProblem) {
    let view = ByteView(bytes)
    guard !bytes.isEmpty else { throw ImageProblem(.empty, "is empty", remedy: "copy the file again") }
    let header = try readHeader(view, page: page)
    guard header.width > 0, header.height > 0 else { throw .damaged("its header gives no width or height") }
    guard header.width <= ImageLimits.side, header.height <= ImageLimits.side,
      header.width <= ImageLimits.pixels / header.height
    else {
      throw ImageProblem(
        .tooLarge, "has \(header.width) × \(header.height) pixels, more than \(ImageLimits.pixels / 1_000_000) million",
        remedy: "scale it down, to 6000 pixels at the longer side for instance")
    }
    let turned = header.carried.orientation >= 5
    self.init(
      format: header.format, width: turned ? header.height : header.width, height: turned ? header.width : header.height,
      orientation: header.carried.orientation, metadata: header.carried.list, taken: header.carried.day, hash: ContentHash(of: bytes))
  }

  /// Do right and left of the body change places between the file's pixels and the upright picture?
  package var isMirrored: Bool { [2, 4, 5, 7].contains(orientation) }
}

private func readHeader(_ view: ByteView, page: Int) throws(ImageProblem) -> Header {
  if view.starts(with: "\u{FF}") || view.number(0, 3) == 0xFFD8FF { return try readJPEGHeader(view) }
  if view.number(0, 4) == 0x8950_4E47 { return try readPNGHeader(view) }
  if view.starts(with: "RIFF"), view.starts(with: "WEBP", at: 8) { return try readWebPHeader(view) }
  if view.starts(with: "GIF87a") || view.starts(with: "GIF89a") { return try readGIFHeader(view) }
  if view.starts(with: "II*\0") || view.starts(with: "MM\0*") { return try readTIFFHeader(view) }
  if view.starts(with: "ftyp", at: 4) { return try readHEIFHeader(view) }
  if view.find("%PDF-", limit: 1024) != nil { return try Poppler.header(of: Array(view.bytes), page: page) }
  if looksLikeSVG(view) { return try readSVGHeader(view) }
  throw notAPicture(view)
}

private func readTIFFHeader(_ view: ByteView) throws(ImageProblem) -> Header {
  guard let directory = TagDirectory(view) else { throw .truncated("it ends within its header") }
  guard directory.pages > 0, directory.width > 0 else { throw .damaged("its first directory cannot be read") }
  return Header(format: .tiff, width: directory.width, height: directory.height, carried: directory.carried)
}

/// Says what the file is instead, where that can be seen.
private func notAPicture(_ view: ByteView) -> ImageProblem {
  if view.starts(with: "DICM", at: 128) {
    return ImageProblem(
      .unsupported, "is a DICOM file", remedy: "export the picture from the viewer as PNG, without the patient's data on it")
  }
  if view.starts(with: "PK\u{3}\u{4}") {
    return ImageProblem(.notAnImage, "is a ZIP archive or an office document, not a picture", remedy: "take the picture out of it")
  }
  if view.starts(with: "BM") || view.starts(with: "8BPS") || view.starts(with: "II+\0") || view.starts(with: "MM\0+")
    || view.number(0, 2) == 0xFF0A || view.starts(with: "JXL ", at: 4)
  {
    return ImageProblem(.unsupported, "is in a picture format that is not read", remedy: "export it as JPEG or PNG")
  }
  let start = view.bytes.prefix(512)
  if !start.contains(where: { $0 == 0 || ($0 < 32 && ![9, 10, 13, 12].contains($0)) }) {
    return ImageProblem(.notAnImage, "is text, not a picture", remedy: "replace it by the photograph")
  }
  return ImageProblem(.notAnImage, "is not a picture that is known", remedy: "export it as JPEG or PNG")
}
