import Citations
import Testing

/// The phases of formatting, from outside.
@Suite struct ProcessorTests {
  private let references = [
    Reference(
      id: "a", type: "book", variables: ["title": "The \"first\" <i>book</i>", "DOI": "10.1/a"],
      names: ["author": [Name(family: "Doe", given: "Jane Ann")]], dates: ["issued": ReferenceDate(parts: [.init(year: 2001)])]),
    Reference(
      id: "b", type: "book", variables: ["title": "Second?"],
      names: ["author": [Name(family: "Doe", given: "Jane Ann")]], dates: ["issued": ReferenceDate(parts: [.init(year: 2001)])]),
    Reference(id: "c", type: "article-journal", variables: ["title": "Third", "page": "120-5", "volume": "3"]),
  ]

  private func processor(_ layout: String, citation: String = "", bibliography: String = "") throws -> Processor {
    let text = "<style class=\"note\" version=\"1.0\"><citation \(citation)>\(layout)</citation>\(bibliography)</style>"
    let style = try #require(Style.parse(Array(text.utf8), file: "x.csl").0)
    return Processor(style: style, locales: [try BuiltIn.english()])
  }

  private func cite(_ processor: Processor, _ citations: [[Cite]]) -> [String] {
    processor.format(citations: citations.map { CitationRequest($0) }, references: references).citations.map { $0.html() }
  }

  @Test func `markup and quotation marks of fields are kept`() throws {
    let plain = try processor("<layout><text variable=\"title\" quotes=\"true\" suffix=\".\"/></layout>")
    #expect(cite(plain, [[Cite("a")], [Cite("b")]]) == ["“The ‘first’ <i>book</i>.”", "“Second?”"])
  }

  @Test func `an italic within an italic is upright`() throws {
    let italic = try processor("<layout><text variable=\"title\" font-style=\"italic\"/></layout>")
    #expect(cite(italic, [[Cite("a")]]) == ["<i>The “first” <span style=\"font-style:normal;\">book</span></i>"])
  }

  @Test func `numbers follow the first citation and collapse`() throws {
    let numbers = try processor(
      "<sort><key variable=\"citation-number\"/></sort><layout delimiter=\",\"><text variable=\"citation-number\"/></layout>",
      citation: "collapse=\"citation-number\"")
    #expect(cite(numbers, [[Cite("c")], [Cite("a"), Cite("c"), Cite("b")], [Cite("b"), Cite("c")]]) == ["1", "1–3", "1,3"])
  }

  @Test func `same names and years get letters`() throws {
    let years = try processor(
      "<layout><group delimiter=\" \"><names variable=\"author\"><name form=\"short\"/></names><date variable=\"issued\" form=\"text\" date-parts=\"year\"/></group></layout>",
      citation: "disambiguate-add-year-suffix=\"true\"")
    #expect(cite(years, [[Cite("b")], [Cite("a")]]) == ["Doe 2001a", "Doe 2001b"])
  }

  @Test func `a cite right after itself is ibid`() throws {
    let ibid = try processor(
      "<layout><choose><if position=\"ibid-with-locator\"><text term=\"ibid\"/></if><else-if position=\"subsequent\"><text value=\"again\"/></else-if><else><text variable=\"title\"/></else></choose></layout>"
    )
    #expect(cite(ibid, [[Cite("c")], [Cite("c", locator: "4")], [Cite("b")], [Cite("c")]]) == ["Third", "Ibid.", "Second?", "again"])
  }

  @Test func `pages are completed as the style asks`() throws {
    let ama = try BuiltIn.processor("american-medical-association")
    let entry = ama.format(citations: [CitationRequest([Cite("c")])], references: references).bibliography[0]
    #expect(entry.content.plainText == "1.Third. ;3:120-125.")
    #expect(entry.number == 1)
  }

  @Test func `identifiers are links and cites carry their id`() throws {
    let ama = try BuiltIn.processor("american-medical-association")
    let document = ama.format(citations: [CitationRequest([Cite("a")])], references: references)
    #expect(document.citations == [[.formatted(Font(alignment: .superscript), [.cite("a", [.text("1")])])]])
    #expect(document.bibliography[0].content.html(links: true).contains("doi:<a href=\"https://doi.org/10.1/a\">10.1/a</a>"))
    #expect(document.layout.secondFieldAlign == .flush)
  }

  @Test(arguments: [
    ("https://a.org/b", "https://a.org/b"), ("HTTP://a.org", "HTTP://a.org"), ("www.a.org", "https://www.a.org"),
    ("javascript:alert(1)", nil), ("see there", nil),
  ])
  func `only addresses in the web become links`(url: String, address: String?) throws {
    let page = Reference(id: "p", type: "webpage", variables: ["title": "Page", "URL": url])
    let document = try BuiltIn.processor("american-medical-association").format(
      citations: [CitationRequest([Cite("p")])], references: [page])
    let html = try #require(document.bibliography.first).content.html(links: true)
    #expect(html.contains(url) && html.contains("<a ") == (address != nil))
    if let address { #expect(html.contains("<a href=\"\(address)\">")) }
  }

  @Test func `unknown ids are told, uncited references listed`() throws {
    let ama = try BuiltIn.processor("american-medical-association")
    let document = ama.format(citations: [CitationRequest([Cite("c"), Cite("zz")])], references: references, uncited: ["a"])
    #expect(document.unresolved == ["zz"])
    #expect(document.bibliography.map(\.id) == ["c", "a"])
  }

  @Test func `author in text and suppressed author`() throws {
    let apa = try BuiltIn.processor("apa")
    #expect(cite(apa, [[Cite("a")], [Cite("a", mode: .suppressAuthor)]]) == ["(Doe, 2001)", "(2001)"])
  }

  @Test func `nothing to format gives nothing`() throws {
    let document = try BuiltIn.processor("apa").format(citations: [], references: [])
    #expect(document.citations.isEmpty && document.bibliography.isEmpty)
  }

  @Test func `odd field contents don't stop the formatting`() throws {
    let odd = [
      "<i>", "\"", "'", "<span class=\"nocase\">", "-", "\u{0}", "«", "“", String(repeating: "<i>", count: 2000), "\u{301}",
      "9999999999999999999",
    ]
    for id in BuiltIn.ids {
      let processor = try BuiltIn.processor(id)
      for text in odd {
        let reference = Reference(
          id: "x", type: "article-journal",
          variables: ["title": text, "page": text, "volume": text, "issue": text, "edition": text, "DOI": text],
          names: ["author": [Name(family: text, given: text), Name(literal: text)]],
          dates: ["issued": ReferenceDate(parts: [.init(year: .min, month: 99, day: -4)])])
        let document = processor.format(
          citations: [CitationRequest([Cite("x", locator: text, prefix: text, suffix: text)])], references: [reference])
        #expect(document.bibliography.count == 1)
      }
    }
  }
}
