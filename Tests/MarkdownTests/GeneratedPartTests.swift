import Markdown
import Testing

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
