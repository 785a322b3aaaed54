import Diagnostics
import Markdown
import Testing

@Suite struct CrossReferenceTests {
  @Test(arguments: [
    ("See @fig-foot-1.", "See ref(fig-foot-1@1)."), ("@tbl-labs, @sec-discussion", "ref(tbl-labs@1), ref(sec-discussion@1)"),
    ("[@fig-a]", "ref(fig-a@1)"), ("(@fig-a/@fig-b)", "(ref(fig-a@1)/ref(fig-b@1))"), ("[see @fig-a]", "[see ref(fig-a@1)]"),
    ("*@fig-a*'s", "*ref(fig-a@1)*'s"), ("x@fig-a", "x@fig-a"), ("\\@fig-a", "@fig-a"), ("`@fig-a`", "`@fig-a`"), ("@fig", "cite(@fig)"),
    ("@fig-", "cite(@fig)-"), ("@figure-1", "cite(@figure-1)"),
  ])
  func readsAsQuartoDoes(_ sample: (text: String, shown: String)) {
    #expect(read(sample.text).blocks == "1 p: " + sample.shown)
    #expect(read(sample.text).problems == [])
  }

  @Test func knowsItsLine() {
    #expect(read("one\n*two\n@fig-a* `a\nb`\n@fig-b").blocks == "1 p: one⏎*two⏎ref(fig-a@3)* `a b`⏎ref(fig-b@5)")
    #expect(read("[l]: u\n[m]:\n  v\nText\n@fig-a").blocks == "4 p: Text⏎ref(fig-a@5)")
  }
}

@Suite struct SubscriptAndSuperscriptTests {
  @Test(arguments: [
    ("H~2~O", "Hsub(2)O"), ("6 cm^2^", "6 cmsup(2)"), ("~2 to ~3", "~2 to ~3"), ("x^2 y^2", "x^2 y^2"), ("~~struck~~", "~~struck~~"),
    ("H\\~2~O", "H~2~O"), ("2\\^3^", "2^3^"), ("~a\\~b~", "sub(a~b)"), ("x^*n*^", "xsup(*n*)"), ("x^*n m*^", "x^*n m*^"),
    ("x^`a`^", "xsup(`a`)"),
    ("a^b~c~d^", "asup(bsub(c)d)"), ("^^", "^^"), ("~ ~", "~ ~"), ("a~1~~2~", "a~1~~2~"), ("`a~1~`", "`a~1~`"), ("*H~2~*O", "*Hsub(2)*O"),
    ("Ca^2+^ and SO~4~^2-^", "Casup(2+) and SOsub(4)sup(2-)"), ("&#126;1&#94;", "~1^"), ("a ~ b", "a ~ b"), ("x^a\nb^", "x^a⏎b^"),
  ])
  func needNoBlankInside(_ sample: (text: String, shown: String)) {
    #expect(read(sample.text).blocks == "1 p: " + sample.shown)
    #expect(read(sample.text).problems == [])
  }
}

@Suite struct AttributeTests {
  @Test(arguments: [
    ("## Discussion {#sec-discussion .poster}", "1 h2#sec-discussion.poster: Discussion"), ("# A {.page .x}  ", "1 h1.page.x: A"),
    ("# A {#b} #", "1 h1#b: A"), ("*A* {#b}\n===", "1 h1#b: *A*"), ("# {#b}", "1 h1#b: "), ("# A \\{#b}", "1 h1: A {#b}"),
    ("# A {#b\\}", "1 h1: A {#b}"), ("# A{#b}", "1 h1: A{#b}"), ("# A `{#b}`", "1 h1: A `{#b}`"), ("# H~2~O {#é-1}", "1 h1#é-1: Hsub(2)O"),
    ("# a_b_ {#c_d_e}", "1 h1#c_d_e: a_b_"), ("Text {#b}", "1 p: Text {#b}"),
  ])
  func areReadOnHeadings(_ sample: (text: String, shown: String)) {
    #expect(read(sample.text).blocks == sample.shown)
    #expect(read(sample.text).problems == [])
  }

  @Test(arguments: ["{-}", "{#a #b}", "{#1}", "{key=value}", "{.page unlisted}", "{a, b}", "{}"])
  func areTextWhenUnclear(_ attributes: String) {
    let text = read("Text\n\n## A \(attributes)", firstLine: 5)
    #expect(text.blocks == "5 p: Text\n7 h2: A \(attributes)")
    #expect(text.problems == ["markdown-attributes-unclear 7:6+\(attributes.count)"])
  }
}

@Suite struct GeneratedPartTests {
  @Test func isAFencedBlockWithANameInBraces() {
    let text = read(
      "```{timeline}\nfigures: [a, b]\n```\n\n~~~ {wound-chart}\n~~~\n\n- ```{table}\n  file: \"[^1] \\@ &amp;\"\n  ```\n", firstLine: 3)
    #expect(
      text.blocks == """
        3 part timeline@4: "figures: [a, b]\\n"
        7 part wound-chart@8: ""
        10 ul
          10 part table@11: "file: \\"[^1] \\\\@ &amp;\\"\\n"
        """)
    #expect(text.problems == [])
  }

  @Test(arguments: ["{.python}", "{timeline x=1}", "{time line}", "{timeline", "{}", "{timeline} more"])
  func isCodeWhenUnclear(_ info: String) {
    let text = read("```\(info)\nx\n```")
    #expect(text.blocks == "1 code(\(info)): \"x\\n\"")
    #expect(text.problems == ["markdown-part-unclear 1:4+\(info.count)"])
  }

  @Test func otherCodeStaysCode() {
    #expect(read("```yaml\n{timeline}\n```\n\n    {timeline}\n").blocks == "1 code(yaml): \"{timeline}\\n\"\n5 code(): \"{timeline}\\n\"")
  }
}

@Suite struct NumberTests {
  @Test(arguments: [
    ("`{area foot week 4}` cm²", "number(area foot week 4@1) cm²"), ("``{area foot}``", "number(area foot@1)"),
    ("`{ area }`", "`{ area }`"),
    ("`{}`", "`{}`"), ("`{1}`", "`{1}`"), ("`{a{b}}`", "`{a{b}}`"), ("`a {b}`", "`a {b}`"), ("{area foot}", "{area foot}"),
  ])
  func isCodeOfWordsInBraces(_ sample: (text: String, shown: String)) {
    #expect(read(sample.text).blocks == "1 p: " + sample.shown)
    #expect(read(sample.text).problems == [])
  }
}
