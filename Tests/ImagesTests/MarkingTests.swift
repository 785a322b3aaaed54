import Hashing
import Testing

@testable import Images

@Suite(.enabled(if: hasVips, "libvips is not installed")) struct MarkingTests {
  private let engine: ImageEngine
  private let grey: [UInt8]

  init() throws {
    engine = try ImageEngine()
    grey = try engine.encode(Raster(width: 400, height: 300, pixels: Array(repeating: 128, count: 400 * 300 * 3)), as: .png)
  }

  private func marked(_ annotations: [Annotation], width: Int = 400, crop: Region? = nil) throws -> Raster {
    let edits = ImageEdits(crop: crop, annotations: annotations)
    let recipe = ImageRecipe(source: "a", sourceHash: ContentHash(of: grey), width: width, format: .png, edits: edits)
    let made = try develop(grey, recipes: [recipe])[0]
    return try engine.decode(made.bytes, format: .png, size: made.size)
  }

  private func point(_ x: Double, _ y: Double) -> Point { Point(x: .percent(x), y: .percent(y)) }

  private func count(_ raster: Raster, _ test: (UInt8) -> Bool) -> Int {
    stride(from: 0, to: raster.pixels.count, by: 3).count { test(raster.pixels[$0]) }
  }

  @Test func anArrowIsWhiteWithABlackEdge() throws {
    let picture = try marked([Annotation(.arrow(from: point(10, 50), to: point(60, 50)))])
    #expect(picture[100, 150].red > 200 && picture[239, 150].red > 200)
    #expect(picture[100, 148].red < 100 && picture[100, 140].red == 128 && picture[300, 150].red == 128)
  }

  @Test(arguments: [400, 200, 100]) func marksStayInPlaceAtEverySize(width: Int) throws {
    let picture = try marked([Annotation(.circle(center: point(50, 50), radius: .percent(25)))], width: width)
    #expect(picture[width / 4, width * 3 / 8].red > 190 && picture[width / 2, width * 3 / 8].red == 128)
  }

  @Test func marksMeanTheOriginalWhenItIsCropped() throws {
    let crop = Region(x: .percent(50), y: .percent(0), width: .percent(50), height: .percent(100))
    let picture = try marked([Annotation(.arrow(from: point(60, 50), to: point(90, 50)))], crop: crop)
    #expect(picture.width == 200 && picture[100, 150].red > 200 && picture[20, 150].red == 128)
  }

  @Test(arguments: ["A", "Ulcer & <b>edge</b>", "é", "創"]) func labelsAreDrawn(label: String) throws {
    let picture = try marked([Annotation(.label(at: point(50, 50)), label: label)])
    #expect(count(picture) { $0 > 240 } > 10 && count(picture) { $0 < 40 } > 10)
  }

  @Test func aLabelAtTheEdgeIsMovedInwards() throws {
    let picture = try marked([Annotation(.label(at: point(100, 100)), label: "A")])
    #expect(count(picture) { $0 > 240 } > 10)
  }

  @Test func impossibleCoordinatesDrawNothing() throws {
    let wild = Point(x: .pixels(.infinity), y: .pixels(.nan))
    let far = Point(x: .pixels(1e300), y: .percent(-1e300))
    let long = String(repeating: "W", count: 5_000)
    let picture = try marked([
      Annotation(.arrow(from: wild, to: far), label: "A"), Annotation(.circle(center: far, radius: .pixels(1e300))),
      Annotation(.circle(center: wild, radius: .percent(.nan)), label: long),
    ])
    #expect(picture.width == 400)
  }

  @Test func redactionsLieUnderMarksAndMarksChangeTheKey() throws {
    let plain = ImageRecipe(source: "a", sourceHash: ContentHash(of: grey), width: 10, format: .png)
    let marked = ImageRecipe(
      source: "a", sourceHash: ContentHash(of: grey), width: 10, format: .png,
      edits: ImageEdits(annotations: [Annotation(.label(at: point(1, 1)), label: "A")]))
    #expect(plain.hash != marked.hash)
  }
}
