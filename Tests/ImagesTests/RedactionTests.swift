import Hashing
import Testing

@testable import Images

/// Under a box there is nothing but the box, whatever the original's format, its orientation, and the format and size of the result.
@Suite(.enabled(if: hasVips, "libvips is not installed")) struct RedactionTests {
  /// White within the box's place and black outside: whatever survives under the box is bright.
  private func original(_ orientation: Int) throws -> [UInt8] {
    let (width, height) = orientation < 5 ? (320, 240) : (240, 320)
    var pixels: [UInt8] = []
    for _ in 0..<(width * height) { pixels += [255, 255, 255] }
    let plain = try ImageEngine().encode(Raster(width: width, height: height, pixels: pixels), as: .jpeg)
    let block = ImageBytes.tiff([(0x112, 3, 1, ImageBytes.le(orientation, 4))])
    return Array(plain[..<2]) + ImageBytes.exif(block) + Array(plain[2...])
  }

  private let boxes = [
    Region(x: .percent(25), y: .percent(25), width: .percent(50), height: .percent(50)),
    Region(x: .pixels(80), y: .pixels(60), width: .pixels(160), height: .pixels(120)),
  ]

  /// A lossy codec spreads an edge over its blocks of 8, and 16 where colour is halved, so that the box is looked at inside.
  private func brightest(_ picture: Raster, inset: Int) -> UInt8 {
    var greatest: UInt8 = 0
    for y in (picture.height / 4 + inset)..<(picture.height * 3 / 4 - inset) {
      for x in (picture.width / 4 + inset)..<(picture.width * 3 / 4 - inset) {
        let pixel = picture[x, y]
        greatest = max(greatest, pixel.red, pixel.green, pixel.blue)
      }
    }
    return greatest
  }

  @Test(arguments: 1...8) func everyOrientationFormatAndSize(orientation: Int) throws {
    let bytes = try original(orientation)
    for box in boxes {
      for (format, inset, limit) in [(ImageRecipe.Format.png, 3, 0), (.jpeg, 17, 2), (.webp, 17, 2)] {
        let recipes = [320, 200, 160].map {
          ImageRecipe(source: "a", sourceHash: ContentHash(of: bytes), width: $0, format: format, edits: ImageEdits(redactions: [box]))
        }
        for made in try develop(bytes, recipes: recipes) {
          let picture = try ImageEngine().decode(made.bytes, format: .jpeg, size: made.size)
          #expect(Int(brightest(picture, inset: inset)) <= limit, "orientation \(orientation), \(format), \(made.size.width)")
          #expect(picture[2, 2].red > 250)
        }
      }
    }
  }

  @Test(arguments: [ForeignFiles.avif, ForeignFiles.heic, ForeignFiles.tiff, ForeignFiles.p3]) func everyFormatOfOriginals(bytes: [UInt8])
    throws
  {
    let facts = try ImageInformation(of: bytes)
    let edits = ImageEdits(redactions: [boxes[0]])
    let recipe = ImageRecipe(source: "a", sourceHash: facts.hash, width: 64, format: .png, edits: edits)
    guard let made = try? develop(bytes, recipes: [recipe])[0] else {
      // Only a machine without the decoder may refuse.
      #expect(facts.format == .heic)
      return
    }
    let picture = try ImageEngine().decode(made.bytes, format: .png, size: made.size)
    #expect(brightest(picture, inset: 1) == 0 && picture[1, 1].red > 100)
  }

  @Test func aLetterStandsInTheCorner() throws {
    let bytes = try original(1)
    let edits = ImageEdits(annotations: [.letter("B")])
    let recipes = [320, 160].map { ImageRecipe(source: "a", sourceHash: ContentHash(of: bytes), width: $0, format: .png, edits: edits) }
    for made in try develop(bytes, recipes: recipes) {
      let picture = try ImageEngine().decode(made.bytes, format: .png, size: made.size)
      var dark = 0
      for y in 0..<picture.height {
        for x in 0..<picture.width where picture[x, y].red < 60 { dark += x < picture.width / 4 && y < picture.height / 4 ? 1 : 1_000_000 }
      }
      #expect((20..<1_000_000).contains(dark), "the letter's edge is in the upper left corner and nowhere else")
    }
    #expect(recipes[0].key.hasSuffix("\"B\""))
  }

  /// Loaders that libvips holds for unsafe, such as for its own format and for Matlab's, are blocked.
  @Test func untrustedLoadersAreBlocked() throws {
    let vips = ImageBytes.be(0x08F2_A6B6, 4) + ImageBytes.be(1 << 24, 4) + [UInt8](repeating: 0, count: 200)
    let matlab = Array("MATLAB 5.0 MAT-file".utf8) + [UInt8](repeating: 0x20, count: 200)
    let drawing = Array("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'/>".utf8)
    for bytes in [vips, matlab, drawing, Array("%!PS-Adobe-3.0\n".utf8), Array("P6\n4 4\n255\n".utf8) + [UInt8](repeating: 1, count: 48)] {
      #expect(throws: ImageProblem.self) { try ImageEngine().decode(bytes, format: .png, size: PixelSize(width: 4, height: 3)) }
    }
  }
}
