import Markdown
import Testing

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
