import CasebookModel
import CasebookReader
import Testing

@Suite struct PageReaderTests {
  private func read(_ pages: [String: String]) throws -> (pages: [Page], problems: [String]) {
    let folder = try TemporarySite(Dictionary(uniqueKeysWithValues: pages.map { ("content/pages/" + $0, $1) }))
    var files = try folder.files()
    let result = PageReader.read(site: Site(), from: &files)
    return (result.pages, result.diagnostics.map { $0.line(in: "content/pages/") })
  }

  @Test func theFirstHeadingIsTheTitle() throws {
    let result = try read(["contact.md": "Text\n\n# Contact *us*\n", "about.md": "# About\n", "notes.txt": "x"])
    #expect(result.pages.map(\.name) == ["about", "contact"])
    #expect(result.pages.map(\.title) == ["About", "Contact us"])
    #expect(result.problems == [])
  }

  @Test func whatAPageCannotHaveIsReported() throws {
    let result = try read(["our-team.md": "No heading ![](x.jpg)\n\n```{timeline}\n```\n", "Über.md": "# x"])
    #expect(result.pages.map(\.title) == ["Our team"])
    #expect(result.problems.map { $0.split(separator: " ")[1] } == ["unknown-part", "undeclared-picture", "warning", "invalid-slug"])
  }

  @Test func noFolderMeansNoPages() throws {
    var files = try TemporarySite().files()
    #expect(PageReader.read(site: Site(), from: &files).pages.isEmpty)
  }
}
