import Markdown
import Testing

@Suite struct FootnoteTests {
  @Test func isNoLinkAndIsOrderedByFirstReference() {
    let text = read("One[^b], two[^a], three[^b].\n\n[^a]: Note *a*\ngoes on.\n[^b]: Note b.\n\nAfter.\n")
    #expect(text.blocks == "1 p: Onenote(b), twonote(a), threenote(b).\n7 p: After.")
    #expect(text.footnotes == "b@5:\n  5 p: Note b.\na@3:\n  3 p: Note *a*⏎goes on.")
    #expect(text.problems == [])
  }

  @Test func holdsSeveralBlocks() {
    let text = read(
      """
      Text[^1].

      [^1]: First [l].

          Second @key.

          - item

          | a |
          |---|
          | 1 |

      Text after[^2].

      [^2]:
          Indented.

          More.

      [l]: https://example.org

      """, firstLine: 10)
    #expect(text.blocks == "10 p: Textnote(1).\n22 p: Text afternote(2).")
    #expect(
      text.footnotes == """
        1@12:
          12 p: First link(l→https://example.org).
          14 p: Second cite(@key).
          16 ul
            16 p: item
          18 table n
            a
            1
        2@24:
          25 p: Indented.
          27 p: More.
        """)
    #expect(text.problems == [])
  }

  @Test(arguments: [
    ("[^1]:\ntext", "text"), ("[^1]: *text*", "*text*"), ("[^1]:`text`\nmore", "`text`⏎more"),
    ("[^1]: <https://e.org>", "link(https://e.org→https://e.org)"),
  ])
  func textMayBeginWithAnything(_ sample: (text: String, shown: String)) {
    let text = read("x[^1]\n\n\(sample.text)\n")
    #expect(text.footnotes == "1@3:\n  3 p: " + sample.shown)
    #expect(text.problems == [])
  }

  @Test func mayBeEmpty() {
    #expect(read("x[^1][^2]\n\n[^1]:\n[^2]: b").footnotes == "1@3:\n  3 p: \n2@4:\n  4 p: b")
  }

  @Test func refersToOthers() {
    let text = read("A[^1].\n\n[^2]: Two.\n\n[^1]: One[^2].\n")
    #expect(text.footnotes == "1@5:\n  5 p: Onenote(2).\n2@3:\n  3 p: Two.")
    #expect(text.problems == [])
  }

  @Test func standsInContainers() {
    let text = read("> Quote[^1]\n>\n> [^1]: One.\n\n- item[^2]\n\n  [^2]: Two.\n")
    #expect(text.blocks == "1 quote\n  1 p: Quotenote(1)\n5 ul loose\n  5 p: itemnote(2)")
    #expect(text.footnotes == "1@3:\n  3 p: One.\n2@7:\n  7 p: Two.")
  }

  @Test func endsAParagraph() {
    let text = read("Text[^1]\n[^1]: Note.\n")
    #expect(text.blocks == "1 p: Textnote(1)")
    #expect(text.footnotes == "1@2:\n  2 p: Note.")
  }

  @Test func staysTextWhenUndefined() {
    let text = read("Text[^1] and\nmore [^two words] [^].\n")
    #expect(text.blocks == "1 p: Text[^1] and⏎more [^two words] [^].")
    #expect(text.problems == ["markdown-footnote-undefined 1:5+4"])
  }

  @Test func staysTextWhenUnreferenced() {
    let text = read("Before.\n\n[^1]: Note *one*.\n\n    More[^2].\n\n[^2]: Two.\n\nAfter.\n")
    #expect(text.blocks == "1 p: Before.\n3 p: [^1]: Note *one*.\n5 p: Morenote(2).\n9 p: After.")
    #expect(text.footnotes == "2@7:\n  7 p: Two.")
    #expect(text.problems == ["markdown-footnote-unreferenced 3:1+4"])
  }

  @Test func notesThatOnlyReferToEachOtherAreKept() {
    let text = read("Text.\n\n[^1]: One[^2].\n\n[^2]: Two[^1].\n")
    #expect(text.blocks == "1 p: Text.")
    #expect(text.footnotes == "2@5:\n  5 p: Twonote(1).\n1@3:\n  3 p: Onenote(2).")
    #expect(text.problems == ["markdown-footnote-unreferenced 3:1+4"])
  }

  @Test func secondDefinitionStaysText() {
    let text = read("Text[^1].\n\n[^1]: One.\n\n[^1]: Other.\n")
    #expect(text.blocks == "1 p: Textnote(1).\n5 p: [^1]: Other.")
    #expect(text.footnotes == "1@3:\n  3 p: One.")
    #expect(text.problems == ["markdown-footnote-duplicate 5:1+4"])
  }

  @Test func codeIsLeftAlone() {
    let text = read("Text `[^1]`\n\n```\n[^1]: code\n```\n\n    [^1]: code\n\n\\[^1]\n")
    #expect(text.blocks == "1 p: Text `[^1]`\n3 code(): \"[^1]: code\\n\"\n7 code(): \"[^1]: code\\n\"\n9 p: [^1]")
    #expect(text.problems == [])
  }

  @Test func linksAndImagesMayBeginWithACaret() {
    #expect(read("[^a](u) ![^b](v)").blocks == "1 p: link(^a→u) image(^b→v)")
    #expect(read("Stop![^1]\n\n[^1]: N").blocks == "1 p: Stop!note(1)")
  }

  @Test func aTablesRowIsNoDefinition() {
    let text = read("x[^1]\n\n|a|\n|-|\n[^1]: y\n")
    #expect(text.blocks == "1 p: x[^1]\n3 table n\n  a\n  [^1]: y")
    #expect(text.footnotes == "")
  }

  @Test func inLinksIsReported() {
    let text = read("[text[^1]](u) x[^1]\n\n[^1]: N\n")
    #expect(text.blocks == "1 p: link(text[^1]→u) xnote(1)")
    #expect(text.problems == ["markdown-footnote-in-link 1:6+4"])
  }
}
