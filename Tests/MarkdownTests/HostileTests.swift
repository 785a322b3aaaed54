import Markdown
import Testing

@Suite struct HostileTests {
  /// Each is quadratic, endless or fatal in some reader of Markdown. The bound is far above what a debug build on a busy machine takes.
  static let inputs: [(name: String, text: String)] = [
    ("brackets", repeated("[", 20_000)), ("closed brackets", repeated("[", 5_000) + "@a" + repeated("]", 5_000)),
    ("unclosed citations", repeated("[@a", 10_000)), ("open groups", repeated("[@a;", 10_000)), ("braces", repeated("@{", 3_000)),
    ("locators", repeated("@a [", 10_000)), ("scripts", repeated("^a~", 20_000)), ("marks", repeated("~^", 20_000)),
    ("quotes", repeated(">", 50_000) + "a"), ("quoted lines", repeated("> > > > a\n", 5_000)), ("lists", repeated("- ", 50_000) + "a"),
    ("indented lists", (0..<500).map { repeated(" ", $0) + "- a\n" }.joined()),
    ("blank lines in lists", repeated("- ", 5_000) + "a" + repeated("\n", 50_000)),
    ("emphasis", repeated("*", 20_000) + "a" + repeated("*", 20_000)),
    ("crossed emphasis", repeated("a**b", 30_000) + repeated("c* ", 30_000)),
    ("images", repeated("![[]()", 30_000)), ("nested images", repeated("![a", 2_000) + repeated("](b)", 2_000)),
    ("footnotes", (0..<2_000).map { "x[^\($0)]\n\n[^\($0)]: t[^\($0 + 1)]\n\n    more\n\n" }.joined()),
    ("definitions", repeated("[^a]: x\n", 5_000)),
    ("pipes", repeated("|", 50_000)), ("wide table", repeated("|a", 5_000) + "\n" + repeated("|-", 5_000) + "\n" + repeated("|*b*", 5_000)),
    ("tables", repeated("|a|b|\n|-|-|\n|[x]|1|\n\n", 1_000)), ("delimiter rows", repeated("a | b\n- | -\n", 5_000)),
    ("captions", repeated(": c {#tbl-a}\n\n", 5_000)), ("html", repeated("<b> [^x] ", 10_000)), ("comments", repeated("a <!-- ", 10_000)),
    ("references", repeated("&#64;", 20_000)), ("nul", repeated("\0", 50_000)), ("carriage returns", repeated("\r", 50_000)),
  ]

  @Test(arguments: inputs.map(\.name))
  func takesNoLongTime(_ name: String) throws {
    let input = try #require(Self.inputs.first { $0.name == name })
    let clock = ContinuousClock()
    let time = clock.measure {
      let (document, diagnostics) = Document.parse(input.text, file: "hostile.md")
      #expect(diagnostics.count <= 1_000)
      #expect(document.blocks.wordCount >= 0)
    }
    #expect(time < .seconds(20), "\(name) took \(time)")
  }

  @Test func deepBlocksBecomeText() {
    let text = repeated("> ", 140) + "deep *word*\n"
    let (document, diagnostics) = Document.parse(text, file: "f")
    #expect(depth(document.blocks) == 101)
    #expect(diagnostics.map(\.rule) == ["markdown-nesting-too-deep"])
    var last: [Inline] = []
    document.blocks.visitBlocks { if case .paragraph(let inlines) = $0.content { last = inlines } }
    #expect(last.plainText.hasSuffix("deep *word*"))
    #expect(last.plainText.utf8.count { $0 == UInt8(ascii: ">") } == 40)
  }

  @Test func deepInlinesBecomeText() {
    let (document, diagnostics) = Document.parse(repeated("*a _b ", 80) + "@c!" + repeated("_*", 80), file: "f")
    #expect(diagnostics.map(\.rule) == ["markdown-nesting-too-deep"])
    let words = document.blocks.flatMap(\.inlines).joined().map { [$0].plainText }.joined()
    #expect(words.utf8.count { $0 == UInt8(ascii: "a") } == 80)
    #expect(words.contains("@c"))
  }

  @Test func muchTextIsReadWhole() {
    let paragraph = "Word *word* [@key, p. 5] H~2~O `code` and so on.\n\n"
    let count = 30_000
    let (document, diagnostics) = Document.parse(repeated(paragraph, count), file: "f")
    #expect(document.blocks.count == count)
    #expect(document.blocks.last?.line == 2 * count - 1)
    #expect(diagnostics.isEmpty)
  }

  @Test func emphasisBeyondTheLimitIsText() {
    let (document, diagnostics) = Document.parse(repeated("*a* ", 50_001) + "`*`\n\n*b*\n", file: "f")
    #expect(diagnostics.map(\.rule) == ["markdown-paragraph-too-complex"])
    #expect(document.blocks.first?.inlines.first?.suffix(3).elementsEqual([.emphasis([.text("a")]), .text(" *a* "), .code("*")]) == true)
    #expect(document.blocks.last?.inlines == [[.emphasis([.text("b")])]])
  }

  private func depth(_ blocks: [Block]) -> Int { blocks.map { 1 + depth($0.children) }.max() ?? 0 }
}

private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
