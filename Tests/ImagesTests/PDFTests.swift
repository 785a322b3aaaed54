import Glibc
import Hashing
import Processes
import Testing

@testable import Images

private let hasPoppler = access("/usr/bin/pdftocairo", X_OK) == 0

@Suite(.enabled(if: hasPoppler, "poppler-utils is not installed")) struct PDFTests {
  /// A document whose pages have these boxes and contents; offsets are left to the reader's repair, as with many damaged files.
  private func document(_ pages: [(box: String, content: String)], more: String = "") -> [UInt8] {
    let kids = pages.indices.map { "\($0 * 2 + 3) 0 R" }.joined(separator: " ")
    var text = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    text += "2 0 obj\n<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>\nendobj\n"
    for (index, page) in pages.enumerated() {
      text += "\(index * 2 + 3) 0 obj\n<< /Type /Page /Parent 2 0 R \(page.box) /Contents \(index * 2 + 4) 0 R >>\nendobj\n"
      text += "\(index * 2 + 4) 0 obj\n<< /Length \(page.content.utf8.count) >>\nstream\n\(page.content)\nendstream\nendobj\n"
    }
    return Array((text + more + "trailer\n<< /Root 1 0 R /Info 99 0 R >>\n%%EOF\n").utf8)
  }

  private let red = "1 0 0 rg 0 0 1000 1000 re f"
  private let blue = "0 0 1 rg 0 0 1000 1000 re f"

  private func recipe(_ bytes: [UInt8], _ width: Int, page: Int) -> ImageRecipe {
    ImageRecipe(source: "a.pdf", sourceHash: ContentHash(of: bytes), width: width, format: .png, edits: ImageEdits(page: page))
  }

  @Test func pagesAreTold() throws {
    let info = "99 0 obj\n<< /Author (J Smith) /Title (Smith) /CreationDate (D:20180510) /Producer (X) >>\nendobj\n"
    let bytes = document([("/MediaBox [0 0 200 100]", red), ("/MediaBox [0 0 200 100] /Rotate 90", blue)], more: info)
    let first = try ImageInformation(of: bytes)
    #expect(first.format == .pdf && first.width == 3600 && first.height == 1800)
    #expect(first.metadata == ["photographer's name", "date of last change", "description", "software or computer name"])
    let second = try ImageInformation(of: bytes, page: 2)
    #expect(second.width == 1800 && second.height == 3600)
  }

  @Test(.enabled(if: hasVips, "libvips is not installed")) func pagesBecomePictures() throws {
    let bytes = document([("/MediaBox [0 0 200 100]", red), ("/MediaBox [0 0 200 100] /CropBox [0 0 100 100]", blue)])
    let made = try develop(bytes, recipes: [recipe(bytes, 480, page: 1), recipe(bytes, 100, page: 2), recipe(bytes, 960, page: 1)])
    #expect(made.map(\.size.width) == [480, 100, 960] && made.map(\.size.height) == [240, 100, 480])
    let colours = try made.map { picture in
      let raster = try ImageEngine().decode(picture.bytes, format: .png, size: picture.size)
      return [raster[50, 50].red, raster[50, 50].green, raster[50, 50].blue]
    }
    #expect(colours == [[255, 0, 0], [0, 0, 255], [255, 0, 0]])
  }

  @Test func aPageThatIsNotThereIsTold() throws {
    let bytes = document([("/MediaBox [0 0 200 100]", red)])
    let problem = #expect(throws: ImageProblem.self) { try ImageInformation(of: bytes, page: 7) }
    #expect(problem?.reason == "has 1 page, no page 7")
  }

  @Test(arguments: [
    "%PDF-1.4\n", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n",
    "%PDF-1.4\n" + String(repeating: "[", count: 200_000), "%PDF-1.4\ntrailer << /Root 9 0 R /Encrypt 9 0 R >>\n",
  ])
  func hostileDocumentsAreTold(text: String) throws {
    let problem = #expect(throws: ImageProblem.self) { try ImageInformation(of: Array(text.utf8)) }
    #expect(problem?.remedy?.isEmpty == false)
  }

  @Test func hugeAndTinyPagesAreBounded() throws {
    for box in ["0 0 1000000 1000000", "0 0 0.001 10", "0 0 999999999999 1"] {
      let bytes = document([("/MediaBox [\(box)]", red)])
      // Poppler takes a page of no use for one of Letter size: what matters is the bound.
      guard let found = try? ImageInformation(of: bytes) else { continue }
      #expect(max(found.width, found.height) <= 3600 && min(found.width, found.height) >= 1)
      if let made = try? develop(bytes, recipes: [recipe(bytes, 100, page: 1)]) { #expect(made[0].size.width <= 100) }
    }
  }

  @Test func aPageThatTakesTooLongIsStopped() throws {
    // A form that draws itself ten times, eleven levels deep.
    var more = ""
    for level in 10...20 {
      let content = String(repeating: "/F Do ", count: 10)
      more += "\(level) 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources << /XObject << /F \(level + 1) 0 R >> >> "
      more += "/Length \(content.utf8.count) >>\nstream\n\(content)\nendstream\nendobj\n"
    }
    more += "21 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 200 100] /Length 17 >>\nstream\n0 0 200 100 re f \nendstream\nendobj\n"
    let bytes = document([("/MediaBox [0 0 200 100] /Resources << /XObject << /F 10 0 R >> >>", "/F Do")], more: more)
    let problem = #expect(throws: ImageProblem.self) {
      try Poppler.picture(of: bytes, page: 1, size: PixelSize(width: 360, height: 180), ChildLimits(seconds: 1))
    }
    #expect(problem?.kind == .tooLarge && problem?.reason == "is a PDF whose page takes too long to draw")
  }
}
