import CasebookModel
import Testing

@Suite struct PaperSizeTests {
  @Test(arguments: [
    ("48x36in", 3456, 2592), ("36×48in", 2592, 3456), ("72x48in", 5184, 3456), ("8.5x11in", 612, 792), ("Letter", 612, 792),
    ("letter-landscape", 792, 612), ("16:9", 1440, 810),
  ])
  func sizesArePoints(_ text: String, _ width: Double, _ height: Double) throws {
    let size = try #require(PaperSize(text))
    #expect((size.widthInPoints, size.heightInPoints) == (width, height))
  }

  @Test func a0IsPortraitUnlessItSaysOtherwise() throws {
    let portrait = try #require(PaperSize("A0"))
    let landscape = try #require(PaperSize("A0-landscape"))
    #expect(abs(portrait.widthInPoints - 2383.937) < 0.001)
    #expect(abs(portrait.heightInPoints - 3370.394) < 0.001)
    #expect(landscape.widthInPoints == portrait.heightInPoints)
    #expect(abs((PaperSize("90x120cm")?.widthInPoints ?? 0) - 2551.181) < 0.001)
  }

  @Test(arguments: ["", "48x36", "x36in", "48xin", "-1x36in", "0x0in", "1e9x1in", "A9", "A0-sideways", "nanxnanin", "48x36x2in"])
  func otherTextsAreRefused(_ text: String) { #expect(PaperSize(text) == nil) }
}
