import Diagnostics
import Testing

@testable import Templates

/// Strictness at rendering: unknown names, values of the wrong kind, templates without end.
struct RenderTests {
  @Test func unknownNameIsAnErrorWithASuggestion() throws {
    let (output, diagnostics) = rendered("<h1>\n  {{titel}}</h1>", ["title": "Ulcer", "authors": []])
    #expect(output.isEmpty)
    let problem = try #require(diagnostics.first)
    #expect(problem.rule == "unknown-template-name")
    #expect(problem.location == SourceLocation(file: "main", line: 2, column: 5, length: 5))
    #expect(problem.remedy == "did you mean \"title\"?")
    #expect(problem.explanation == "Known here: authors, title.")
  }

  @Test func partOfADottedNameIsPointedAt() {
    let (_, diagnostics) = rendered("{{case.titel}}", ["case": ["title": "Ulcer"]])
    #expect(diagnostics.map(\.location) == [SourceLocation(file: "main", line: 1, column: 8, length: 5)])
  }

  @Test func eachPlaceIsToldOnceAndAllAreTold() {
    let (_, diagnostics) = rendered("{{#list}}{{x}}{{y}}{{/list}}", ["list": ["a", "b", "c"]])
    #expect(diagnostics.map(\.summary) == ["\"x\" is not known here", "\"y\" is not known here"])
  }

  @Test func unknownNameInAPartialNamesWhereItWasIncluded() {
    let (_, diagnostics) = rendered([("main", "{{>head}}"), ("head", "{{x}}")], [:])
    #expect(diagnostics.map(\.location?.file) == ["head"])
    #expect(diagnostics.first?.notes.first?.location?.file == "main")
  }

  @Test func outputIsAsItWasAfterAnError() {
    let set = TemplateSet(["t": Template.parse(Array("abc{{x}}".utf8), file: "t").template].compactMapValues { $0 })
    var out = Array("kept".utf8)
    #expect(set.render("t", [:], into: &out).containErrors)
    #expect(out == Array("kept".utf8))
  }

  @Test func unknownTemplatesAreFoundBeforeRendering() {
    let template = Template.parse(Array("{{#never}}{{>haed}}{{/never}}".utf8), file: "t").template
    let set = TemplateSet(["t": template, "head": template].compactMapValues { $0 })
    #expect(set.diagnostics.map(\.summary).first == "There is no template \"haed\"")
    #expect(set.diagnostics.map(\.remedy).first == "did you mean \"head\"?")
    var out: [UInt8] = []
    #expect(set.render("nothing", [:], into: &out).map(\.rule) == ["unknown-template"])
  }

  @Test func unknownBlockIsAWarning() {
    let (output, diagnostics) = rendered([("main", "{{<page}}{{$titel}}x{{/titel}}{{/page}}"), ("page", "{{$title}}y{{/title}}")], [:])
    #expect(output == "y")
    #expect(diagnostics.map(\.rule) == ["unknown-block"])
    #expect(diagnostics.map(\.remedy) == ["did you mean \"title\"?"])
  }

  @Test func valuesOfTheWrongKindAreErrors() {
    let value: TemplateValue = ["list": ["a"], "yes": true, "object": [:], "no": false]
    let (_, diagnostics) = rendered("{{list}}{{yes}}{{object}}{{no}}", value)
    #expect(
      diagnostics.map(\.summary) == [
        "\"list\" is a list, not a text", "\"yes\" is true or false, not a text", "\"object\" is an object, not a text",
      ])
  }

  @Test func markupIsWrittenAsItIsAndTextIsNot() {
    let value: TemplateValue = ["m": .markup(Array("<b>&amp;</b>".utf8)), "t": "<b> \"é\""]
    #expect(rendered("{{m}}{{{m}}}|{{t}}|{{{t}}}", value).output == "<b>&amp;</b><b>&amp;</b>|&lt;b&gt; &quot;é&quot;|<b> \"é\"")
  }

  @Test func emptyTextsHideTheirSection() {
    let value: TemplateValue = ["t": "", "m": .markup([]), "full": "x"]
    #expect(rendered("{{#t}}1{{/t}}{{^t}}2{{/t}}{{#m}}3{{/m}}{{#full}}{{.}}{{/full}}", value).output == "2x")
  }

  @Test func templatesWithoutEndStop() {
    for text in ["{{>main}}", "x{{>main}}{{>main}}", "{{<main}}{{/main}}"] {
      let (_, diagnostics) = rendered(text)
      #expect(diagnostics.map(\.rule) == ["template-without-end"])
    }
    let through = [("main", "{{<page}}{{$b}}{{>x}}{{/b}}{{/page}}"), ("page", "{{$b}}{{/b}}"), ("x", "{{$b}}{{/b}}")]
    #expect(rendered(through, [:]).diagnostics.map(\.rule) == ["template-without-end"])
  }

  @Test func recursionThroughDataEnds() {
    var node: TemplateValue = ["name": "leaf", "children": []]
    for _ in 0..<100 { node = ["name": "n", "children": [node]] }
    let (output, diagnostics) = rendered("{{name}}{{#children}}({{>main}}){{/children}}", node)
    #expect(diagnostics.isEmpty)
    #expect(output.hasSuffix("(leaf" + String(repeating: ")", count: 100)))
  }
}
