import Diagnostics
import Markdown
import Testing

@Suite struct InlineParseTests {
  private let place = SourceLocation(file: "case.yaml", line: 7, column: 10)

  @Test(arguments: [
    ("Plain title", "Plain title"), ("", ""), ("1. One", "1. One"), ("- dash", "- dash"), ("# hash", "# hash"),
    ("> 90 years", "> 90 years"),
    ("---", "---"), ("*a*", "*a*"), ("H~2~O @fig-a [@b]", "Hsub(2)O ref(fig-a@7) cite([@b])"), ("a\nb *c*", "a b *c*"), ("    *x*", "*x*"),
    ("[l]: u", "[l]: u"), ("**\"q\"** ok", "**\"q\"** ok"), ("p < 0.05 & q", "p < 0.05 & q"), ("```", "```"),
  ])
  func readsOneLine(_ sample: (text: String, shown: String)) {
    let (inlines, diagnostics) = Inline.parse(sample.text, at: place)
    #expect(shown(inlines) == sample.shown)
    #expect(diagnostics.isEmpty)
  }

  @Test func reportsInPlace() {
    let (inlines, diagnostics) = Inline.parse("See [^1]", at: place)
    #expect(shown(inlines) == "See [^1]")
    #expect(diagnostics.map(\.rule) == ["markdown-footnote-undefined"])
    #expect(diagnostics.first?.location == SourceLocation(file: "case.yaml", line: 7, column: 14, length: 4))
  }
}

@Suite struct TreeHelperTests {
  private let text =
    "# A *b* `c`\n\nTwo [words](u)[^1] @k\nmore.\n\n- one\n- two `x`\n\n|h|\n|-|\n|cell|\n: Cap tion\n\n```\nnot these\n```\n\n[^1]: Note.\n"

  @Test func plainText() {
    let blocks = Document.parse(text, file: "f").document.blocks
    #expect(blocks.prefix(2).flatMap(\.inlines).map(\.plainText) == ["A b c", "Two words @k more."])
  }

  @Test func wordCount() {
    let document = Document.parse(text, file: "f").document
    #expect(document.blocks.wordCount == 3 + 4 + 1 + 2 + 2 + 2)
    #expect(document.footnotes.flatMap(\.blocks).wordCount == 1)
  }

  @Test func visitsInOrderWithLines() {
    var seen: [String] = []
    Document.parse(text, file: "f").document.visitInlines { inline, line in
      if case .text(let text) = inline { seen.append("\(line) \(text)") }
    }
    #expect(
      seen == [
        "1 A ", "1 b", "1  ", "3 Two ", "3 words", "3  ", "3 more.", "6 one", "7 two ", "9 Cap tion", "9 h", "9 cell", "18 Note.",
      ])
  }

  @Test(arguments: [
    ("Case presentation", "case-presentation"), ("  A — b!  ", "a-b"), ("Résumé 2", "résumé-2"), ("症例 報告", "症例-報告"), ("???", "section"),
    ("A_b.c", "a-b-c"), ("İstanbul", "i̇stanbul"),
  ])
  func slugs(_ sample: (text: String, slug: String)) {
    #expect(Slug.make(sample.text) == sample.slug)
  }

  @Test func slugsAreUnique() {
    var slugs = Slug(taken: ["outcome"])
    #expect(
      ["Outcome", "Discussion", "Discussion", "Discussion 2", "Discussion"].map { slugs.unique($0) }
        == ["outcome-2", "discussion", "discussion-2", "discussion-2-2", "discussion-3"])
  }
}
