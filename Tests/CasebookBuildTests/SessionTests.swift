import CasebookBuild
import TestSupport
import Testing

/// A program that builds again and again, told what changed.
struct SessionTests {
  private func session(_ folder: TestFolder, drafts: Bool = false) -> BuildSession {
    var options = BuildOptions(root: folder.path, output: folder.path + "/private", keepsGoing: true, jobs: 2)
    options.showsDrafts = drafts
    options.collectsReads = true
    return BuildSession(options)
  }

  @Test func whatIsToldIsMadeAndNothingElse() async throws {
    let folder = try TestFolder(Sample.library())
    let session = session(folder)
    let first = try await session.build()
    #expect(first.isComplete && first.reads.isSuperset(of: ["content/site.yaml", "content/cases/a", "content/cases/a/narrative.md"]))
    #expect(first.reads.contains("templates"))  // it is not there, and would matter
    try folder.write("content/cases/a/narrative.md", Sample.narrative + "\nMore.\n")
    let second = try await session.build(changed: ["content/cases/a/narrative.md", "content/cases/a"])
    #expect(second.made.filter(\.isChanged).map(\.path) == ["cases/a/index.html", "cases/a/poster.html"])
    #expect(try await session.build(changed: []).made == [])
    let other = try TestFolder(Sample.library(["content/cases/a/narrative.md": Sample.narrative + "\nMore.\n"]))
    _ = try await other.build()
    #expect(differences(folder.files(in: "private"), other.output) == [])
  }

  @Test func errorsComeAndGo() async throws {
    let folder = try TestFolder(Sample.library())
    let session = session(folder)
    _ = try await session.build()
    let before = folder.files(in: "private")
    try folder.write("content/cases/a/case.yaml", "title: [")
    let broken = try await session.build(changed: ["content/cases/a/case.yaml"])
    #expect(
      !broken.isComplete && broken.problems["a"]?.isEmpty == false && broken.problems["b"]?.contains { $0.severity == .error } != true)
    #expect(differences(before, folder.files(in: "private")) == [])
    try folder.write("content/site.yaml", "titel: x\n")
    #expect(try await session.build(changed: ["content/site.yaml"]).errors.contains("content/site.yaml:1: unknown-key"))
    try folder.write("content/site.yaml", Sample.site)
    try folder.write("content/cases/a/case.yaml", Sample.case("Mended"))
    let mended = try await session.build(changed: ["content/cases/a/case.yaml", "content/site.yaml"])
    #expect(mended.isComplete && folder.text("private/cases/a/index.html")?.contains("Mended") == true)
  }

  @Test func draftsAreShownWhereTheyAreAskedFor() async throws {
    let folder = try TestFolder(Sample.library(Sample.files("c", Sample.case("A draft", status: "draft"))))
    _ = try await session(folder, drafts: true).build()
    #expect(folder.text("private/cases/c/index.html")?.contains("A draft") == true)
    #expect(folder.text("private/index.html")?.contains("A draft") == false)
    _ = try await folder.build()
    #expect(!folder.outputPaths.contains { $0.hasPrefix("cases/c/") })
  }
}
