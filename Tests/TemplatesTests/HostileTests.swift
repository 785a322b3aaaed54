import Diagnostics
import Testing

@testable import Templates

/// Any bytes at all are read, and whatever comes of them is rendered, without harm.
struct HostileTests {
  /// A small generator with a seed of its own, so that a failure can be seen again.
  private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let fragments = [
    "{{", "}}", "{{{", "}}}", "{{#", "{{^", "{{/", "{{$", "{{<", "{{>", "{{!", "{{=", "=}}", "{{&", "a", "b", "main", "other", ".", "a.b",
    " ",
    "\n", "\r\n", "  ", "\t", "<% %>", "<%", "%>", "| |", "é", "{{a}}", "{{#a}}", "{{/a}}", "{{$b}}", "{{/b}}", "{{<other}}", "{{/other}}",
    "{{>main}}", "  {{>other}}\n", "text",
  ]

  @Test(arguments: 0..<20)
  func anySequenceOfFragmentsIsHandled(seed: Int) {
    var chance = Chance(state: UInt64(seed) &+ 99)
    let value: TemplateValue = ["a": ["b": "x"], "b": ["1", "2"], "main": .flag(true)]
    for _ in 0..<200 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 0..<25, using: &chance)).map { _ in Self.fragments.randomElement(using: &chance) ?? "" }
      }
      let templates = [("main", texts[0].joined()), ("other", texts[1].joined())]
      for (name, text) in templates {
        let (template, diagnostics) = Template.parse(Array(text.utf8), file: name)
        #expect((template == nil) == diagnostics.containErrors)
        for diagnostic in diagnostics { #expect(isInside(diagnostic, text), "\(diagnostic) in \(text)") }
      }
      let (output, diagnostics) = rendered(templates, value)
      #expect(output.isEmpty || !diagnostics.containErrors)
    }
  }

  private func isInside(_ diagnostic: Diagnostic, _ text: String) -> Bool {
    guard let location = diagnostic.location else { return false }
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(location.line - 1) else { return false }
    let width = lines[location.line - 1].count
    return location.column >= 1 && location.column - 1 + location.length <= width
  }

  @Test func emptyAndHugeFilesAreHandled() {
    #expect(rendered("").output.isEmpty)
    let text = String(repeating: "a line of text\n", count: 500_000)
    #expect(rendered(text).output == text)
    #expect(rendered("{{" + String(repeating: "x", count: 5_000_000)).diagnostics.map(\.summary) == ["Tag has no end"])
    let name = String(repeating: "a ", count: 100_000)
    #expect(rendered("{{\(name)}}").diagnostics.allSatisfy { $0.summary.utf8.count < 200 })
  }
}
