import Foundation
import PDF
import TestSupport
import Testing

/// Worked numbers that were computed independently of the project.
@Suite struct EffectiveResolutionTests {
  private static let path =
    (ProcessInfo.processInfo.environment["CASEBOOK_SHARED"] ?? packageRoot + "/../shared") + "/vectors/effective_dpi.json"

  private struct Vectors: Decodable {
    struct Row: Decodable {
      struct Input: Decodable {
        var pixels: Int
        var printedMm: String
      }
      struct Expected: Decodable { var dpi: Double }
      var input: Input
      var expect: Expected
    }
    var rows: [Row]
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: path), "needs ../shared/vectors"))
  func dotsPerInchAgree() throws {
    let vectors = try JSONDecoder().decode(Vectors.self, from: try Data(contentsOf: URL(filePath: Self.path)))
    #expect(!vectors.rows.isEmpty)
    for row in vectors.rows {
      let inches = try #require(Double(row.input.printedMm)) / 25.4
      let image = PlacedImage(width: row.input.pixels, height: row.input.pixels, printedWidth: inches, printedHeight: inches)
      #expect(abs(image.resolution - row.expect.dpi) < 1e-9)
    }
  }
}
