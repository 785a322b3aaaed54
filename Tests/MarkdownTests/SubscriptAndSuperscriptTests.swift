import Markdown
import Testing

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
