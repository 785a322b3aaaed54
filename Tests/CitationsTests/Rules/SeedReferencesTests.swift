import Diagnostics
import Foundation
import Testing

@testable import Citations

/// The six references of a real poster, which lie beside the project and are not part of it.
@Suite struct SeedReferencesTests {
  private static let shared: String = {
    if let folder = ProcessInfo.processInfo.environment["CASEBOOK_SHARED"] { return folder }
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.deletingLastPathComponent().appending(path: "shared").path
  }()

  private static func text(_ name: String) -> String? {
    // A missing file is why the test is skipped.
    try? String(contentsOfFile: shared + "/" + name, encoding: .utf8)
  }

  private static let poster = text("seed/poster-text.txt")
  private static let records = text("reference-styles-items.json")

  private func list() throws -> PrintedReferenceList {
    let text = try #require(Self.poster)
    let start = try #require(text.range(of: "#### Resources"))
    return PrintedReferenceList.parse(String(text[start.lowerBound...]))
  }

  /// Codes of the rules and the entries they speak of, 0 for the list.
  private func codes(_ diagnostics: [Diagnostic], _ severity: Severity, in list: PrintedReferenceList) -> [String: [Int]] {
    var codes: [String: [Int]] = [:]
    for diagnostic in diagnostics where diagnostic.severity == severity {
      let line = diagnostic.location?.line ?? 0
      let entry = list.references.lastIndex { $0.location.line <= line }.map { $0 + 1 } ?? 0
      let isOfList = diagnostic.location?.length == 0
      codes[diagnostic.notes.first?.text ?? diagnostic.rule, default: []].append(isOfList ? 0 : entry)
    }
    return codes
  }

  @Test(.enabled(if: poster != nil, "the poster's text is not there: set CASEBOOK_SHARED"))
  func fromTheTextAlone() throws {
    let list = try list()
    #expect(list.references.count == 6)
    let diagnostics = list.check()
    #expect(codes(diagnostics, .error, in: list) == ["R01": [1], "R02": [1], "R05": [1, 4, 5], "R07": [1, 2, 4, 6], "R11": [3, 6]])
    #expect(
      codes(diagnostics, .warning, in: list) == [
        "R03": [2, 4], "R04": [1, 4, 5], "R06": [2, 4], "R08": [4, 5], "R12": [1, 3, 5, 6], "R13": [1, 3, 4, 5, 6], "R15": [0], "R17": [0],
      ])
    #expect(codes(diagnostics, .info, in: list) == ["R04": [2], "R16": [1, 2, 4, 5]])
    #expect(diagnostics.count == 36)
  }

  @Test(.enabled(if: poster != nil && records != nil, "the poster's text or the records are not there: set CASEBOOK_SHARED"))
  func withRecords() throws {
    let list = try list()
    let records = ReferenceReader.read(Array(try #require(Self.records).utf8), file: "items.json")
    #expect(records.diagnostics.isEmpty && records.references.count == 35)
    let needed = Set(PrintedReferenceRule.all.filter(\.needsRecords).map(\.id))
    let diagnostics = list.check(records: records.references).filter { needed.contains($0.rule) }
    #expect(codes(diagnostics, .error, in: list) == ["R09": [1], "R18": [3]])
    #expect(codes(diagnostics, .warning, in: list) == ["R10": [3, 6], "R14": [1, 4, 5]])
  }

  @Test(.enabled(if: records != nil, "the records are not there: set CASEBOOK_SHARED"))
  func recordsComeBackFromEveryFormat() throws {
    let bytes = Array(try #require(Self.records).utf8)
    let references = ReferenceReader.read(bytes, file: "items.json").references
    for format in [ReferenceFormat.cslJSON, .cslYAML, .bibtex, .ris] {
      let written = try #require(ReferenceWriter.write(references, as: format))
      let read = ReferenceReader.read(written, as: format, file: "again")
      #expect(read.diagnostics.isEmpty && read.references.map(\.id) == references.map(\.id))
      for (again, reference) in zip(read.references, references) {
        #expect(again.names["author"] == reference.names["author"] && again.dates["issued"] == reference.dates["issued"], "\(format)")
        let title = { (reference: Reference) in PlainText.withoutTags(reference.variables["title"] ?? "").replacing("'", with: "’") }
        #expect(title(again) == title(reference))
      }
    }
  }
}
