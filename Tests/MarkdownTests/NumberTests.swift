import Markdown
import Testing

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
