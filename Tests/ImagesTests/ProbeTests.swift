import Testing

@testable import Images

@Suite struct ProbeTests {
  private func problem(_ bytes: [UInt8]) -> ImageProblem? {
    do {
      _ = try ImageInformation(of: bytes)
      return nil
    } catch { return error }
  }

  @Test func readsSizes() throws {
    let gif = Array("GIF89a".utf8) + [7, 0, 5, 0, 0, 0, 0, 0x2C] + [UInt8](repeating: 0, count: 9) + [2, 1, 9, 0, 0x3B]
    let vp8 = Array("VP8 ".utf8) + ImageBytes.le(10, 4) + [0, 0, 0, 0x9D, 0x01, 0x2A, 7, 0, 5, 0]
    let vp8l = Array("VP8L".utf8) + ImageBytes.le(6, 4) + [0x2F] + ImageBytes.le(6 | 4 << 14, 4) + [0]
    let riff = { (chunk: [UInt8]) in Array("RIFF".utf8) + ImageBytes.le(chunk.count + 4, 4) + Array("WEBP".utf8) + chunk }
    let tiff = ImageBytes.tiff([(0x100, 3, 1, [7, 0, 0, 0]), (0x101, 4, 1, [5, 0, 0, 0])])
    let svg = Array("<?xml version='1.0'?><!-- c --><svg viewBox='0 0 6.5 5'/>".utf8)
    let found = try [ImageBytes.png(7, 5), ImageBytes.jpeg(7, 5), gif, riff(vp8), riff(vp8l), tiff, svg].map {
      try ImageInformation(of: $0)
    }
    #expect(found.map(\.format) == [.png, .jpeg, .gif, .webp, .webp, .tiff, .svg])
    #expect(found.allSatisfy { $0.width == 7 && $0.height == 5 && $0.orientation == 1 && $0.metadata.isEmpty })
  }

  @Test(arguments: [("10mm", "20mm", 38, 76), ("1in", "2.54cm", 96, 96), ("100%", "100%", 4, 3), ("8", "", 8, 6), ("72pt", "12px", 96, 12)])
  func readsLengthsOfDrawings(width: String, height: String, w: Int, h: Int) throws {
    let found = try ImageInformation(of: Array("<svg width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 4 3\"></svg>".utf8))
    #expect(found.width == w && found.height == h)
  }

  @Test(arguments: 1...8) func turnsSizeByOrientation(orientation: Int) throws {
    let block = ImageBytes.tiff([(0x112, 3, 1, ImageBytes.le(orientation, 4))])
    let found = try ImageInformation(of: ImageBytes.jpeg(7, 5, segments: ImageBytes.exif(block)))
    #expect((found.width, found.height) == (orientation < 5 ? (7, 5) : (5, 7)))
    #expect(found.isMirrored == [2, 4, 5, 7].contains(orientation))
  }

  @Test(arguments: [([UInt8(1)], 1), ([1, 2], 8), ([1, 3], 2), ([1, 2, 3], 7), ([1, 3, 2], 5), ([1, 4], 6)])
  func turnsAVIFByItsProperties(order: [UInt8], orientation: Int) throws {
    let properties = ImageBytes.box("irot", [1]) + ImageBytes.box("imir", [0]) + ImageBytes.box("irot", [3])
    let found = try ImageInformation(of: ImageBytes.avif(7, 5, properties: properties, associations: order))
    #expect(found.format == .avif && found.orientation == orientation)
    #expect(found.width == (orientation < 5 ? 7 : 5))
  }

