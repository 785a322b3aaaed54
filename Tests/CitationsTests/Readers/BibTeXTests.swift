import Diagnostics
import Testing

@testable import Citations

@Suite struct BibTeXTests {
  private func read(_ text: String) -> (references: [Reference], diagnostics: [Diagnostic]) {
    ReferenceReader.read(Array(text.utf8), file: "references.bib")
  }

  @Test func readsAnArticle() throws {
    let (references, diagnostics) = read(
      """
      % a comment with an @ in it
      @string{arch = "Archives of "}
      @Article{balin2012,
        author    = {Balin, Samuel J. and David A. Wetter and van den Hoogen, Frank and Medsger, Jr, Thomas A.},
        title     = {Calcinosis in {SLE}: the \\emph{Mayo} experience, 1996--2009},
        journal   = arch # {Dermatology},
        year      = 2012, month = apr, volume = {148}, number = 4, pages = {455--462},
        doi       = {https://doi.org/10.1001/archdermatol.2011\\_2052},
      }
      """)
    #expect(diagnostics.isEmpty)
    let reference = try #require(references.first)
    #expect(reference.id == "balin2012" && reference.type == "article-journal")
    #expect(reference.variables["container-title"] == "Archives of Dermatology")
    #expect(
      reference.variables["title"]
        == "Calcinosis in <span class=\"nocase\">SLE</span>: the <i>Mayo</i> experience, 1996–2009")
    #expect(reference.variables["volume"] == "148" && reference.variables["issue"] == "4" && reference.variables["page"] == "455-462")
    #expect(reference.variables["DOI"] == "10.1001/archdermatol.2011_2052")
    #expect(reference.dates["issued"] == ReferenceDate(parts: [.init(year: 2012, month: 4)]))
    #expect(
      reference.names["author"] == [
        Name(family: "Balin", given: "Samuel J."), Name(family: "Wetter", given: "David A."),
        Name(family: "Hoogen", given: "Frank", nonDroppingParticle: "van den"),
        Name(family: "Medsger", given: "Thomas A.", suffix: "Jr"),
      ])
    #expect(reference.location == SourceLocation(file: "references.bib", line: 3, column: 10, length: 9))
  }

  @Test(arguments: [
    ("Ludwig van Beethoven", Name(family: "Beethoven", given: "Ludwig", nonDroppingParticle: "van")),
    ("{World Health Organization}", Name(literal: "World Health Organization")),
    ("{van} Someren, Anna", Name(family: "van Someren", given: "Anna")),
    ("de la Cruz, Jr, Juan", Name(family: "Cruz", given: "Juan", nonDroppingParticle: "de la", suffix: "Jr")),
    ("Plato", Name(family: "Plato")),
    ("{\\'E}mile Zola", Name(family: "Zola", given: "Émile")),
    ("{\\o}ystein {\\aa}s, Kari", Name(family: "ås", given: "Kari", nonDroppingParticle: "øystein")),
    ("family=Hoogen, given=Frank, prefix=van den, useprefix=true", Name(family: "Hoogen", given: "Frank", nonDroppingParticle: "van den")),
    ("G{\\\"o}del, K.", Name(family: "Gödel", given: "K.")),
    ("Jean-Pierre d'Alembert", Name(family: "d’Alembert", given: "Jean-Pierre")),
  ])
  func takesNamesApart(written: String, expected: Name) throws {
    #expect(try #require(read("@misc{a, author = {\(written)}}").references.first?.names["author"]) == [expected])
  }

  @Test func inheritsFromParentsBeforeAndAfter() throws {
    let (references, diagnostics) = read(
      """
      @xdata{place, publisher = {Mosby}, location = {St. Louis}}
      @incollection{part, crossref = {whole}, title = {Ulcers}, pages = {1-9}}
      @book{whole, title = {Feet}, subtitle = {All of Them}, editor = {Doe, Jo}, date = {2019}, xdata = {place}}
      @article{lost, crossref = {whoel}, title = {X}}
      @book{one, crossref = {two}} @book{two, crossref = {one}}
      """)
    let part = try #require(references.first)
    #expect(part.variables["container-title"] == "Feet: All of Them" && part.variables["title"] == "Ulcers")
    #expect(part.variables["publisher"] == "Mosby" && part.variables["publisher-place"] == "St. Louis")
    #expect(part.names["editor"]?.first?.family == "Doe" && part.dates["issued"]?.parts.first?.year == 2019)
    #expect(references.map(\.id) == ["part", "whole", "lost", "one", "two"])
    #expect(diagnostics.map(\.remedy).contains("did you mean \"whole\"?"))
  }

  @Test func namesWhatIsWrongAndKeepsTheOthers() {
    let (references, diagnostics) = read(
      """
      @article{open, title = {never closed,
      @article{good, title = "fine" year = 2020}
      @article{, title = {x}}
      @article{bad title = {x}}
      @article{mac, title = foo # "bar"}
      @book{mac, title = {second}}
      @article{late, year = {2001}, author = {A B and others}, title = {\\unknowncommand{kept}}
      """)
    #expect(references.map(\.id) == ["good", "mac"])
    #expect(references.first?.dates["issued"]?.parts.first?.year == 2020)
    let places = diagnostics.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.summary)" }
    #expect(
      places == [
        "1:24 Brace of field \"title\" is never closed",
        "2:31 Comma missing after field \"title\" of entry \"good\"",
        "3:1 Entry \"@article\" has no key",
        "4:14 Comma missing after key \"bad\"",
        "5:23 Macro \"foo\" is defined nowhere",
        "6:7 Reference key \"mac\" is used twice",
        "7:10 Entry \"late\" is never closed",
      ])
  }

  @Test func readsBibLaTeXDatesAndAddresses() throws {
    let (references, _) = read(
      """
      @online{who, author = {{World Health Organization}}, title = {Feet}, url = {https://example.org/a_b%20c}, urldate = {2026-11-22},
        date = {2019-04/2019-06}}
      @report{r, date = {2010~}, number = 7, type = {techreport}, institution = {NIH}}
      @article{p, eprint = {22431912}, eprinttype = {pubmed}, date = {2012-21}}
      @article{m, year = 2001, month = "7~15"}
      @article{q, year = {in press}}
      """)
    #expect(references[0].variables["URL"] == "https://example.org/a_b%20c" && references[0].type == "webpage")
    #expect(references[0].dates["accessed"]?.parts == [.init(year: 2026, month: 11, day: 22)])
    #expect(references[0].dates["issued"]?.parts == [.init(year: 2019, month: 4), .init(year: 2019, month: 6)])
    #expect(references[1].dates["issued"] == ReferenceDate(parts: [.init(year: 2010)], isCirca: true))
    #expect(references[1].variables["number"] == "7" && references[1].variables["genre"] == "Technical report")
    #expect(references[2].variables["PMID"] == "22431912" && references[2].dates["issued"]?.season == 1)
    #expect(references[3].dates["issued"]?.parts == [.init(year: 2001, month: 7, day: 15)])
    #expect(references[4].dates["issued"]?.literal == "in press")
  }

  @Test func macrosOfMacrosDoNotFillTheMemory() {
    var text = "@string{a0 = \"xxxxxxxxxx\"}\n"
    for i in 1...60 { text += "@string{a\(i) = a\(i - 1) # a\(i - 1)}\n" }
    let (_, diagnostics) = read(text + "@article{x, title = a60}")
    #expect(diagnostics.contains { $0.rule == "bibtex-macro" })
  }
}
