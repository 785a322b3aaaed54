import CVips

/// Decodes, scales and encodes pictures with libvips, which is loaded when the first one is made.
///
/// Only pixels pass from the original to the result: metadata, profiles and previews stay behind by construction.
package struct ImageEngine: Sendable {
  /// Quality of JPEG and WebP, 1 to 100.
  package static let quality: Int32 = 80
  /// WebP's effort: 2 gives files 6 % larger than 4 in 40 % of its time.
  package static let effort: Int32 = 2

  /// "libvips 8.14.1", for keys of caches and for the build report.
  package let version: String

  package init() throws(ImageProblem) {
    var error = casebook_vips_error()
    guard casebook_vips_start(&error) == 0 else {
      throw ImageProblem(
        .machine, "cannot be made: \(message(error))", remedy: "install libvips (Debian and Ubuntu: apt-get install libvips42)")
    }
    version = "libvips \(String(cString: casebook_vips_version())) q\(Self.quality) e\(Self.effort)"
  }

  /// The upright picture in sRGB at exactly this size, which should have its proportions.
  package func decode(_ bytes: [UInt8], format: ImageInformation.Format, size: PixelSize) throws(ImageProblem) -> Raster {
    var raster = casebook_vips_raster()
    var error = casebook_vips_error()
    let result = bytes.withUnsafeBytes {
      casebook_vips_decode($0.baseAddress, $0.count, Int32(size.width), Int32(size.height), &raster, &error)
    }
    guard result == 0 else { throw undecodable(message(error), format: format) }
    return Raster(raster)
  }

  package func resize(_ picture: Raster, to size: PixelSize) throws(ImageProblem) -> Raster {
    if picture.width == size.width, picture.height == size.height { return picture }
    var raster = casebook_vips_raster()
    var error = casebook_vips_error()
    let result = borrowing(picture) { casebook_vips_resize($0, Int32(size.width), Int32(size.height), &raster, &error) }
    guard result == 0 else { throw .damaged(message(error)) }
    return Raster(raster)
  }

  package func encode(_ picture: Raster, as format: ImageRecipe.Format) throws(ImageProblem) -> [UInt8] {
    let codec: casebook_vips_format
    switch format {
    case .jpeg: codec = CASEBOOK_VIPS_JPEG
    case .webp: codec = CASEBOOK_VIPS_WEBP
    case .png: codec = CASEBOOK_VIPS_PNG
    case .svg: throw ImageProblem(.unsupported, "is a photograph and cannot become a drawing")
    }
    var file = casebook_vips_file()
    var error = casebook_vips_error()
    let result = borrowing(picture) { casebook_vips_encode($0, codec, Self.quality, Self.effort, &file, &error) }
    guard result == 0 else { throw .damaged(message(error)) }
    defer { casebook_vips_free(file.bytes) }
    let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
    return format == .webp ? try bareWebP(bytes) : bytes
  }

  /// One line of text as a mask, its letters about `height` pixels high; any script that the machine has fonts for.
  func mask(of text: String, height: Int) throws(ImageProblem) -> TextMask {
    var mask = casebook_vips_mask()
    var error = casebook_vips_error()
    guard casebook_vips_text(text, Int32(height), &mask, &error) == 0 else {
      throw ImageProblem(.machine, "cannot be labelled \"\(text)\": \(message(error))", remedy: "install a font, such as fonts-open-sans")
    }
    defer { casebook_vips_free(mask.cover) }
    let (width, height) = (Int(mask.width), Int(mask.height))
    return TextMask(width: width, height: height, cover: Array(UnsafeBufferPointer(start: mask.cover, count: width * height)))
  }

  private func borrowing(_ picture: Raster, _ body: (casebook_vips_raster) -> Int32) -> Int32 {
    picture.pixels.withUnsafeBufferPointer {
      // The library only reads these pixels.
      body(
        casebook_vips_raster(
          pixels: UnsafeMutablePointer(mutating: $0.baseAddress), width: Int32(picture.width), height: Int32(picture.height)))
    }
  }
}

/// Of these formats' codecs a machine may lack one; other failures are the file's.
func undecodable(_ detail: String, format: ImageInformation.Format) -> ImageProblem {
  let lacksCodec = ["plugin", "codec", "nsupported", "not a known file format"].contains { detail.contains($0) }
  if format == .heic || format == .avif, lacksCodec {
    return ImageProblem(
      .unsupported, "is a \(format == .heic ? "HEIC" : "AVIF") picture that this machine cannot decode",
      remedy: "convert it to JPEG, with \"heif-convert photo.heic photo.jpg\" or by exporting it from the telephone as \"most compatible\"")
  }
  return .damaged("it cannot be decoded (\(detail))")
}

/// The library's first line: "VipsJpeg: Premature end of input file".
private func message(_ error: casebook_vips_error) -> String {
  let text = withUnsafeBytes(of: error.text) { String(decoding: $0.prefix { $0 != 0 && $0 != UInt8(ascii: "\n") }, as: UTF8.self) }
  return text.isEmpty ? "libvips gives no reason" : text
}