  @Test func listsWhatAPhotographCarries() throws {
    let date = Array("2018:05:10 14:03:59\0".utf8)
    // IFD0 with Exif and GPS directories after it: 8 + 2 + 2 × 12 + 4 = 38.
    let exposure = ImageBytes.le(2, 2) + ImageBytes.le(0x9003, 2) + ImageBytes.le(2, 2) + ImageBytes.le(20, 4) + ImageBytes.le(86, 4)
    let serial = ImageBytes.le(0xA431, 2) + ImageBytes.le(2, 2) + ImageBytes.le(3, 4) + Array("42\0\0".utf8) + ImageBytes.le(0, 4)
    let gps = ImageBytes.le(1, 2) + ImageBytes.le(1, 2) + ImageBytes.le(2, 2) + ImageBytes.le(2, 4) + Array("N\0\0\0".utf8)
    let block = ImageBytes.tiff(
      [(0x8769, 4, 1, ImageBytes.le(38, 4)), (0x8825, 4, 1, ImageBytes.le(68, 4))],
      after: exposure + serial + gps + ImageBytes.le(0, 4) + date)
    let segments =
      ImageBytes.exif(block) + ImageBytes.segment(0xFE, Array("Mrs Sample".utf8)) + ImageBytes.segment(0xE2, Array("MPF\0".utf8))
    let found = try ImageInformation(of: ImageBytes.jpeg(7, 5, segments: segments, tail: [0xFF, 0xD9, 1]))
    #expect(
      found.metadata == [
        "GPS position", "camera serial number", "2018-05-10 14:03", "comment", "second picture", "bytes after the picture",
      ])
    #expect(found.taken == "2018-05-10")
  }

  @Test func garbageInEXIFIsToldNotObeyed() throws {
    for block in [
      Array("garbage".utf8), Array("II*\0".utf8) + [0xFF, 0xFF, 0xFF, 0x7F], ImageBytes.tiff([(0x8769, 4, 1, ImageBytes.le(1 << 30, 4))]),
    ] {
      let found = try ImageInformation(of: ImageBytes.jpeg(7, 5, segments: ImageBytes.exif(block)))
      #expect(found.width == 7 && found.orientation == 1)
    }
    let loop = ImageBytes.le(8, 4)
    let block = Array("II*\0".utf8) + loop + ImageBytes.le(0, 2) + loop
    #expect(try ImageInformation(of: ImageBytes.jpeg(7, 5, segments: ImageBytes.exif(block))).metadata.isEmpty)
  }

  @Test func listsWhatAPNGCarries() throws {
    let chunks = ImageBytes.pngChunk("tEXt", Array("Author\0X".utf8)) + ImageBytes.pngChunk("tIME", [1]) + ImageBytes.pngChunk("eXIf", [1])
    let found = try ImageInformation(of: ImageBytes.png(7, 5, chunks: chunks) + [0])
    #expect(found.metadata == ["date of last change", "text notes", "bytes after the picture", "EXIF data that cannot be read"])
  }

  @Test func refusesWhatIsNoPicture() {
    #expect(problem([])?.reason == "is empty")
    #expect(problem(Array("This is a note\n".utf8))?.reason == "is text, not a picture")
    #expect(problem(Array("PK\u{3}\u{4}....".utf8))?.kind == .notAnImage)
    #expect(problem([UInt8](repeating: 0, count: 128) + Array("DICM".utf8))?.kind == .unsupported)
    #expect(problem(Array("<html><svg/></html>".utf8))?.kind == .notAnImage)
    #expect(problem(ImageBytes.box("ftyp", Array("isom".utf8) + ImageBytes.be(0, 4)))?.kind == .notAnImage)
  }

  @Test func refusesWhatIsTooLargeOrMoves() {
    #expect(problem(ImageBytes.png(30_000, 30_000))?.reason == "has 30000 × 30000 pixels, more than 100 million")
    #expect(problem(ImageBytes.png(0xFFFF_FFFF, 0xFFFF_FFFF))?.kind == .tooLarge)
    #expect(problem(ImageBytes.png(6_000, 6_000, interlaced: true))?.kind == .tooLarge)
    #expect(problem(ImageBytes.png(0, 5))?.kind == .damaged)
    #expect(
      problem(ImageBytes.png(7, 5, chunks: ImageBytes.pngChunk("acTL", ImageBytes.be(9, 4) + ImageBytes.be(0, 4))))?.kind == .animated)
  }

  @Test func noticesEveryTruncation() {
    for bytes in [ImageBytes.png(7, 5), ImageBytes.jpeg(7, 5), ImageBytes.avif(7, 5, properties: [], associations: [1])] {
      for length in 3..<bytes.count { #expect(problem(Array(bytes.prefix(length))) != nil, "\(length) of \(bytes.count)") }
    }
  }

  @Test func survivesEveryChangedByte() {
    let block = ImageBytes.tiff([(0x112, 3, 1, [6, 0, 0, 0]), (0x8825, 4, 1, [8, 0, 0, 0])])
    let avif = ImageBytes.avif(7, 5, properties: ImageBytes.box("irot", [1]), associations: [1, 2])
    for bytes in [
      ImageBytes.png(7, 5, chunks: ImageBytes.pngChunk("eXIf", block)), ImageBytes.jpeg(7, 5, segments: ImageBytes.exif(block)), block,
      avif,
    ] {
      for index in bytes.indices {
        for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
          var changed = bytes
          changed[index] = value
          _ = problem(changed)
        }
      }
    }
  }
}
