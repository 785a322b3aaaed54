import Diagnostics
import Foundation
import Testing

@testable import Citations

@Suite struct BadInputTests {
  private static let samples: [(file: String, text: String)] = [
    (
      "a.bib",
      """
      @string{j = "Arch"} @comment{x {y}} @preamble{"z"}
      @article{k1, author = {van der Berg, Jr, A. and {Group} and B C}, title = {{\\'E} \\emph{x} $\\alpha_2$ "q"}, journal = j # " Derm",
        year = 2012, month = apr, pages = "1--9", crossref = {k2}, url = {http://a_b}}
      @book(k2, title = {T}, date = {2012-01/2013})
      """
    ),
    ("a.ris", "TY  - JOUR\r\nAU  - Doe, Jö, Jr\r\nT1  - A\r\n continued\r\nDA  - 2012/04/15/x\r\nSP  - 455\r\nEP  - 62\r\nER  - \r\n"),
    (
      "a.nbib",
      "PMID- 12\nFAU - Doe, Jane A Jr\nTI  - [Title.\n      more].\nDP  - 2012 Apr-May\nAID - 10.1/x [doi]\nPHST- 2012/01/01 [entrez]\n"
    ),
    ("a.json", #"[{"id":"a","type":"book","author":[{"family":"é","given":"x"}],"issued":{"date-parts":[[2012,4,1]],"season":"2"}}]"#),
    ("a.yaml", "---\nreferences:\n- id: a\n  type: book\n  author:\n  - family: X\n  issued: {year: 2012, month: 4}\n"),
  ]

  /// `CASEBOOK_FUZZ_SECONDS=600 swift test --filter changedAnywhere` looks longer for inputs that do harm.
  private static let fuzzTime = Duration.seconds(Int(ProcessInfo.processInfo.environment["CASEBOOK_FUZZ_SECONDS"] ?? "") ?? 0)

  @Test(arguments: samples.indices)
  func cutAnywhereIsReadWithoutHarm(sample: Int) {
    let (file, text) = Self.samples[sample]
    let bytes = Array(text.utf8)
    for end in 0...bytes.count { _ = ReferenceReader.read(Array(bytes[..<end]), file: file) }
  }

  @Test(arguments: samples.indices)
  func changedAnywhereIsReadWithoutHarm(sample: Int) {
    let (file, text) = Self.samples[sample]
    var random = SeededGenerator(state: UInt64(sample + 1))
    let special = Array("{}\"\\@#=,%$^_~-\n\r\t :[]'".utf8) + [0, 0xC3, 0xFF, 0xE2, 0x80]
    var round = 0
    let start = ContinuousClock.now
    while round < 500 || ContinuousClock.now - start < Self.fuzzTime {
      round += 1
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        let byte = special.randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[at] = byte
        case 1: bytes.insert(byte, at: at)
        case 2 where bytes.count > 1: bytes.remove(at: at)
        default: bytes[at] = UInt8.random(in: 0...255, using: &random)
        }
      }
      for reference in ReferenceReader.read(bytes, file: file).references { #expect(!reference.id.isEmpty) }
    }
  }

  @Test func namesEncodings() throws {
    let latin = ReferenceReader.read(Array("@book{a, title = {Fu".utf8) + [0xDF, 0x65, 0x96] + Array("}}".utf8), file: "a.bib")
    #expect(latin.references.first?.variables["title"] == "Fuße–")
    let diagnostic = try #require(latin.diagnostics.first)
    #expect(diagnostic.rule == "file-encoding" && diagnostic.summary.contains("Latin-1"))
    #expect(diagnostic.location?.line == 1 && diagnostic.location?.column == 21)

    let marked = ReferenceReader.read([0xEF, 0xBB, 0xBF] + Array("@book{a, title = {Fuß}}".utf8), file: "a.bib")
    #expect(marked.diagnostics.isEmpty && marked.references.first?.variables["title"] == "Fuß")

    let wide = ReferenceReader.read([0xFF, 0xFE, 0x40, 0x00], file: "a.bib")
    #expect(wide.references.isEmpty && wide.diagnostics.first?.summary.contains("UTF-16") == true)
  }

  @Test func namesNULBytes() throws {
    let (references, diagnostics) = ReferenceReader.read(Array("@book{a,\n title = {Fe\0et}}".utf8), file: "a.bib")
    #expect(references.first?.variables["title"] == "Fe et")
    let place = try #require(diagnostics.first?.location)
    #expect(diagnostics.first?.rule == "nul-byte" && place.line == 2 && place.column == 13)
  }

  @Test func emptyAndUnknownFiles() {
    #expect(ReferenceReader.read([], file: "a.bib") == ([], []))
    #expect(ReferenceReader.read(Array(" \n".utf8), file: "a.txt") == ([], []))
    #expect(ReferenceReader.read(Array("hello".utf8), file: "a.txt").diagnostics.map(\.rule) == ["unknown-reference-format"])
    #expect(ReferenceReader.read(Array("TY  - BOOK\nTI  - X\nER  -".utf8), file: "a.txt").references.count == 1)
  }

  /// Each of these would take minutes if the time grew with the square of the size.
  @Test(.timeLimit(.minutes(1)), arguments: ["{", "@a{x,t={", "@a{x,t={\n", "@a{x,t=\"\n", "@comment{\n", "@", "\\'", "@a{k,t=a#"])
  func hostileRepetitionTakesLinearTime(unit: String) {
    let bytes = Array(String(repeating: unit, count: 200_000 / unit.utf8.count).utf8)
    let (_, diagnostics) = ReferenceReader.read(bytes, file: "a.bib")
    #expect(diagnostics.count <= 1_001)
    _ = ReferenceReader.read(Array("@a{k, title = {".utf8) + bytes + Array("}}".utf8), file: "a.bib")
  }

  @Test(.timeLimit(.minutes(1)))
  func hugeFilesAreRead() {
    let entry = "@article{KEY, author = {Doe, Jo and Roe, R.}, title = {On {Feet}}, journal = {Foot}, year = 2012, pages = {1--9}}\n"
    var text: [UInt8] = []
    for i in 0..<4_000 { text += entry.replacing("KEY", with: "k\(i)").utf8 }
    #expect(ReferenceReader.read(text, file: "a.bib").references.count == 4_000)
    let one = ReferenceReader.read(Array(repeating: UInt8(ascii: "x"), count: 1_000_000), file: "a.ris")
    #expect(one.diagnostics.count == 1)
  }
}

/// The same numbers in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
