import Testing

@testable import Citations

@Suite struct NBIBTests {
  private let sample = """

    PMID- 22431912
    OWN - NLM
    DP  - 2012 Apr
    TI  - Calcinosis cutis occurring in association with autoimmune connective tissue
          disease.
    PG  - 455-62
    LID - 10.1001/archdermatol.2011.2052 [doi]
    FAU - Balin, Samuel J
    AU  - Balin SJ
    FAU - Medsger, Thomas A Jr
    AU  - Medsger TA Jr
    CN  - Study Group
    LA  - eng
    PT  - Journal Article
    PT  - Retracted Publication
    TA  - Arch Dermatol
    JT  - Archives of dermatology
    VI  - 148
    IP  - 4
    PMC - PMC1234567
    IS  - 1538-3652 (Electronic)
    AID - archdermatol.2011.2052 [pii]

    PMID- 29207002
    TI  - Online first?
    AU  - van den Hoogen F
    AU  - Park JS
    JT  - Rheumatology (Oxford, England)
    DEP - 20171130
    PST - aheadofprint
    DP  - 2017 Nov 30
    PHST- 2017/12/06 06:00 [entrez]
    """

  @Test func prefersFullNamesAndFullTitles() throws {
    let (references, diagnostics) = ReferenceReader.read(Array(sample.utf8), file: "pubmed.nbib")
    #expect(diagnostics.isEmpty)
    let reference = try #require(references.first)
    #expect(reference.id == "pmid22431912")
    #expect(
      reference.names["author"] == [
        Name(family: "Balin", given: "Samuel J"), Name(family: "Medsger", given: "Thomas A", suffix: "Jr"), Name(literal: "Study Group"),
      ])
    #expect(reference.variables["title"] == "Calcinosis cutis occurring in association with autoimmune connective tissue disease")
    #expect(reference.variables["container-title"] == "Archives of dermatology")
    #expect(reference.variables["container-title-short"] == "Arch Dermatol")
    #expect(reference.variables["page"] == "455-62" && reference.variables["DOI"] == "10.1001/archdermatol.2011.2052")
    #expect(reference.variables["PMCID"] == "PMC1234567" && reference.variables["ISSN"] == "1538-3652")
    #expect(reference.variables["language"] == "en" && reference.variables["retracted"] == "true")
    #expect(reference.dates["issued"]?.parts == [.init(year: 2012, month: 4)])
    #expect(reference.location?.line == 2)
  }

  @Test func takesShortNamesWhereThereAreNoFullOnes() throws {
    let reference = try #require(ReferenceReader.read(Array(sample.utf8), file: "pubmed.txt").references.last)
    #expect(reference.id == "pmid29207002" && reference.variables["title"] == "Online first?")
    #expect(
      reference.names["author"] == [
        Name(family: "Hoogen", given: "F.", nonDroppingParticle: "van den"), Name(family: "Park", given: "J. S."),
      ])
    #expect(reference.variables["status"] == "advance online publication")
    #expect(reference.dates["issued"]?.parts == [.init(year: 2017, month: 11, day: 30)])
  }

  @Test func namesLinesWithoutATag() {
    let (references, diagnostics) = ReferenceReader.read(Array("PMID- 1\nTI  - A\nrubbish\n".utf8), file: "a.nbib")
    #expect(references.count == 1)
    #expect(diagnostics.map(\.location?.line) == [3])
  }
}
