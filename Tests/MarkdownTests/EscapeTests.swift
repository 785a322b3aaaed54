import Markdown
import Testing

@Suite struct EscapeTests {
  @Test(arguments: [
    (#"\@a"#, "@a"), (#"\\@a"#, #"\cite(@a)"#), (#"\\\@a"#, #"\@a"#), (#"H\~2\~O"#, "H~2~O"), (#"cm\^2\^"#, "cm^2^"),
    (#"\[@a]"#, "[cite(@a)]"),
    (#"[@a\]"#, "[@a]"), (#"\[\^1]"#, "[^1]"), (#"`\@ \~ \^ \[`"#, #"`\@ \~ \^ \[`"#), (#"`\`\@a"#, #"`\`@a"#), (#"``\`@``\@"#, #"`\`@`@"#),
    (#"**"x"**\@y"#, #"**"x"**@y"#), (#"\*@a\*"#, "*cite(@a)*"), ("&#64;a &commat;a", "@a @a"), ("&#91;^1]", "[^1]"),
    ("`&#64;`", "`&#64;`"),
    ("AT&T &amp; &#x26;", "AT&T & &"), (#"[l](a\@b "c\@d")"#, "link(l→a@b c@d)"),
    (#"<https://e.org/\@b>"#, #"link(https://e.org/\@b→https://e.org/\@b)"#),
    (#"![a\@b](c\~d)"#, "image(a@b→c~d)"), (#"[a\@b]"#, "[a@b]"),
  ])
  func survive(_ sample: (text: String, shown: String)) {
    #expect(read(sample.text).blocks.dropFirst(5) == sample.shown)
  }

  @Test func surviveInBlocks() {
    let text = read("    \\@ [^1] &#64;\n\n```\\@\n\\~ [^2]: x\n```\n\n[a\\@b]\n\n[a\\@b]: /c\\@d\n")
    #expect(text.blocks == "1 code(): \"\\\\@ [^1] &#64;\\n\"\n3 code(@): \"\\\\~ [^2]: x\\n\"\n7 p: link(a@b→/c@d)")
    #expect(text.problems == [])
  }

  @Test func rawHTMLIsNotLookedInto() {
    let html = "<a title=\"\\@ @a ~b~ [^1] &#64;\">"
    #expect(read("x \(html)@b</a>", rawHTML: true).blocks == "1 p: x html(\(html))cite(@b)html(</a>)")
    #expect(read("<div>\n\\@ @a [^1]\n</div>\n", rawHTML: true).blocks == "1 html: \"<div>\\n\\\\@ @a [^1]\\n</div>\\n\"")
  }

  @Test func rawHTMLIsTextUnlessAllowed() {
    let text = read("x <b>@a</b>\n\n<div>\n*y* @a\n</div>\n")
    #expect(text.blocks == "1 p: x <b>cite(@a)</b>\n3 p: <div>⏎*y* @a⏎</div>")
    #expect(text.problems == ["markdown-raw-html 1:3+3", "markdown-raw-html 3:1+5"])
  }

  @Test(arguments: ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x", "file:///etc/passwd"])
  func otherSchemesAreReported(_ url: String) {
    #expect(read("[x](\(url))").problems == ["markdown-link-scheme 1:5+\(url.count)"])
    #expect(read("![x](\(url))").problems == ["markdown-link-scheme 1:6+\(url.count)"])
    #expect(read("[x](\(url))", rawHTML: true).problems == [])
  }

  @Test(arguments: ["https://e.org", "http://e.org", "mailto:a@e.org", "tel:+1", "a/b:c", "#x", "?a:b", "//e.org", ""])
  func allowedLinksAreNot(_ url: String) {
    #expect(read("[x](\(url))").problems == [])
  }

  /// The code points that mark escapes on the way through libcmark.
  @Test func theMarksThemselvesAreText() {
    let marks = "\u{12470}\u{12471}\u{12472}\u{12473}"
    #expect(read("a\(marks)b `\(marks)` \\@\(marks) [^\(marks)]").blocks == "1 p: a\(marks)b `\(marks)` @\(marks) [^\(marks)]")
    #expect(read("\u{12470}@a \u{12470}\\@b").blocks == "1 p: \u{12470}cite(@a) \u{12470}@b")
    #expect(
      Document.parse("a\(marks)", options: .init(extensions: false), file: "f").document.blocks.first?.inlines == [[.text("a\(marks)")]])
  }

  @Test func lineEndsAndOddBytes() {
    #expect(read("\u{FEFF}a\r\nb\rc\n\r\nd").blocks == "1 p: a⏎b⏎c\n5 p: d")
    #expect(read("a\0b").blocks == "1 p: a\u{FFFD}b")
    #expect(Document.parse([0x61, 0xFF, 0x40, 0x62], file: "f").document.blocks.first?.inlines.first?.plainText == "a\u{FFFD}@b")
    #expect(read("").blocks == "")
    #expect(read("\n\n").blocks == "")
  }
}
