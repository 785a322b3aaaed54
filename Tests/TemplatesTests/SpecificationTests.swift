import DataFormats
import Diagnostics
import Foundation
import Testing

@testable import Templates

/// The folder of outside standards: `CASEBOOK_SHARED`, or `shared` beside the checkout.
private let specification: String = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  let shared = ProcessInfo.processInfo.environment["CASEBOOK_SHARED"] ?? root.deletingLastPathComponent().appending(path: "shared").path
  return shared + "/standards/mustache"
}()

/// The official Mustache specification. Where it asks for silence on an unknown name, the error is the expected result.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: specification), "the Mustache specification is not beside the checkout"))
struct SpecificationTests {
  @Test(arguments: ["interpolation", "sections", "inverted", "comments", "partials", "delimiters", "~inheritance"])
  func passes(file: String) throws {
    let path = "\(specification)/\(file).json"
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let document = try #require(JSON.parse(Array(bytes), file: path).node)
    let cases = try #require(document["tests"]?.elements)
    #expect(cases.count >= 12)
    for (index, one) in cases.enumerated() { try check(one, file: file, index: index) }
    let names = Set(cases.compactMap { $0["name"]?.text })
    for key in errors.keys where key.hasPrefix("\(file): ") {
      #expect(names.contains(String(key.dropFirst(file.count + 2))), "the specification has no \(key)")
    }
  }

  private func check(_ one: DataFormats.Node, file: String, index: Int) throws {
    let name = "\(file): \(try #require(one["name"]?.text))"
    var templates = [("main", try #require(one["template"]?.text))]
    templates += (one["partials"]?.entries ?? []).map { ($0.key.value, $0.value.text ?? "") }
    let (output, diagnostics) = rendered(templates, value(try #require(one["data"])))
    let problems = diagnostics.filter { $0.severity == .error }
    if let expected = errors[name] {
      #expect(problems.first.map(described) == expected, "\(name)")
    } else {
      #expect(problems.isEmpty, "\(name): \(problems.map(described))")
      #expect(output == one["expected"]?.text, "\(name)")
    }
  }

  private func described(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map { "\($0.file):\($0.line):\($0.column)" } ?? "-"
    return "\(diagnostic.rule) \(place) \(diagnostic.summary)"
  }

  /// JSON's null says that a value is known not to be there, as `false` does.
  private func value(_ node: DataFormats.Node) -> TemplateValue {
    switch node.content {
    case .scalar(let text, isPlain: true) where text == "true" || text == "false": .flag(text == "true")
    case .scalar(let text, isPlain: true) where text == "null": .flag(false)
    case .scalar(let text, _): .text(text)
    case .sequence(let elements): .list(elements.map(value))
    case .mapping(let entries): .object(Dictionary(entries.map { ($0.key.value, value($0.value)) }, uniquingKeysWith: { $1 }))
    }
  }
}

/// The cases that ask for silence, and what is said instead.
private let errors = [
  "interpolation: Basic Context Miss Interpolation": "unknown-template-name main:1:6 \"cannot\" is not known here",
  "interpolation: Triple Mustache Context Miss Interpolation": "unknown-template-name main:1:7 \"cannot\" is not known here",
  "interpolation: Ampersand Context Miss Interpolation": "unknown-template-name main:1:7 \"cannot\" is not known here",
  "interpolation: Dotted Names - Broken Chains": "unknown-template-name main:1:6 \"a\" has no \"b\"",
  "interpolation: Dotted Names - Broken Chain Resolution": "unknown-template-name main:1:8 \"a.b\" has no \"c\"",
  "interpolation: Dotted Names - Context Precedence": "unknown-template-name main:1:11 \"b\" has no \"c\"",
  "interpolation: Dotted Names are never single keys": "unknown-template-name main:1:3 \"a\" is not known here",
  "sections: Context Misses": "unknown-template-name main:1:5 \"missing\" is not known here",
  "sections: Dotted Names - Broken Chains": "unknown-template-name main:1:7 \"a\" has no \"b\"",
  "inverted: Context Misses": "unknown-template-name main:1:5 \"missing\" is not known here",
  "inverted: Dotted Names - Broken Chains": "unknown-template-name main:1:7 \"a\" has no \"b\"",
  "partials: Failed Lookup": "unknown-template main:1:5 There is no template \"text\"",
  "~inheritance: Negative Sections": "unknown-template-name main:1:20 \"bar\" is not known here",
]
