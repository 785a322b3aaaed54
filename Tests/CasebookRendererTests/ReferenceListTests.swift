import Citations
import HTML
import Testing

@testable import CasebookRenderer

@Suite struct ReferenceListTests {
  private let style = """
    <style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation><layout><text variable="citation-number"/></layout>
    </citation><bibliography second-field-align="flush"><layout><text variable="citation-number" suffix="."/><text variable="title"/></layout>
    </bibliography></style>
    """

  @Test func entriesLeadBackToTheirCitations() throws {
    let processor = Processor(style: try #require(Style.parse(Array(style.utf8), file: "a.csl").0), locales: [])
    let references = ["a", "b", "c"].map { Reference(id: $0, type: "book", variables: ["title": "Entry \($0)"]) }
    let citations = [CitationRequest([Cite("a"), Cite("b"), Cite("a")]), CitationRequest([Cite("a")])]
    let document = processor.format(citations: citations, references: references, uncited: ["c"])
    let html = String(decoding: ReferenceList(document, citations: citations).node.bytes(filling: []), as: UTF8.self)
    let links = [(1, "Back to citation 1 of 2"), (2, "Back to citation 2 of 2")].map {
      "<a class=\"back\" href=\"#cite-\($0)\" aria-label=\"\($1)\">↩</a>"
    }
    #expect(html.contains("Entry a" + links.joined() + "</li>"))
    #expect(html.contains("Entry b<a class=\"back\" href=\"#cite-1\" aria-label=\"Back to the citation\">↩</a></li></ol>"))
    #expect(html.contains("<ul class=\"references unnumbered\"><li id=\"ref-c\">Entry c</li></ul>"))
  }
}
