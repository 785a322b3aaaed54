import Citations
import Testing

/// Fine points of formatting that no example of the test suite shows alone.
@Suite struct ProcessorDetailTests {
  private func cite(
    _ layout: String, _ references: [Reference], cites: [Cite]? = nil, style: String = "class=\"in-text\"", citation: String = ""
  ) throws -> String {
    let text = "<style version=\"1.0\" \(style)><citation \(citation)>\(layout)</citation></style>"
    let parsed = try #require(Style.parse(Array(text.utf8), file: "x.csl").0)
    let document = Processor(style: parsed, locales: [try BuiltIn.english()]).format(
      citations: [CitationRequest(cites ?? references.map { Cite($0.id) })], references: references)
    return document.citations[0].html()
  }

  private func book(_ id: String = "a", _ variables: [String: String] = [:], by family: String? = nil, year: Int? = nil) -> Reference {
    var book = Reference(id: id, type: "book", variables: variables)
    if let family { book.names["author"] = [Name(family: family, given: "Ann")] }
    if let year { book.dates["issued"] = ReferenceDate(parts: [.init(year: year)]) }
    return book
  }

  @Test(arguments: [
    ("12, n. 3", "page 12, note 3"), ("1, p. 5", "pages 1, 5"), ("vol. 1, p. 5-7", "volume 1, pages 5–7"),
    ("ch. 3, 5 and sec. 2", "chapters 3, 5 and section 2"), ("p. x", "page x"), ("no. one", "page no. one"),
  ])
  func `a locator may carry labels of its own`(locator: String, expected: String) throws {
    let layout = "<layout><group delimiter=\" \"><label variable=\"locator\" form=\"long\"/><text variable=\"locator\"/></group></layout>"
    #expect(try cite(layout, [book()], cites: [Cite("a", locator: locator)]) == expected)
  }

  @Test(arguments: ["uppercase", "lowercase", "capitalize-all", "sentence", "title"])
  func `raised letters and small capitals keep their case`(textCase: String) throws {
    let text = try cite(
      "<layout><text variable=\"title\" text-case=\"\(textCase)\"/></layout>", [book("a", ["title": "x <sup>aB</sup> end"])])
    #expect(text.contains("<sup>aB</sup>"))
  }

  @Test(arguments: [("the x: a y", "The x: A y"), ("x/y of z/w", "X/y of z/w"), ("d’état d’infirmier", "D’état d’infirmier")])
  func `title case leaves single letters and what follows an apostrophe`(title: String, expected: String) throws {
    #expect(try cite("<layout><text variable=\"title\" text-case=\"title\"/></layout>", [book("a", ["title": title])]) == expected)
  }

  @Test func `title case is for English`() throws {
    let german = book("a", ["title": "die kunst", "language": "de"])
    #expect(try cite("<layout><text variable=\"title\" text-case=\"title\"/></layout>", [german]) == "die kunst")
  }

  @Test(arguments: [("capitalize-first", "İc Id"), ("uppercase", "İC ID"), ("lowercase", "ic ıd")])
  func `Turkish has two letters i`(textCase: String, expected: String) throws {
    let title = book("a", ["title": "ic Id", "language": "tr"])
    #expect(try cite("<layout><text variable=\"title\" text-case=\"\(textCase)\"/></layout>", [title]) == expected)
  }

  @Test func `labels made of names leave particles out, and fall back to the title`() throws {
    let layout = "<layout delimiter=\" \"><text variable=\"citation-label\"/></layout>"
    #expect(try cite(layout, [book("a", by: "van der Berg", year: 2005), book("b", ["title": "An Article"])]) == "Berg05 Anar00")
    var three = book("c", by: "Smith", year: 1980)
    three.names["author"]? += [Name(family: "Brown"), Name(family: "Jones")]
    #expect(try cite(layout, [three]) == "SmBJ80")
  }

  @Test func `a number collapses whatever locator its style leaves out`() throws {
    let books = (1...3).map { book("b\($0)") }
    let layout = "<layout delimiter=\",\"><text variable=\"citation-number\"/></layout>"
    let cites = books.map { Cite($0.id, locator: "5") }
    #expect(try cite(layout, books, cites: cites, citation: "collapse=\"citation-number\"") == "1–3")
  }

  @Test func `what stands in for names makes no group`() throws {
    let layout = """
      <layout delimiter="; "><group delimiter=", "><names variable="author"><substitute><text value="Anon"/></substitute></names>\
      <date variable="issued" form="text" date-parts="year"/></group></layout>
      """
    #expect(try cite(layout, [book("a", year: 2001), book("b", year: 2002)], citation: "collapse=\"year\"") == "Anon, 2001; Anon, 2002")
    let roe = [book("a", by: "Roe", year: 2001), book("b", by: "Roe", year: 2002)]
    #expect(try cite(layout, roe, citation: "collapse=\"year\"") == "Ann Roe, 2001, 2002")
  }

  @Test func `a bibliography entry that begins with a term has a capital`() throws {
    let text = """
      <style class="in-text" version="1.0"><citation><layout><text term="no date"/></layout></citation>\
      <bibliography><layout><group prefix="("><text term="no date"/></group></layout></bibliography></style>
      """
    let style = try #require(Style.parse(Array(text.utf8), file: "x.csl").0)
    let document = Processor(style: style, locales: [try BuiltIn.english()]).format(
      citations: [CitationRequest([Cite("a")])], references: [book()])
    #expect(document.citations[0].plainText == "no date")
    #expect(document.bibliography[0].content.plainText == "(No date")
  }

  @Test func `raised letters of terms are raised`() throws {
    let locale = "<locale xml:lang=\"en\"><terms><term name=\"issue\">nᵒ</term></terms></locale>"
    let text = "<style class=\"note\" version=\"1.0\">\(locale)<citation><layout><label variable=\"issue\"/></layout></citation></style>"
    let style = try #require(Style.parse(Array(text.utf8), file: "x.csl").0)
    let document = Processor(style: style, locales: []).format(
      citations: [CitationRequest([Cite("a")])], references: [book("a", ["issue": "3"])])
    #expect(document.citations[0].html() == "n<sup>o</sup>")
  }

  @Test func `with initials that have no period a suffix has none`() throws {
    var book = book()
    book.names["author"] = [Name(family: "Medsger", given: "Thomas A", suffix: "Jr.")]
    let layout =
      "<layout><names variable=\"author\"><name initialize-with=\"\" name-as-sort-order=\"all\" sort-separator=\" \"/></names></layout>"
    #expect(try cite(layout, [book]) == "Medsger TA Jr")
  }

  @Test(arguments: [("A.", "“A.”"), ("A,", "“A”,."), ("A:", "“A”:")])
  func `outside quotation marks a period meets what the quotation ends with`(title: String, expected: String) throws {
    let text = """
      <style class="note" version="1.0"><locale><style-options punctuation-in-quote="false"/></locale><citation><layout>\
      <text variable="title" quotes="true" suffix="."/></layout></citation></style>
      """
    let style = try #require(Style.parse(Array(text.utf8), file: "x.csl").0)
    let document = Processor(style: style, locales: []).format(
      citations: [CitationRequest([Cite("a")])], references: [book("a", ["title": title])])
    #expect(document.citations[0].plainText == expected)
  }
}
