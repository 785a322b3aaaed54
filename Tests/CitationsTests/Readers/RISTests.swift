import Diagnostics
import Testing

@testable import Citations

@Suite struct RISTests {
  private func read(_ text: String) -> (references: [Reference], diagnostics: [Diagnostic]) {
    ReferenceReader.read(Array(text.utf8), file: "references.ris")
  }

  @Test func readsTheNewerDialect() throws {
    let (references, diagnostics) = read(
      """
      TY  - JOUR\r
      AU  - Balin, Samuel J.\r
      AU  - Medsger, Thomas A., Jr\r
      AU  - van den Hoogen, Frank\r
      TI  - Calcinosis cutis occurring in association\r
      with autoimmune connective tissue disease\r
      T2  - Archives of Dermatology\r
      J2  - Arch Dermatol\r
      PY  - 2012\r
      DA  - 2012/04/15/Apr 15\r
      VL  - 148\r
      IS  - 4\r
      SP  - 455\r
      EP  - 62\r
      DO  - https://doi.org/10.1001/archdermatol.2011.2052\r
      SN  - 0003-987X\r
      ER  - \r

      """)
    #expect(diagnostics.isEmpty)
    let reference = try #require(references.first)
    #expect(reference.id == "balin2012" && reference.type == "article-journal")
    #expect(reference.variables["title"] == "Calcinosis cutis occurring in association with autoimmune connective tissue disease")
    #expect(reference.variables["container-title"] == "Archives of Dermatology")
    #expect(reference.variables["container-title-short"] == "Arch Dermatol")
    #expect(reference.variables["page"] == "455-62" && reference.variables["ISSN"] == "0003-987X")
    #expect(reference.variables["DOI"] == "10.1001/archdermatol.2011.2052")
    #expect(reference.dates["issued"]?.parts == [.init(year: 2012, month: 4, day: 15)])
    #expect(
      reference.names["author"] == [
        Name(family: "Balin", given: "Samuel J."), Name(family: "Medsger", given: "Thomas A.", suffix: "Jr"),
        Name(family: "Hoogen", given: "Frank", nonDroppingParticle: "van den"),
      ])
  }

  @Test func readsTheOlderDialect() throws {
    let (references, diagnostics) = read(
      """
      TY  - JOUR
      A1  - LeRoy, E.C.
      T1  - Criteria
      JF  - The Journal of Rheumatology
      JA  - J Rheumatol
      Y1  - 2001/07//
      VL  - 28
      SP  - 1573-1576
      ER  -
      TY  - JOUR
      AU  - LeRoy, E.C.
      PY  - 2001
      ER  -
      TY  - JOUR
      AU  - LeRoy, E.C.
      PY  - 2001
      AN  - 123456
      DB  - PubMed
      ER  -
      """)
    #expect(diagnostics.isEmpty)
    #expect(references.map(\.id) == ["leroy2001", "leroy2001b", "pmid123456"])
    #expect(references[0].variables["page"] == "1573-1576")
    #expect(references[0].variables["container-title"] == "The Journal of Rheumatology")
    #expect(references[0].variables["container-title-short"] == "J Rheumatol")
    #expect(references[0].dates["issued"]?.parts == [.init(year: 2001, month: 7)])
  }

  @Test func readsAChapter() throws {
    let chapter = try #require(
      read(
        "TY  - CHAP\nID  - meltzer2002\nTI  - Ulcers\nT2  - Feet\nA2  - Vogelstein, B.\nPB  - Mosby\nCY  - Boston\nSN  - 978-0-306-40615-7\nER  -\n"
      )
      .references.first)
    #expect(chapter.id == "meltzer2002" && chapter.variables["container-title"] == "Feet")
    #expect(chapter.names["editor"]?.first?.family == "Vogelstein" && chapter.variables["ISBN"] == "978-0-306-40615-7")
  }

  @Test func namesWhatIsWrongAndKeepsTheOthers() {
    let (references, diagnostics) = read("rubbish\nTY  - JOUR\nTI  - One\nTY  - BOOK\nTI  - Two\nER  -\nER  -\nAU  - Doe, J\n")
    #expect(references.map(\.id) == ["one", "two", "doe"])
    #expect(diagnostics.map(\.location?.line) == [1, 4, 7, 8, 8])
    #expect(diagnostics.allSatisfy { $0.rule == "ris-syntax" })
  }
}
