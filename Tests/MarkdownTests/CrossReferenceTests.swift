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
