import Diagnostics
import Markdown
import Testing

@Suite struct CitationTests {
  @Test(arguments: [
    ("[@a]", "[a]"),
    ("[@a; @b]", "[a|b]"),
    ("[see @a, p. 5; also @b]", "[see >a< p. 5|also >b]"),
    ("[@a p. 5]", "[a<  p. 5]"),
    ("[-@a]", "[-a]"),
    ("[see -@a, ch. 2]", "[see >-a< ch. 2]"),
    ("@a said", "(a) said"),
    ("@a [p. 5] said", "(a< p. 5) said"),
    ("@a [p. 5; @b, p. 6]", "(a< p. 5|b< p. 6)"),
    ("@a [@b]", "(a) [b]"),
    ("@a\n[p. 5]", "(a< p. 5)"),
    ("-@a found", "[-a] found"),
    ("(@a)", "((a))"),
    ("*@a*", "(a)"),
    ("[see *emph* @a]", "[see emph >a]"),
    ("@a_b_c", "(a_b_c)"),
    ("@doe:2001.b", "(doe:2001.b)"),
    ("@doe2001.", "(doe2001)."),
    ("@doe's", "(doe)'s"),
    ("@a--b", "(a)--b"),
    ("@Müller2001 ok", "(Müller2001) ok"),
    ("@李2001”", "(李2001)”"),
    ("@{https://example.org/x?a=1&b=2}", "(https://example.org/x?a=1&b=2)"),
    ("[@{a,b}, p. 1]", "[a,b< p. 1]"),
  ])
  func readsAsPandocDoes(_ sample: (text: String, citation: String)) {
    let (inlines, diagnostics) = read(sample.text)
    #expect(described(inlines) == sample.citation)
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [
    "riley@example.org", "5@a", "é@a", "@5 mg", "at @ home", "@", "[@5]", "\\@a", "&#64;a", "a\\@b.org", "\\[see", "[text]", "[ ]",
    "`@a`", "<https://example.org/@a>",
  ])
  func leavesTextAlone(_ text: String) {
    let (inlines, diagnostics) = read(text)
    #expect(!inlines.contains { if case .citation = $0 { true } else { false } })
    #expect(diagnostics.isEmpty)
  }

  @Test func escapedBracketIsNoGroup() {
    #expect(described(read("\\[@a\\]").0) == "[(a)]")
  }

  @Test(arguments: [
    ("[@a, p. 5", "markdown-citation-unclosed", "[@a, p. 5"),
    ("@{a b}", "markdown-citation-unclosed", "@{a b}"),
    ("[@a; p. 5]", "markdown-citation-without-key", "[@a; p. 5]"),
    ("[@a; @fig-b]", "markdown-citation-mixed", "[@a; @fig-b]"),
    ("[@a](https://example.org)", "markdown-citation-in-link", "@a"),
    ("[see @a, @b]", "markdown-citation-separator", "[see >a< @b]"),
  ])
  func reportsWhatItPrintsAsText(_ sample: (text: String, rule: String, shown: String)) {
    let (inlines, diagnostics) = read(sample.text)
    #expect(diagnostics.map(\.rule) == [sample.rule])
    #expect(described(inlines) == sample.shown)
  }

  @Test func knowsLinesAndSource() {
    let text = "One\n*two* and\nthree [see @a,\np. 5].\n\n> - four @b\n"
    var found: [Citation] = []
    Document.parse(text, options: .init(firstLine: 11), file: "narrative.md").document.visitInlines { inline, _ in
      if case .citation(let citation) = inline { found.append(citation) }
    }
    #expect(found.map(\.line) == [13, 16])
    #expect(found.map(\.source) == ["[see @a, p. 5]", "@b"])
  }

  @Test func placesProblems() {
    let (_, diagnostics) = Document.parse("é and\nsay [@a, p. 5\n", options: .init(firstLine: 3), file: "narrative.md")
    #expect(diagnostics.map(\.location) == [SourceLocation(file: "narrative.md", line: 4, column: 5, length: 3)])
  }

  private func read(_ text: String) -> ([Inline], [Diagnostic]) {
    let (document, diagnostics) = Document.parse(text, file: "narrative.md")
    guard document.blocks.count == 1, case .paragraph(let inlines) = document.blocks[0].content else { return ([], diagnostics) }
    return (inlines, diagnostics)
  }

  /// `[prefix >key< suffix|key]`, `(key)` when the author stands in the sentence.
  private func described(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      guard case .citation(let citation) = inline else {
        return inline.children.isEmpty ? [inline].plainText : described(inline.children)
      }
      let items = citation.items.map { item in
        (item.prefix.isEmpty ? "" : item.prefix.plainText + " >") + (item.suppressesAuthor ? "-" : "") + item.key
          + (item.suffix.isEmpty ? "" : "< " + item.suffix.plainText)
      }
      let text = items.joined(separator: "|")
      return citation.isInText ? "(\(text))" : "[\(text)]"
    }.joined()
  }
}
