import TestSupport
import Testing

/// `casebook check --changed-since`: the cases that a branch touches.
struct ChangedCasesTests {
  private static let broken = "titel: x\nstatus: published\n"

  /// A repository with the cases `a` and `b`, both with an error, committed.
  private func repository() throws -> TestFolder {
    let folder = try TestFolder(
      Sample.library(["content/cases/a/case.yaml": Self.broken, "content/cases/b/case.yaml": Self.broken, ".gitignore": "output/\n"]))
    try git(folder, "init", "-q", "-b", "main")
    try commit(folder)
    return folder
  }

  private func git(_ folder: TestFolder, _ arguments: String...) throws {
    let run = try start(
      "git", ["-c", "user.name=Test", "-c", "user.email=test@example.org"] + arguments, in: folder.path, environment: ["HOME": folder.path]
    ).wait()
    #expect(run.status == 0, "\(run.errors)")
  }

  private func commit(_ folder: TestFolder) throws {
    try git(folder, "add", "-A")
    try git(folder, "commit", "-q", "-m", "All")
  }

  /// The cases that something is said of.
  private func told(_ folder: TestFolder, _ reference: String = "main") throws -> [String] {
    let run = try casebook("check", "--changed-since", reference, "--format", "json", in: folder.path)
    return ["a", "b", "c"].filter { run.output.contains("content/cases/\($0)/") }
  }

  @Test func onlyWhatABranchTouchesIsChecked() throws {
    let folder = try repository()
    #expect(try told(folder) == [])
    #expect(try casebook("check", "--changed-since", "main", in: folder.path).status == 0)
    try git(folder, "switch", "-q", "-c", "topic")
    try folder.write("content/cases/b/narrative.md", "## Case\n\nNew.\n")
    try folder.write("README.md", "Not read by a case.\n")
    #expect(try told(folder) == ["b"], "what is not committed counts")
    try commit(folder)
    #expect(try told(folder) == ["b"])
    try folder.write("content/cases/c/case.yaml", Self.broken)
    #expect(try told(folder) == ["b", "c"], "a new file counts")
    #expect(try casebook("check", "--changed-since", "main", in: folder.path).status == 1)
    try folder.write("content/site.yaml", Sample.site + "department: Podiatry\n")
    #expect(try told(folder) == ["a", "b", "c"], "what all cases read counts for all")
  }

  @Test func whatIsNoCommitIsAWrongCall() throws {
    let folder = try repository()
    for reference in ["nowhere", "--output=x"] {
      let run = try casebook("check", "--changed-since=\(reference)", in: folder.path)
      #expect(run.status == 2 && run.errors.contains("can't tell what changed"), "\(reference): \(run.errors)")
    }
    let plain = try TestFolder(Sample.library())
    #expect(try casebook("check", "--changed-since", "main", in: plain.path).status == 2)
  }
}
