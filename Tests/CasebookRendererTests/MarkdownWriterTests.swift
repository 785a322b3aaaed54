import CasebookRenderer
import HTML
import Markdown
import Testing

@Suite struct MarkdownWriterTests {
  private func html(_ text: String, _ writer: MarkdownWriter = MarkdownWriter()) -> String {
    Node.fragment(writer.nodes(Document.parse(text, file: "f").document.blocks)).string()
  }

  @Test func writesTables() {
    #expect(
      html("|a||\n|:-|-:|\n|1 < 2|*x*|\n: Cap {#tbl-a .wide}\n")
        == "<table id=\"tbl-a\" class=\"wide\"><caption>Cap</caption><thead><tr><th scope=\"col\" class=\"align-left\">a</th><td class=\"align-right\"></td></tr></thead>"
        + "<tbody><tr><td class=\"align-left\">1 &lt; 2</td><td class=\"align-right\"><em>x</em></td></tr></tbody></table>")
  }

  @Test func shiftsHeadingsAndKeepsAttributes() {
    #expect(html("# A {#a .poster}\n\n###### B\n", MarkdownWriter(headingOffset: 1)) == "<h2 id=\"a\" class=\"poster\">A</h2><h6>B</h6>")
  }

  @Test func asksTheHooks() {
    var writer = MarkdownWriter()
    writer.hooks.citation = { .text("<\($0.items.map(\.key).joined(separator: ","))>") }
    writer.hooks.crossReference = { .tag("a", ["href": "#" + $0], [.text("Figure 1")]) }
    writer.hooks.number = { .text("[\($0)]") }
    writer.hooks.image = { source, _, text in source == "figures/a.jpg" ? .tag("figure", [:], [.text(text.plainText)]) : nil }
    writer.hooks.part = { name, options, line in .text("\(name) \(line) \(options)") }
    writer.hooks.headingID = { inlines, _ in Slug.make(inlines.plainText) }
    writer.hooks.tableLabel = { _ in [.text("Table 1. ")] }
    writer.hooks.table = { node, _ in .tag("div", [:], [node]) }
    #expect(html("[@a; @b] @fig-x `{area foot}`", writer) == "<p>&lt;a,b&gt; <a href=\"#fig-x\">Figure 1</a> [area foot]</p>")
    #expect(html("![Alt](figures/a.jpg)", writer) == "<p><figure>Alt</figure></p>")
    #expect(html("```{timeline}\nx\n```", writer) == "timeline 2 x\n")
    #expect(html("# Case report", writer) == "<h1 id=\"case-report\">Case report</h1>")
    #expect(
      html("|a|\n|-|", writer) == "<div><table><caption>Table 1. </caption><thead><tr><th scope=\"col\">a</th></tr></thead></table></div>")
  }

  @Test func printsTheSourceWithoutHooks() {
    #expect(html("[see @a, p. 5] @fig-x `{area foot}`") == "<p>[see @a, p. 5] @fig-x <code>{area foot}</code></p>")
    #expect(html("```{timeline}\na: 1\n```") == "<pre><code>{timeline}\na: 1\n</code></pre>")
  }

  @Test func rawHTMLIsTextUnlessAllowed() {
    let blocks = [Block(.html("<script>x</script>"), line: 1), Block(.paragraph([.html("<b>")]), line: 2)]
    #expect(Node.fragment(MarkdownWriter().nodes(blocks)).string() == "<p>&lt;script&gt;x&lt;/script&gt;</p><p>&lt;b&gt;</p>")
    #expect(Node.fragment(MarkdownWriter(rawHTMLAllowed: true).nodes(blocks)).string() == "<script>x</script><p><b></p>")
  }

  @Test(arguments: [
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java&#10;script:alert(1))", "[x](&#1;javascript:alert(1))",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))", "[x](data:text/html;base64,AA)", "[x](<java&Tab;script:a>)",
  ])
  func otherSchemesAreText(_ text: String) {
    let written = html(text)
    #expect(!written.contains("href") && !written.contains("src"))
    #expect(written.contains("x") || written.contains("javascript:alert(1)"))
  }

  @Test func encodesAddresses() {
    #expect(html("[x](<a b\"c> \"t\\\"\")") == "<p><a href=\"a%20b%22c\" title=\"t&quot;\">x</a></p>")
    #expect(html("[ä](ä%20?a=1&b=[2])") == "<p><a href=\"%C3%A4%20?a=1&amp;b=%5B2%5D\">ä</a></p>")
  }

  @Test func listsFootnotesWithLinksBothWays() {
    let document = Document.parse("A[^b] B[^b] C[^a]\n\n[^a]: One.\n\n[^b]: Two.\n\n    - x\n", file: "f").document
    var notes = FootnoteWriter(document.footnotes, prefix: "n-")
    #expect(
      ["b", "b", "a", "c"].map { notes.mark($0).string() } == [
        "<sup class=\"footnote-ref\"><a id=\"n-fnref-1\" href=\"#n-fn-1\" role=\"doc-noteref\">a</a></sup>",
        "<sup class=\"footnote-ref\"><a href=\"#n-fn-1\" role=\"doc-noteref\">a</a></sup>",
        "<sup class=\"footnote-ref\"><a id=\"n-fnref-2\" href=\"#n-fn-2\" role=\"doc-noteref\">b</a></sup>", "[^c]",
      ])
    #expect(
      notes.list(MarkdownWriter()).string()
        == "<div class=\"footnotes\" role=\"doc-endnotes\"><h2>Notes</h2><ol type=\"a\"><li id=\"n-fn-1\"><p>Two.</p><ul><li>x</li></ul>"
        + "<a href=\"#n-fnref-1\" role=\"doc-backlink\" aria-label=\"Back to text, note 1\">↩</a></li><li id=\"n-fn-2\"><p>One. "
        + "<a href=\"#n-fnref-2\" role=\"doc-backlink\" aria-label=\"Back to text, note 2\">↩</a></p></li></ol></div>")
    #expect(FootnoteWriter([]).list(MarkdownWriter()).isEmpty)
  }
}
