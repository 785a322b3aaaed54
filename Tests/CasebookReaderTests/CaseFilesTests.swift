import CasebookModel
import CasebookReader
import Files
import Foundation
import Testing

/// What may be wrong with the files and folders themselves.
@Suite struct CaseFilesTests {
  private let base = "content/cases/foot/"

  @Test func aMissingFolderIsReported() throws {
    let result = try TemporarySite(["content/site.yaml": ""]).readCase()
    #expect(result.case == nil)
    #expect(
      result.problems == [
        "content/cases/foot:1:1 file-unreadable \"content/cases/foot\" does not exist → check the spelling; capital and small letters differ"
      ])
  }

  @Test func aFolderWithoutACaseIsReported() throws {
    let result = try TemporarySite([base + "case.yml": "title: T", base + "narative.md": "x"]).readCase()
    #expect(result.case == nil)
    #expect(
      result.problems == [
        "case.yml:1:1 warning misspelled-file \"case.yml\" is not read → did you mean \"case.yaml\"?",
        "narative.md:1:1 warning misspelled-file \"narative.md\" is not read → did you mean \"narrative.md\"?",
        "content/cases/foot:1:1 missing-file Folder has no case.yaml → add case.yaml",
      ])
  }

  @Test(arguments: ["", "# nothing\n", "~"])
  func anEmptyCaseIsReported(text: String) throws {
    let result = try readCase(["case.yaml": text])
    #expect(result.case == nil)
    #expect(result.problems == ["case.yaml:1:1 empty-file case.yaml is empty → begin it with \"title: …\""])
  }

  @Test(arguments: ["- a\n", "just text\n"])
  func aCaseThatIsNoMappingIsReported(text: String) throws {
    let result = try readCase(["case.yaml": text])
    #expect(result.case == nil)
    #expect(result.problems.first?.contains("wrong-type A case's keys and values are expected") == true)
  }

  @Test(arguments: ["case.yaml", "narrative.md", "measurements.csv", "references.json"])
  func aFolderWhereAFileShouldBeIsReported(name: String) throws {
    var files = [base + "case.yaml": "title: T\nwounds: [{id: foot}]\n", base + "narrative.md": "x"]
    files[base + name] = nil
    files[base + name + "/inner.txt"] = "x"
    let problems = try TemporarySite(files).readCase().problems
    #expect(problems.contains { $0.contains("is a folder, not a file") })
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func anUnreadableFileIsReported() throws {
    let site = try TemporarySite([base + "case.yaml": "title: T\n", base + "narrative.md": "x"])
    chmod(site.root + "/" + base + "narrative.md", 0)
    #expect(
      try site.readCase().problems == [
        "narrative.md:1:1 file-unreadable \"content/cases/foot/narrative.md\" may not be read or written → check the owner and the permissions"
      ])
  }

  @Test func aLinkThatLeadsOutsideIsRefused() throws {
    let site = try TemporarySite([base + "case.yaml": "title: T\nfigures: [{id: f, file: figures/out.gif}]\n"])
    try FileManager.default.createDirectory(atPath: site.root + "/" + base + "figures", withIntermediateDirectories: true)
    symlink("/etc/passwd", site.root + "/" + base + "narrative.md")
    symlink("/etc/passwd", site.root + "/" + base + "figures/out.gif")
    let problems = try site.readCase().problems
    #expect(problems.count == 2)
    #expect(problems.allSatisfy { $0.contains("leads outside the site's folder") })
  }

  @Test func brokenUTF8IsPlacedInEveryText() throws {
    let site = try TemporarySite()
    for name in ["case.yaml", "narrative.md", "poster.md"] {
      try site.write(Array("ok\nb".utf8) + [0xE9], to: base + name)
    }
    let problems = try site.readCase().problems.filter { $0.contains("invalid-utf8") }.map { String($0.prefix { $0 != " " }) }
    #expect(problems.sorted() == ["case.yaml:2:2", "narrative.md:2:2", "poster.md:2:2"])
  }

  @Test func pictureFilesWithOddNamesAreRead() throws {
    let names = ["with space.gif", "quote'\".gif", "new\nline.gif", "emoji😀.gif", "שלום.gif", "#hash%20.gif"]
    let yaml = "title: T\nfigures:\n" + names.enumerated().map { "  - {id: f\($0), file: \(quoted("figures/" + $1))}\n" }.joined()
    var files = ["case.yaml": yaml]
    for name in names { files["figures/" + name] = tinyPicture }
    let result = try readCase(files)
    #expect(result.problems == [])
    #expect(result.case?.figures.map(\.image?.width) == names.map { _ in 1 })
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacingOccurrences(of: "\"", with: "\\\"").replacingOccurrences(of: "\n", with: "\\n") + "\""
  }

  @Test func whatIsNoPictureIsReportedAtTheKey() throws {
    let result = try readCase(["case.yaml": "title: T\nfigures: [{id: f, file: a.jpg}, {id: g, file: fgures/a.jpg}]\n", "a.jpg": "hello"])
    #expect(result.problems.count == 2)
    #expect(result.problems.first?.hasPrefix("case.yaml:2:25 image-unreadable \"a.jpg\"") == true)
    #expect(result.case?.figures.count == 2)
  }

  @Test(arguments: ["Foot", "my foot", "fuß", "-x", "a_b"])
  func aFolderNameMustBeAnAddress(slug: String) throws {
    let result = try TemporarySite(["content/cases/\(slug)/case.yaml": "title: T\nfoo: 1\n", "content/cases/\(slug)/narrative.md": "x"])
      .readCase(slug)
    #expect(result.case == nil)
    #expect(result.problems.map { $0.split(separator: " ")[1] }.count == 2)
    #expect(result.problems.first?.contains("invalid-slug") == true)
  }

  @Test func foldersOfCasesAreListedInOrder() throws {
    let site = try TemporarySite([
      "content/cases/b/x": "", "content/cases/a/x": "", "content/cases/README.md": "", "content/cases/.git/x": "",
    ])
    var files = try site.files()
    #expect(CaseFolders.slugs(from: &files).slugs == ["a", "b"])
    var none = try TemporarySite().files()
    #expect(CaseFolders.slugs(from: &none).slugs == [])
  }

  @Test func aCaseWithoutASiteIsReadFromItsOwnFolder() throws {
    let site = try TemporarySite([
      "case.yaml": "title: T\nfigures: [{id: f, file: figures/a.gif}]\n", "narrative.md": "x", "figures/a.gif": tinyPicture,
    ])
    var files = try site.files()
    let result = CaseReader(site: Site()).read("foot", in: "", from: &files)
    #expect(result.diagnostics.isEmpty)
    #expect(result.case?.figures.first?.file?.value == "figures/a.gif")
  }

  @Test func allReadsAreNoted() throws {
    let site = try TemporarySite([base + "case.yaml": "title: T\n", base + "narrative.md": "x"])
    var files = try site.files()
    _ = CaseReader(site: Site()).read("foot", from: &files)
    #expect(files.reads.map(\.path) == ["content/cases/foot", "content/cases/foot/case.yaml", "content/cases/foot/narrative.md"])
  }
}
