import Testing

@testable import Citations

@Suite struct ReferenceWriterTests {
  private let article = Reference(
    id: "balin2012", type: "article-journal",
    variables: [
      "title": "Calcinosis in <i>SLE</i>: 50% of the Mayo Clinic’s {x} & <span class=\"nocase\">iPS</span> cells, p < 0.05",
      "container-title": "Archives of Dermatology", "container-title-short": "Arch Dermatol", "volume": "148", "issue": "4",
      "page": "455-62",
      "DOI": "10.1001/x_y%z", "PMID": "22431912", "PMCID": "PMC12", "URL": "https://example.org/a_b#c",
    ],
    names: [
      "author": [
        Name(family: "Balin", given: "Samuel J."), Name(family: "Hoogen", given: "Frank", nonDroppingParticle: "van den"),
        Name(family: "Medsger", given: "Thomas A.", suffix: "Jr"), Name(literal: "Study and Trial Group, Inc"),
      ]
    ],
    dates: ["issued": ReferenceDate(parts: [.init(year: 2012, month: 4, day: 15)])])

  private let chapter = Reference(
    id: "meltzer2002", type: "chapter",
    variables: [
      "title": "Ulcers", "container-title": "The genetic basis of feet", "edition": "2nd", "publisher": "Mosby",
      "publisher-place": "St. Louis",
      "page": "93-113", "ISBN": "978-0-306-40615-7",
    ],
    names: ["author": [Name(family: "Meltzer", given: "P. S.")], "editor": [Name(family: "Vogelstein", given: "B.")]],
    dates: ["issued": ReferenceDate(parts: [.init(year: 2002)])])

  private let page = Reference(
    id: "who", type: "webpage", variables: ["title": "Feet", "URL": "https://example.org/"], names: ["author": [Name(literal: "WHO")]],
    dates: [
      "issued": ReferenceDate(parts: [.init(year: 2019, month: 4), .init(year: 2019, month: 6)], isCirca: true),
      "accessed": ReferenceDate(parts: [.init(year: 2026, month: 11, day: 2)]),
    ])

  private func roundTrip(_ references: [Reference], _ format: ReferenceFormat) throws -> [Reference] {
    let bytes = try #require(ReferenceWriter.write(references, as: format))
    let (read, diagnostics) = ReferenceReader.read(bytes, as: format, file: "references." + format.fileExtension)
    #expect(diagnostics.isEmpty)
    return read.map { reference in
      var reference = reference
      reference.location = nil
      return reference
    }
  }

  @Test(arguments: [ReferenceFormat.cslJSON, .cslYAML])
  func cslComesBackAsItWas(format: ReferenceFormat) throws {
    var odd = page
    odd.id = "odd \"key\"\\"
    odd.variables["note"] = "a\nb\tc\u{1}"
    odd.dates["issued"] = ReferenceDate(parts: [.init(year: -44)], season: 2, literal: "Spring 44 BC")
    #expect(try roundTrip([article, chapter, page, odd], format) == [article, chapter, page, odd])
    #expect(try roundTrip([], format).isEmpty)
  }

  @Test func bibtexComesBackAsItWas() throws {
    let read = try roundTrip([article, chapter, page], .bibtex)
    // Capitals are protected on the way, which CSL says by tags.
    var plain = read
    for i in plain.indices { plain[i].variables["title"] = plain[i].variables["title"].map(PlainText.withoutTags) }
    var expected = [article, chapter, page]
    for i in expected.indices { expected[i].variables["title"] = expected[i].variables["title"].map(PlainText.withoutTags) }
    #expect(plain == expected)
    #expect(try roundTrip(read, .bibtex) == read)
  }

  @Test func risComesBackAsItWas() throws {
    var expected = article
    expected.variables["title"] = "Calcinosis in SLE: 50% of the Mayo Clinic’s {x} & iPS cells, p < 0.05"
    expected.names["author"]?[3] = Name(literal: "Study and Trial Group")
    var written = article
    written.names["author"]?[3] = Name(literal: "Study and Trial Group")
    expected.variables["archive"] = "PubMed"
    #expect(try roundTrip([written, chapter], .ris) == [expected, chapter])
  }

  @Test func bibtexLooksLikeAPersonsOwn() throws {
    let bytes = try #require(ReferenceWriter.write([article], as: .bibtex))
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        @article{balin2012,
          author = {Balin, Samuel J. and van den Hoogen, Frank and Medsger, Jr, Thomas A. and {Study and Trial Group, Inc}},
          title = {Calcinosis in \\textit{{SLE}}: 50\\% of the {Mayo} {Clinic’s} \\textbraceleft{}x\\textbraceright{} \\& {iPS} cells, p < 0.05},
          journal = {Archives of Dermatology},
          shortjournal = {Arch Dermatol},
          volume = {148},
          number = {4},
          pages = {455--62},
          doi = {10.1001/x_y%z},
          pmid = {22431912},
          pmcid = {PMC12},
          url = {https://example.org/a_b#c},
          year = {2012},
          month = apr,
          day = {15}
        }

        """)
  }

  @Test func risLooksAsItsSpecificationSays() throws {
    let bytes = try #require(ReferenceWriter.write([chapter], as: .ris))
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(
      lines == [
        "TY  - CHAP", "ID  - meltzer2002", "AU  - Meltzer, P. S.", "A2  - Vogelstein, B.", "TI  - Ulcers",
        "T2  - The genetic basis of feet", "ET  - 2nd", "PB  - Mosby", "CY  - St. Louis", "SP  - 93", "EP  - 113",
        "SN  - 978-0-306-40615-7",
        "PY  - 2002", "ER  - ", "",
      ])
  }

  @Test func pubmedsFormatIsNotWritten() {
    #expect(ReferenceWriter.write([article], as: .nbib) == nil)
  }
}
