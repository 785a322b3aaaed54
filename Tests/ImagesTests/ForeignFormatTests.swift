import Hashing
import Testing

@testable import Images

/// Colour spaces and containers of other programs.
@Suite(.enabled(if: hasVips, "libvips is not installed")) struct ForeignFormatTests {
  private func made(_ bytes: [UInt8], edits: ImageEdits = ImageEdits(), width: Int = 64) throws -> Raster {
    let recipe = ImageRecipe(source: "a", sourceHash: ContentHash(of: bytes), width: width, format: .png, edits: edits)
    let picture = try develop(bytes, recipes: [recipe])[0]
    return try ImageEngine().decode(picture.bytes, format: .png, size: picture.size)
  }

  private func isNear(_ pixel: (red: UInt8, green: UInt8, blue: UInt8), _ wanted: [Int], by limit: Int = 2) -> Bool {
    zip([pixel.red, pixel.green, pixel.blue], wanted).allSatisfy { abs(Int($0) - $1) <= limit }
  }

  /// The expected numbers are Little CMS's, relative colorimetric.
  @Test func profilesAreConvertedNotDropped() throws {
    #expect(isNear(try made(ForeignFiles.adobe)[10, 5], [201, 110, 66]))
    #expect(isNear(try made(ForeignFiles.p3)[10, 5], [193, 106, 58]))
  }

  @Test func profilesAreConvertedWhereABoxIsBurntIn() throws {
    let corner = Region(x: .pixels(0), y: .pixels(0), width: .pixels(4), height: .pixels(4))
    let picture = try made(ForeignFiles.p3, edits: ImageEdits(redactions: [corner]))
    #expect(isNear(picture[10, 5], [193, 106, 58]) && isNear(picture[2, 2], [0, 0, 0], by: 0))
  }

  @Test func tiff() throws { #expect(isNear(try made(ForeignFiles.tiff)[10, 5], [200, 100, 50], by: 0)) }

  @Test func avifTurnedByItsProperty() throws {
    let picture = try made(ForeignFiles.avif)
    #expect(picture.width == 32 && picture.height == 64 && isNear(picture[10, 5], [200, 100, 50], by: 3))
  }

  /// Where libheif has a decoder for HEVC the picture, else the way out.
  @Test func heicIsDecodedOrExplained() throws {
    do {
      #expect(isNear(try made(ForeignFiles.heic)[10, 5], [200, 100, 50], by: 3))
    } catch let problem as ImageProblem {
      #expect(problem.kind == .unsupported && problem.reason == "is a HEIC picture that this machine cannot decode")
      #expect(problem.remedy?.contains("heif-convert") == true)
    }
  }

  @Test func aMachineWithoutTheDecoderSaysHowToConvert() {
    let problem = undecodable("heifload_buffer: No decoding plugin installed for this compression format", format: .heic)
    #expect(problem.kind == .unsupported && problem.remedy?.contains("most compatible") == true)
    let damaged = undecodable("heifload_buffer: Invalid input: Unexpected end of file", format: .heic)
    #expect(damaged.kind == .damaged)
  }
}
