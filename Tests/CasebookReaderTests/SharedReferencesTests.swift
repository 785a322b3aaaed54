import CasebookModel
import CasebookReader
import Testing

@Suite struct SharedReferencesTests {
  private let shared = #"[{"id": "balin", "type": "book", "title": "B"}, {"id": "unused", "type": "book", "title": "U"}]"#

  @Test func aCitedSharedReferenceBecomesTheCases() throws {
    let own = #"[{"id": "own", "type": "book", "title": "O"}]"#
    let site = try TemporarySite([
      "content/references/all.json": shared, "content/cases/foot/case.yaml": "title: T\nkey-message: As known [@balin]\n",
      "content/cases/foot/narrative.md": "Seen [@balin].", "content/cases/foot/references.json": own,
    ])
    let result = try site.readCase()
    #expect(result.problems == [])
    #expect(result.case?.references.map(\.id) == ["own", "balin"])
  }

  @Test func aKeyThatIsUsedInTwoFilesIsReported() throws {
    let site = try TemporarySite(["content/references/a.json": shared, "content/references/b.json": shared])
    var files = try site.files()
    let result = SharedReferences.read(from: &files)
    #expect(result.0.references.map(\.id) == ["balin", "unused"])
    #expect(result.1.map(\.rule) == ["duplicate-reference-key", "duplicate-reference-key"])
  }
}
