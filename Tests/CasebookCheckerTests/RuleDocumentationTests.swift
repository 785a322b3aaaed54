import Foundation
import Testing

@testable import CasebookChecker

@Suite struct RuleDocumentationTests {
  private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func idsAreUnique() {
    let ids = RuleDocumentation.all.map(\.id)
    #expect(ids.count == Set(ids).count)
    for rule in RuleDocumentation.all {
      #expect(rule.id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(rule.id)")
      #expect(!rule.headline.hasSuffix(".") && !rule.remedy.hasSuffix(".") && rule.headline.first?.isUppercase == true, "\(rule.id)")
    }
  }

  @Test func rulesShowExamples() {
    for rule in Rules.all {
      #expect(!rule.documentation.why.isEmpty && !rule.documentation.bad.isEmpty && !rule.documentation.good.isEmpty, "\(rule.id)")
    }
  }

  /// Every id that the sources report, by the ways in which they do.
  @Test func everyReportedIdIsDocumented() throws {
    let before = [
      "Rejection(\"", "rule: \"", "rule = \"", ".diagnostic(\"", "PublishProblem(\"", "self.init(\"", ".init(\"", "Problem(\"",
    ]
    var found: [String: String] = [:]
    let sources = root.appendingPathComponent("Sources")
    for case let file as URL in FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil) ?? .init()
    where file.pathExtension == "swift" && !file.path.contains("/CasebookChecker/") && !file.path.contains("Suite/") {
      let text = try String(contentsOf: file, encoding: .utf8)
      let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for severity in [".error", ".warning", ".info", "severity", "worst"] {
        for piece in flat.components(separatedBy: "\(severity), \"").dropFirst() { add(piece, file, to: &found) }
      }
      for start in before {
        for piece in flat.replacingOccurrences(of: "( ", with: "(").components(separatedBy: start).dropFirst() {
          add(piece, file, to: &found)
        }
      }
      if file.lastPathComponent == "ImageProblem.swift" {
        for piece in flat.components(separatedBy: ": \"image-").dropFirst() { add("image-" + piece, file, to: &found) }
      }
    }
    #expect(found.count > 100)
    for (id, file) in found where RuleDocumentation.of(id) == nil { Issue.record("\(id) of \(file) has no documentation") }
  }

  /// The id at the beginning of a piece of source, if it is one: kebab-case words up to the closing quote.
  private func add(_ piece: String, _ file: URL, to found: inout [String: String]) {
    let id = String(piece.prefix { $0.isLowercase && $0.isASCII || $0.isNumber || $0 == "-" })
    guard id.contains("-"), piece.dropFirst(id.count).first == "\"" else { return }
    found[id] = file.lastPathComponent
  }

  @Test func explainsARule() throws {
    let text = try #require(RuleDocumentation.of("laterality")).text
    #expect(text.hasPrefix("laterality (error)\n\nRight and left agree.\n\n"))
    #expect(text.contains("Reported:\n\n    - {id: heel-1"))
    #expect(text.contains("rules: {laterality: off}"))
    #expect(try #require(RuleDocumentation.of("unknown-key")).text.contains("can't be waived"))
  }

  /// docs/diagnostics.md ends with the table of rules; `RECORD=1` writes it anew.
  @Test func theDocumentListsEveryRule() throws {
    let file = root.appendingPathComponent("docs/diagnostics.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "\n## Rules\n"))
    let introduction =
      "\n`casebook explain` without a name lists them all, and with one shows why the rule is there, what sets it off and what doesn't.\n\n"
    let expected = text[..<start.upperBound] + introduction + RuleDocumentation.table
    if ProcessInfo.processInfo.environment["RECORD"] != nil { try String(expected).write(to: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: file, encoding: .utf8) == String(expected))
  }
}
