import Diagnostics
import Testing

@testable import Templates

/// What is wrong with a template is told with its place, all of it at once, and what to write instead.
struct SyntaxTests {
  private func problems(_ text: String) -> [String] {
    rendered(text).diagnostics.map { diagnostic in
      let place = diagnostic.location.map { "\($0.line):\($0.column)+\($0.length)" } ?? "-"
      return "\(place) \(diagnostic.summary) (\(diagnostic.remedy ?? ""))"
    }
  }

  @Test(arguments: [
    ("a\n  {{title", "2:3+2 Tag has no end (write \"}}\" after it)"),
    ("{{{title}}", "1:1+2 Tag has no end (write \"}}}\" after it)"),
    ("é{{#é}}x", "1:5+1 \"é\" is opened and never closed (write {{/é}} where it ends)"),
    ("{{}}", "1:1+4 Tag has no name (write a name such as {{title}})"),
    ("{{#}}", "1:1+5 Tag has no name (write a name such as {{title}})"),
    ("{{a b}}", "1:3+3 \"a b\" can't be a name (write a name such as {{title}})"),
    ("{{a..b}}", "1:3+4 \"a..b\" can't be a name (write a name such as {{title}})"),
    ("{{>*name}}", "1:4+5 \"*name\" can't be the name of a template (write a name such as {{title}})"),
    ("{{=<% %}}", "1:1+2 Tag has no end (write \"=}}\" after it)"),
    ("{{=<%=}}", "1:4+2 Delimiters must be two words without \"=\" (write them as in {{=<% %>=}})"),
    ("{{/a}}", "1:4+1 {{/a}} closes nothing (remove it, or open it before)"),
    ("{{$a}}{{$b}}{{$a}}{{/a}}{{/b}}{{/a}}", "1:16+1 Block \"a\" can't contain itself (give the inner block another name)"),
  ])
  func isReported(text: String, expected: String) {
    #expect(problems(text) == [expected])
  }

  @Test func everythingWrongIsToldAtOnce() {
    #expect(
      problems("{{#figures}}\n{{a b}}\n{{/figure}}\n{{>../secret}}") == [
        "1:4+7 \"figures\" is opened and never closed (write {{/figures}} where it ends)",
        "2:3+3 \"a b\" can't be a name (write a name such as {{title}})",
        "3:4+6 {{/figure}} closes nothing (did you mean {{/figures}}?)",
        "4:4+9 \"../secret\" can't be the name of a template (write a name such as {{title}})",
      ])
  }

  @Test func crossedSectionsNameBothPlaces() throws {
    let (_, diagnostics) = rendered("{{#a}}{{#b}}{{/a}}", [:])
    let problem = try #require(diagnostics.first)
    #expect(problem.summary == "\"b\" is not closed before \"a\"")
    #expect(problem.notes.first?.location?.column == 10)
    #expect(diagnostics.count == 1)
  }

  @Test func blockReplacedTwice() {
    let (_, diagnostics) = rendered([("main", "{{<p}}{{$a}}1{{/a}}{{$a}}2{{/a}}{{/p}}"), ("p", "{{$a}}{{/a}}")], [:])
    #expect(diagnostics.map(\.summary) == ["Block \"a\" is replaced twice"])
  }

  @Test func textBetweenBlocksIsAWarning() {
    let (output, diagnostics) = rendered([("main", "{{<p}} lost {{$a}}1{{/a}} lost {{x}}{{/p}}"), ("p", "{{$a}}{{/a}}")], [:])
    #expect(output == "1")
    #expect(diagnostics.map(\.summary) == ["What stands between the blocks of \"p\" is not shown"])
    #expect(diagnostics.map(\.severity) == [.warning])
  }

  @Test func brokenUTF8NamesItsLine() throws {
    let (template, diagnostics) = Template.parse([0x61, 0x0A, 0xC3, 0x28], file: "t.html")
    #expect(template == nil)
    #expect(diagnostics.map(\.location) == [SourceLocation(file: "t.html", line: 2)])
  }

  @Test func byteOrderMarkIsNoText() {
    let (template, _) = Template.parse([0xEF, 0xBB, 0xBF] + Array("{{! x }}\nhello".utf8), file: "t.html")
    var out: [UInt8] = []
    #expect(TemplateSet(["t": template].compactMapValues { $0 }).render("t", [:], into: &out).isEmpty)
    #expect(out == Array("hello".utf8))
  }

  @Test func deepNestingIsRefusedWithoutHarm() {
    let (_, diagnostics) = rendered(String(repeating: "{{#a}}", count: 200_000))
    #expect(diagnostics.map(\.summary) == ["More than 50 tags are open"])
  }

  @Test func hugeTemplatesAreReadInOnePass() {
    let text = String(repeating: "{{a b}}<p>\n{{!", count: 20_000)
    let clock = ContinuousClock()
    let time = clock.measure { _ = Template.parse(Array(text.utf8), file: "t") }
    #expect(time < .seconds(5))
  }
}
