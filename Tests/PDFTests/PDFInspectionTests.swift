import PDF
import Testing

@Suite struct PDFInspectionTests {
  @Test func aPosterIsReadWhole() throws {
    let found = try PDFInspection(of: poster())
    #expect(found.pages == [.init(width: 3456, height: 2592)])
    #expect(found.title == "A title")
    #expect(found.language == "en")
    #expect(found.isTagged)
    #expect(found.bookmarks == 1)
    #expect(found.links == ["https://cases.example.org/(a)"])
    #expect(found.fonts == [.init(name: "OpenSans-Bold", kind: "TrueType", isEmbedded: true)])
  }

  @Test func aPictureIsMeasuredThroughFormsAndTurns() throws {
    let image = try #require(try PDFInspection(of: poster()).images.first)
    #expect((image.width, image.height) == (1000, 750))
    #expect(abs(image.printedWidth - 10) < 1e-9 && abs(image.printedHeight - 7.5) < 1e-9)
    #expect(abs(image.resolution - 100) < 1e-9)
    let turned = try #require(try PDFInspection(of: poster(content: "0 1 -1 0 5 5 cm /X8 Do")).images.first)
    #expect(abs(turned.printedWidth - 5) < 1e-9)
  }

  @Test func whatIsMissingIsSeen() throws {
    let bare = samplePDF([
      (1, "<</Producer (x)>>", nil), (2, "<</Type /Catalog /Pages 3 0 R>>", nil),
      (3, "<</Type /Pages /Kids [4 0 R 4 0 R]>>", nil),
      (4, "<</Type /Page /MediaBox [0 0 612 792] /Resources <</Font <</F 5 0 R>>>>>>", nil),
      (5, "<</Type /Font /Subtype /Type3>>", nil),
    ])
    #expect(throws: PDFProblem("has pages that contain each other")) { try PDFInspection(of: bare) }
    let type3 = String(decoding: bare, as: UTF8.self).replacing("[4 0 R 4 0 R]", with: "[4 0 R      ]")
    #expect(throws: PDFProblem.self) { try PDFInspection(of: Array(type3.utf8)) }
  }

  @Test(arguments: [
    "", "%PDF-1.4", "%PDF-1.4\nstartxref\n99999999\n%%EOF", "%PDF-1.4\nxref\n0 99999999\ntrailer<<>>\nstartxref\n9\n%%EOF",
    "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Root 9 0 R>>\nstartxref\n9\n%%EOF",
    "%PDF-1.4\nxref\ntrailer\n\(String(repeating: "[", count: 5_000))\nstartxref\n9\n%%EOF",
    "%PDF-1.4\nxref\n4294967296 1\n9223372036854775807 0 n \ntrailer\n<<>>\nstartxref\n9\n%%EOF",
  ])
  func hostileFilesAreRefused(_ text: String) {
    #expect(throws: PDFProblem.self) { try PDFInspection(of: Array(text.utf8)) }
  }

  @Test func formsThatPaintThemselvesEnd() {
    let form = Array("/X8 Do /X8 Do".utf8)
    let bytes = samplePDF([
      (1, "<<>>", nil), (2, "<</Type /Catalog /Pages 3 0 R>>", nil), (3, "<</Kids [4 0 R]>>", nil),
      (4, "<</Type /Page /MediaBox [0 0 9 9] /Contents 8 0 R /Resources <</XObject <</X8 8 0 R>>>>>>", nil),
      (8, "<</Subtype /Form /Resources <</XObject <</X8 8 0 R>>>> /Length \(form.count)>>", form),
    ])
    #expect(throws: PDFProblem("has content that nests too deep")) { try PDFInspection(of: bytes) }
  }

  @Test func everyTruncationAndManyDamagesEndInAnAnswer() {
    let whole = poster()
    for count in stride(from: 0, to: whole.count, by: 7) { _ = try? PDFInspection(of: Array(whole[..<count])) }
    var random = SplitMix(state: 7)
    for _ in 0..<3_000 {
      var damaged = whole
      for _ in 0...random.next(6) { damaged[random.next(damaged.count)] = UInt8(random.next(256)) }
      _ = try? PDFInspection(of: damaged)
      _ = try? normalizedPDF(damaged, date: "20261101000000+00'00'")
    }
  }
}

/// Steele, Lea and Flood's SplitMix64, so that each run damages the same bytes.
private struct SplitMix {
  var state: UInt64

  mutating func next(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }
}
