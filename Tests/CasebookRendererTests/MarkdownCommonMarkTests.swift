import CasebookRenderer
import Foundation
import HTML
import Markdown
import Testing

/// The 652 examples of CommonMark 0.30, read from the specification.
@Suite struct MarkdownCommonMarkTests {
  struct Example: Sendable {
    var number: Int
    var markdown: String
    var html: String
  }

  static let shared: URL = {
    if let path = ProcessInfo.processInfo.environment["CASEBOOK_SHARED"] { return URL(fileURLWithPath: path) }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return root.deletingLastPathComponent().appendingPathComponent("shared")
  }()

  static let specification = shared.appendingPathComponent("standards/commonmark/spec.txt")
  static let isPresent = FileManager.default.fileExists(atPath: specification.path)

  static func examples() throws -> [Example] {
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    var parts: [[String]] = []
    for line in try String(contentsOf: specification, encoding: .utf8).components(separatedBy: "\n") {
      if line == fence + " example" {
        parts = [[]]
      } else if line == fence, parts.count == 2 {
        let texts = parts.map { $0.map { $0 + "\n" }.joined().replacingOccurrences(of: "→", with: "\t") }
        examples.append(Example(number: examples.count + 1, markdown: texts[0], html: texts[1]))
        parts = []
      } else if line == ".", parts.count == 1 {
        parts.append([])
      } else if !parts.isEmpty {
        parts[parts.count - 1].append(line)
      }
    }
    return examples
  }

  static func written(_ example: Example, extensions: Bool) -> String {
    let options = Document.Options(extensions: extensions, rawHTML: true)
    let document = Document.parse(example.markdown, options: options, file: "spec.txt").document
    var writer = MarkdownWriter(rawHTMLAllowed: true)
    // Whatever an extension reads must show, also where it would print its source.
    writer.hooks.citation = { .tag("cite", [:], [.text($0.source)]) }
    writer.hooks.crossReference = { .tag("cite", [:], [.text($0)]) }
    writer.hooks.number = { .tag("data", [:], [.text($0)]) }
    writer.hooks.part = { name, _, _ in .tag("aside", [:], [.text(name)]) }
    return Node.fragment(writer.nodes(document.blocks)).string()
  }

  /// The examples that read otherwise with the extensions on.
  static let differing: [Int: String] = [
    605: "after the escaped + of an address that is no link, @bar.example.com is a citation, as in Pandoc"
  ]

  @Test(.enabled(if: isPresent, "the CommonMark specification is not beside this checkout (CASEBOOK_SHARED names its folder)"))
  func everyExamplePassesWithoutExtensions() throws {
    let examples = try Self.examples()
    #expect(examples.count == 652)
    for example in examples {
      let written = Self.written(example, extensions: false)
      #expect(normalizedHTML(written) == normalizedHTML(example.html), "example \(example.number): \(example.markdown.debugDescription)")
    }
  }

  @Test(.enabled(if: isPresent, "the CommonMark specification is not beside this checkout (CASEBOOK_SHARED names its folder)"))
  func extensionsChangeTheListedExamplesOnly() throws {
    for example in try Self.examples() {
      let isSame = normalizedHTML(Self.written(example, extensions: true)) == normalizedHTML(example.html)
      let reason = Self.differing[example.number]
      #expect(isSame == (reason == nil), "example \(example.number) (\(reason ?? "unlisted")): \(example.markdown.debugDescription)")
    }
  }
}
