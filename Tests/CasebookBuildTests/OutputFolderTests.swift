import CasebookBuild
import CasebookPublisher
import Files
import Foundation
import TestSupport
import Testing

/// The output folder is somebody's: nothing of others is touched, and nothing leads out of it.
struct OutputFolderTests {
  @Test func aFolderOfOthersIsRefused() async throws {
    let folder = try TestFolder(Sample.library(["output/thesis.doc": "mine"]))
    #expect(try await folder.refusal() == "output-folder-is-foreign")
    #expect(folder.outputPaths == ["thesis.doc"])
  }

  @Test func aFileOfOthersInTheWayIsKept() async throws {
    let folder = try TestFolder(Sample.library())
    _ = try await folder.build()
    let before = folder.output
    try folder.write("output/cases/c/index.html", "mine")
    try folder.write("content/cases/c/case.yaml", Sample.case("Case C"))
    try folder.write("content/cases/c/narrative.md", Sample.narrative)
    #expect(try await folder.refusal() == "output-path-taken")
    #expect(folder.page("cases/c/index.html") == "mine")
    #expect(differences(before, folder.output) == ["cases/c/index.html"])
  }

  @Test func linksLeadNowhere() async throws {
    let other = try TestFolder(["index.html": "theirs"])
    let folder = try TestFolder(Sample.library())
    _ = try await folder.build()
    try folder.remove("output/cases/a")
    try folder.link("output/cases/a", to: other.path)
    try folder.write("content/cases/a/case.yaml", Sample.case("New A"))
    #expect(try await folder.refusal() == "output-path-is-link")
    #expect(other.files(in: "").count == 1 && other.text("index.html") == "theirs")
  }

  @Test func sourcesOutsideTheSiteAreNotRead() async throws {
    let other = try TestFolder(["secret.md": "## Secret\n\nA name.\n", "secret.svg": Sample.drawing])
    let folder = try TestFolder(Sample.library())
    try folder.link("content/cases/a/narrative.md.real", to: other.path + "/secret.md")
    try folder.remove("content/cases/a/narrative.md")
    try folder.link("content/cases/a/narrative.md", to: other.path + "/secret.md")
    try folder.link("content/cases/b/figures", to: other.path)
    try folder.write(
      "content/cases/b/case.yaml",
      Sample.case(
        "Case B",
        """
        figures:
          - {id: one, file: figures/secret.svg, kind: diagram, alt: x}
          - {id: two, file: ../../../../secret.svg, kind: diagram, alt: x}
          - {id: three, file: /etc/passwd, kind: diagram, alt: x}
        """))
    let report = try await folder.build()
    #expect(!report.isComplete && folder.output.isEmpty)
    let files = Set(report.diagnostics.filter { $0.severity == .error }.compactMap(\.location?.file))
    #expect(files.contains("content/cases/a/narrative.md") && files.contains("content/cases/b/case.yaml"))
    let lines = report.diagnostics.filter { $0.location?.file == "content/cases/b/case.yaml" }.compactMap(\.location?.line)
    #expect(Set([10, 11, 12]).isSubset(of: Set(lines)))
  }

  @Test func twoBuildsAtOnceAreKeptApart() async throws {
    let folder = try TestFolder(Sample.library())
    let first = try Publication(output: folder.path + "/output")
    #expect(try await folder.refusal() == "output-folder-in-use")
    first.abandon()
    withExtendedLifetime(first) {}
  }

  @Test func manyBuildsAtOnceEndWithOneSite() async throws {
    let folder = try TestFolder(Sample.library())
    let rules = await withTaskGroup(of: String?.self) { group in
      for _ in 0..<6 {
        group.addTask { do { return try await folder.refusal() } catch { return "\(error)" } }
      }
      var rules: [String?] = []
      for await rule in group { rules.append(rule) }
      return rules
    }
    #expect(rules.contains(nil))
    #expect(rules.compactMap { $0 }.allSatisfy { $0 == "output-folder-in-use" })
    let reference = try TestFolder(Sample.library())
    _ = try await reference.build()
    #expect(differences(folder.output, reference.output) == [])
  }

  @Test func anOutputThatIsAFileIsRefused() async throws {
    let folder = try TestFolder(Sample.library(["output": "a file"]))
    #expect(try await folder.refusal() != nil)
    #expect(folder.text("output") == "a file")
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func anOutputWithoutPermissionIsRefused() async throws {
    let folder = try TestFolder(Sample.library())
    try folder.makeFolder("output")
    chmod(folder.path + "/output", 0o500)
    defer { chmod(folder.path + "/output", 0o700) }
    #expect(try await folder.refusal() == "output-not-writable")
  }

  @Test func aSiteThatVanishedIsAProblemOfTheMachine() async throws {
    let folder = try TestFolder(Sample.library())
    try folder.remove("content")
    try FileManager.default.removeItem(atPath: folder.path)
    await #expect(throws: FileProblem.self) { try await folder.build() }
  }

  @Test func cleaningRemovesOwnFilesAlone() async throws {
    let folder = try TestFolder(Sample.library())
    _ = try await folder.build()
    try folder.write("output/mine.html", "mine")
    let removed = try cleanOutput(folder.path + "/output")
    #expect(removed > 8)
    #expect(folder.outputPaths.filter { !$0.hasPrefix(".") } == ["mine.html"])
    #expect(folder.exists(".casebook/cache"))
    try cleanCache(of: folder.path)
    #expect(!folder.exists(".casebook/cache"))
    try cleanCache(of: folder.path)
  }
}
