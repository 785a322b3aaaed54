import Markdown
import Testing

@Suite struct TableTests {
  @Test func readsAlignmentsCellsAndLines() {
    let text = read("Text.\n\n| Test | *Value* | Unit |\n|:--|--:|:-:|\n| CRP | 12 | mg/L |\n| WBC | **9** |\n")
    #expect(text.blocks == "1 p: Text.\n3 table lrc\n  Test | *Value* | Unit\n  CRP | 12 | mg/L\n  WBC | **9** | ")
    #expect(text.problems == [])
  }

  @Test(arguments: [
    "a | b\n--- | ---\n1 | 2", "| a | b\n|---|---\n| 1 | 2", "|a|b|\n|-|-|\n|1|2|", "   | a | b |\n   | - | - |\n   | 1 | 2 |",
    "| a | b |\r\n|---|---|\r\n| 1 | 2 |\r\n", "|\ta\t|b|  \n|---|---|  \n1|2",
  ])
  func readsEachForm(_ text: String) {
    #expect(read(text).blocks == "1 table nn\n  a | b\n  1 | 2")
  }

  @Test func splitsAsGitHubDoes() {
    let text = read(
      #"""
      | a | b |
      |---|---|
      | x \| y | `p \| q` |
      | \\ | [l](u "t \| t") |
      | `|` | 1
      """#)
    #expect(
      text.blocks == #"""
        1 table nn
          a | b
          x | y | `p | q`
          \ | link(l→u t | t)
          ` | ` | 1
        """#)
    #expect(text.problems == ["markdown-table-row-too-long 5:1"])
  }

  @Test func keepsSurplusCells() {
    let text = read("|a|b|\n|-|-|\n|1|2|3|*4*|\n")
    #expect(text.blocks == "1 table nn\n  a | b\n  1 | 2 | 3 | *4*")
    #expect(text.problems == ["markdown-table-row-too-long 3:1"])
  }

  @Test func cellsBeginNoBlocks() {
    #expect(read("|# a|- b|\n|-|-|\n|1. x|> y|\n|    code|---|\n").blocks == "1 table nn\n  # a | - b\n  1. x | > y\n  code | ---")
  }

  @Test func readsExtensionsInCells() {
    let text = read("|H~2~O|[@a]|\n|-|-|\n|@fig-b|`{area foot week 4}`|\n|[^n] \\@c|[l]|\n\n[^n]: Note.\n\n[l]: https://example.org\n")
    #expect(
      text.blocks == """
        1 table nn
          Hsub(2)O | cite([@a])
          ref(fig-b@3) | number(area foot week 4@3)
          note(n) @c | link(l→https://example.org)
        """)
    #expect(text.footnotes == "n@6:\n  6 p: Note.")
    #expect(text.problems == [])
  }

  @Test(arguments: [
    "|a|\n|-|\n|1|\n: Labs *x* {#tbl-labs .wide}\n", "|a|\n|-|\n|1|\n\n: Labs *x* {#tbl-labs .wide}\n",
    "|a|\n|-|\n|1|\n\n: Labs\n*x*\n{#tbl-labs .wide}\n",
  ])
  func readsCaption(_ text: String) {
    #expect(read(text).blocks == "1 table#tbl-labs.wide n \"Labs *x*\"\n  a\n  1")
    #expect(read(text).problems == [])
  }

  @Test func captionKeepsUnclearAttributes() {
    let text = read("|a|\n|-|\n\n: Labs {width=50%}\n")
    #expect(text.blocks == "1 table n \"Labs {width=50%}\"\n  a")
    #expect(text.problems == ["markdown-attributes-unclear 4:8+11"])
  }

  @Test func captionNeedsATable() {
    let text = read("Text.\n\n: Labs {#tbl-labs}\n\n: plain\n")
    #expect(text.blocks == "1 p: Text.\n3 p: : Labs {#tbl-labs}\n5 p: : plain")
    #expect(text.problems == ["markdown-caption-without-table 3:1"])
  }

  @Test func standsInListsAndQuotes() {
    let text = read(
      "- item\n\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n\n  : Cap\n\n> > | c |\n> > |---|\n> > | @d |\n> >\n> > : Deep {#tbl-d}\n")
    #expect(
      text.blocks == """
        1 ul loose
          1 p: item
          3 table nn "Cap"
            a | b
            1 | 2
        9 quote
          9 quote
            9 table#tbl-d n "Deep"
              c
              cite(@d)
        """)
  }

  @Test func mayFollowTextWithoutABlankLine() {
    #expect(read("Some\ntext:\n|a|\n|-|\n|1|\n").blocks == "1 p: Some⏎text:\n3 table n\n  a\n  1")
  }

  @Test func endsAtBlankLineOrBlock() {
    #expect(read("|a|\n|-|\n|1|\n# H\n\n|a|\n|-|\n\n|1|\n").blocks == "1 table n\n  a\n  1\n4 h1: H\n6 table n\n  a\n9 p: |1|")
  }

  @Test func reportsRowOfDashesOfAnotherWidth() {
    let text = read("| a | b |\n|---|\n| 1 | 2 |\n")
    #expect(text.blocks == "1 p: | a | b |⏎|---|⏎| 1 | 2 |")
    #expect(text.problems == ["markdown-table-columns 2:1"])
  }

  @Test(arguments: ["a\n---", "| a |", "a | b\n\n--|--", "```\n|a|\n|-|\n```", "    |a|\n    |-|", "\\|a\\|\n\\|-\\|"])
  func leavesOthersAlone(_ text: String) {
    #expect(!read(text).blocks.contains("table"))
  }

  @Test func isReadWithManyColumnsAndRows() {
    let row = "|" + (1...37).map { " *c\($0)* |" }.joined()
    let text = "\(row)\n|" + String(repeating: "-|", count: 37) + "\n" + String(repeating: row + "\n", count: 500)
    let document = Document.parse(text, file: "narrative.md").document
    guard document.blocks.count == 1, case .table(let table) = document.blocks[0].content else {
      Issue.record("no table")
      return
    }
    #expect(table.header.count == 37)
    #expect(table.rows.count == 500)
    #expect(table.rows.allSatisfy { $0.count == 37 && $0[36] == [.emphasis([.text("c37")])] })
  }
}
