import Glibc
import Hashing
import Testing

@testable import Images

@Suite(.enabled(if: hasVips, "libvips is not installed")) struct DevelopingTests {
  let engine: ImageEngine

  init() throws { engine = try ImageEngine() }

  /// Red at the left above, green at the right above, blue at the left below, white at the right below.
  private func quarters(_ width: Int, _ height: Int) -> Raster {
    var pixels: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        switch (x * 2 < width, y * 2 < height) {
        case (true, true): pixels += [255, 0, 0]
        case (false, true): pixels += [0, 255, 0]
        case (true, false): pixels += [0, 0, 255]
        case (false, false): pixels += [255, 255, 255]
        }
      }
    }
    return Raster(width: width, height: height, pixels: pixels)
  }

  private func recipe(_ bytes: [UInt8], _ width: Int, _ format: ImageRecipe.Format, edits: ImageEdits = ImageEdits()) -> ImageRecipe {
    ImageRecipe(source: "a", sourceHash: ContentHash(of: bytes), width: width, format: format, edits: edits)
  }

  private func pixels(_ made: MadeImage) throws -> Raster { try engine.decode(made.bytes, format: .png, size: made.size) }

  @Test func makesEverySizeAndFormatAndEnlargesNothing() throws {
    let original = try engine.encode(quarters(400, 300), as: .jpeg)
    let formats: [ImageRecipe.Format] = [.jpeg, .webp, .png]
    let recipes = formats.flatMap { format in [100, 200, 1000].map { recipe(original, $0, format) } }
    let made = try develop(original, recipes: recipes)
    #expect(made.map(\.size.width) == [100, 200, 400, 100, 200, 400, 100, 200, 400])
    for (image, recipe) in zip(made, recipes) {
      let information = try ImageInformation(of: image.bytes)
      #expect(information.width == image.size.width && information.height == image.size.height && information.metadata.isEmpty)
      #expect(information.format.rawValue == recipe.format.rawValue)
      #expect(try ImageInformation(of: original).size(of: recipe) == image.size)
    }
  }

  @Test func isDeterministic() throws {
    let original = try engine.encode(quarters(123, 77), as: .png)
    let recipes = [recipe(original, 50, .jpeg), recipe(original, 90, .webp)]
    #expect(try develop(original, recipes: recipes) == develop(original, recipes: recipes))
  }

  @Test(arguments: 1...8) func everyOrientationStandsUpright(orientation: Int) throws {
    let block = ImageBytes.tiff([(0x112, 3, 1, ImageBytes.le(orientation, 4))])
    let plain = try engine.encode(stored(quarters(64, 48), as: orientation), as: .jpeg)
    let original = Array(plain[..<2]) + ImageBytes.exif(block) + Array(plain[2...])
    let made = try develop(original, recipes: [recipe(original, 500, .png)])[0]
    let upright = try pixels(made)
    #expect(upright.width == 64 && upright.height == 48)
    #expect(near(upright[8, 8], (255, 0, 0)) && near(upright[56, 8], (0, 255, 0)))
    #expect(near(upright[8, 40], (0, 0, 255)) && near(upright[56, 40], (255, 255, 255)))
  }

  /// The pixels as a camera held in this orientation stores them.
  private func stored(_ upright: Raster, as orientation: Int) -> Raster {
    let (w, h) = (upright.width, upright.height)
    let (width, height) = orientation < 5 ? (w, h) : (h, w)
    var pixels: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        let (ux, uy) = [
          (x, y), (w - 1 - x, y), (w - 1 - x, h - 1 - y), (x, h - 1 - y), (y, x), (w - 1 - y, x), (w - 1 - y, h - 1 - x), (y, h - 1 - x),
        ][orientation - 1]
        let pixel = upright[ux, uy]
        pixels += [pixel.red, pixel.green, pixel.blue]
      }
    }
    return Raster(width: width, height: height, pixels: pixels)
  }

  private func near(_ a: (red: UInt8, green: UInt8, blue: UInt8), _ b: (Int, Int, Int), by limit: Int = 12) -> Bool {
    abs(Int(a.red) - b.0) <= limit && abs(Int(a.green) - b.1) <= limit && abs(Int(a.blue) - b.2) <= limit
  }

  @Test func nothingSurvivesUnderARedaction() throws {
    // Noise, so that any leak under the box shows as a pixel that is not black.
    var seed: UInt64 = 7
    let noise = (0..<(200 * 100 * 3)).map { _ in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(truncatingIfNeeded: seed >> 33) | 0x80
    }
    let original = try engine.encode(Raster(width: 200, height: 100, pixels: noise), as: .png)
    let box = Region(x: .percent(10), y: .pixels(20), width: .percent(50), height: .pixels(40))
    let edits = ImageEdits(redactions: [box])
    let full = try pixels(try develop(original, recipes: [recipe(original, 200, .png, edits: edits)])[0])
    for y in 20..<60 { for x in 20..<120 { #expect(near(full[x, y], (0, 0, 0), by: 0)) } }
    #expect(Int(full[19, 30].red) >= 0x80 && Int(full[120, 30].red) >= 0x80)
    let half = try pixels(try develop(original, recipes: [recipe(original, 100, .png, edits: edits)])[0])
    for y in 14..<26 { for x in 14..<56 { #expect(near(half[x, y], (0, 0, 0), by: 0)) } }
  }

  @Test func redactionMeansTheUprightPicture() throws {
    let block = ImageBytes.tiff([(0x112, 3, 1, ImageBytes.le(6, 4))])
    let plain = try engine.encode(stored(quarters(64, 48), as: 6), as: .jpeg)
    let original = Array(plain[..<2]) + ImageBytes.exif(block) + Array(plain[2...])
    let edits = ImageEdits(redactions: [Region(x: .pixels(0), y: .pixels(0), width: .percent(50), height: .percent(50))])
    let made = try pixels(try develop(original, recipes: [recipe(original, 64, .png, edits: edits)])[0])
    #expect(near(made[8, 8], (0, 0, 0), by: 0) && near(made[56, 8], (0, 255, 0)) && near(made[8, 40], (0, 0, 255)))
  }

  @Test func cropsBeforeScaling() throws {
    let original = try engine.encode(quarters(400, 300), as: .png)
    let edits = ImageEdits(crop: Region(x: .percent(50), y: .percent(0), width: .percent(50), height: .percent(50)))
    let small = recipe(original, 100, .png, edits: edits)
    let made = try develop(original, recipes: [small, recipe(original, 400, .png, edits: edits), recipe(original, 40, .png)])
    #expect(made.map(\.size) == [PixelSize(width: 100, height: 75), PixelSize(width: 200, height: 150), PixelSize(width: 40, height: 30)])
    #expect(near(try pixels(made[0])[1, 1], (0, 255, 0)))
    #expect(try ImageInformation(of: original).size(of: small) == made[0].size)
  }

  @Test func truncatedPixelsAreAProblemNotGrey() throws {
    let whole = try engine.encode(quarters(640, 480), as: .jpeg)
    let cut = Array(whole[..<(whole.count / 2)]) + [0xFF, 0xD9]
    #expect(throws: ImageProblem.self) { try develop(cut, recipes: [recipe(cut, 100, .jpeg)]) }
    let png = try engine.encode(quarters(640, 480), as: .png)
    let broken = Array(png[..<(png.count - 200)]) + png[(png.count - 190)...]
    #expect(throws: ImageProblem.self) { try develop(broken, recipes: [recipe(broken, 100, .jpeg)]) }
  }

  @Test func concurrentFailuresNameTheirOwnReason() async throws {
    let good = try engine.encode(quarters(64, 48), as: .jpeg)
    let bad = Array(good[..<(good.count - 60)]) + [0xFF, 0xD9]
    let results = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<20 {
        group.addTask {
          let bytes = index % 2 == 0 ? good : bad
          return (try? develop(bytes, recipes: [recipe(bytes, 32, .webp)])) != nil
        }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(results == 10)
  }
}
