import CasebookBuild
import Citations
import Diagnostics
import Files
import Foundation
import Testing

/// References between formats, and printed lists, as the commands call them.
@Suite struct ImportReferencesTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "casebook-import-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func file(_ name: String, _ text: String) throws -> String {
    let file = folder.appending(path: name)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  private func remove() throws { try FileManager.default.removeItem(at: folder) }

  private static let ris = "TY  - JOUR\r\nID  - roe2012\r\nAU  - Roe, Jane\r\nTI  - Feet\r\nT2  - Foot\r\nPY  - 2012\r\nER  - \r\n"

  @Test(arguments: ReferenceFormat.allCases.filter { $0 != .nbib })
  func joinsFilesInEveryFormat(format: ReferenceFormat) throws {
    let files = [
      try file("a.ris", Self.ris), try file("b.bib", "@book{smith2020, author = {Smith, Ann}, title = {Skin}, year = 2020}"),
    ]
    let (bytes, diagnostics) = try importReferences(files, to: format)
    #expect(diagnostics.isEmpty)
    let (references, problems) = ReferenceReader.read(bytes, as: format, file: "out.\(format.fileExtension)")
    #expect(problems.isEmpty)
    #expect(references.map(\.id) == ["roe2012", "smith2020"])
    #expect(references.first?.names["author"]?.first?.family == "Roe")
    try remove()
  }

  @Test func whatCannotBeReadIsSaidAndTheRestWritten() throws {
    let files = [try file("a.ris", Self.ris), try file("b.ris", Self.ris), try file("c.txt", "hello"), try file("d.bib", "\n")]
    let (bytes, diagnostics) = try importReferences(files, to: .ris)
    #expect(ReferenceReader.read(bytes, as: .ris, file: "out.ris").references.map(\.id) == ["roe2012"])
    #expect(diagnostics.map(\.rule) == ["duplicate-reference-key", "unknown-reference-format", "no-references"])
    #expect(diagnostics.first?.notes.first?.location?.file == files[0])
    #expect(throws: FileProblem.self) { try importReferences([folder.path + "/none.bib"], to: .ris) }
    #expect(throws: FileProblem.self) { try importReferences([folder.path], to: .ris) }
    try remove()
  }

  @Test func printedListsAreCheckedWithoutASite() throws {
    let list = try file(
      "old.txt", "1. LeRoy EC, Medsger TA. Criteria for the classification of early SSc. J Rheumatol. 2001;28(7):1576-1568.\n")
    let diagnostics = try checkPrintedReferences(list)
    #expect(diagnostics.contains { $0.rule == "reversed-page-range" && $0.severity == .error && $0.location?.line == 1 })
    #expect(diagnostics.last?.rule == "printed-references-only")
    #expect(diagnostics.last?.summary.contains("authors-match-record") == true)
    #expect(try checkPrintedReferences(try file("empty.txt", "\n")).map(\.rule) == ["no-references"])
    try remove()
  }
}
