import Foundation
import TestSupport
import Testing

/// The program as people and scripts call it: statuses, streams, help.
struct CommandLineTests {
  @Test func versionAndHelpGoToStandardOutput() throws {
    let version = try casebook("--version")
    #expect(version.status == 0 && version.output.contains(".") && version.errors.isEmpty)
    let help = try casebook("--help")
    #expect(help.status == 0 && help.errors.isEmpty)
    for command in ["build", "check", "new", "schema", "doctor", "clean"] { #expect(help.output.contains("  \(command) ")) }
    #expect(try casebook("build", "--help").output.contains("--keep-going"))
  }

  @Test(arguments: [
    ["bild"], ["build", "--kep-going"], ["build", "--jobs", "many"], ["build", "--jobs", "0"], ["check", "--format", "xml"],
    ["check", "--fail-on", "worry"], ["schema", "page"], ["new", "case"], ["new", "case", "Not A Slug", "--title", "x"], ["schema"],
    ["build", "--site", "/nowhere/at/all"],
  ])
  func aWrongCallIsTwo(arguments: [String]) throws {
    let run = try start(casebookPath, arguments, in: "/").wait()
    #expect(run.status == 2, "\(arguments): \(run.errors)")
    #expect(!run.errors.isEmpty && run.output.isEmpty)
  }

  @Test func explainTellsARuleOrListsThemAll() throws {
    let one = try casebook("explain", "figure-needs-alt-text")
    #expect(one.status == 0 && one.errors.isEmpty)
    let parts = ["Figure needs alternative text.", "Reported:", "Not reported:", "To mend it,", "waivers:"]
    for part in parts { #expect(one.output.contains(part)) }
    let all = try casebook("explain")
    #expect(all.status == 0 && all.output.split(separator: "\n").count > 100)
    let unknown = try casebook("explain", "figure-needs-alt-txt")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean \"figure-needs-alt-text\"?"))
  }

  @Test(arguments: ["build", "check", "clean"])
  func outsideASiteIsTwo(command: String) throws {
    let folder = try TestFolder()
    let run = try casebook(command, in: folder.path)
    #expect(run.status == 2 && run.errors.contains("content/site.yaml"))
    #expect(folder.files(in: "").isEmpty)
  }

  @Test func aCaseThatIsNotThereIsTwo() throws {
    let folder = try TestFolder(Sample.library())
    #expect(try casebook("build", "--only", "c", in: folder.path).status == 2)
    #expect(try casebook("check", "c", in: folder.path).status == 2)
    #expect(!folder.exists("output"))
  }

  @Test func errorsInTheContentAreOne() throws {
    let folder = try TestFolder(Sample.library(["content/cases/a/case.yaml": "titel: x\nstatus: published\n"]))
    let run = try casebook("build", in: folder.path)
    #expect(run.status == 1)
    #expect(run.errors.contains("content/cases/a/case.yaml:1:1"))
    #expect(run.errors.contains("titel: x"), "the line is not shown")
    #expect(!run.errors.contains("\u{1B}"), "colour without a terminal")
    #expect(run.output.contains("last good site"))
    let kept = try casebook("build", "--keep-going", in: folder.path)
    #expect(kept.status == 1 && folder.exists("output/cases/b/index.html") && !folder.exists("output/cases/a"))
  }

  @Test func whatTheMachineCannotDoIsThree() throws {
    let folder = try TestFolder(Sample.library(["output/thesis.doc": "mine"]))
    let run = try casebook("build", in: folder.path)
    #expect(run.status == 3 && run.errors.contains("Casebook did not write"))
    #expect(try casebook("build", "--output", "/proc/nothing", in: folder.path).status == 3)
    #expect(try casebook("new", "site", folder.path).status == 3)
  }

  @Test func aGoodBuildIsNoughtAndSaysWhereToLook() throws {
    let folder = try TestFolder(Sample.library())
    try folder.makeFolder("content/cases/a/figures")
    let run = try casebook("build", in: folder.path + "/content/cases/a/figures")
    #expect(run.status == 0 && run.output.contains("/output/index.html"))
    #expect(folder.exists("output/index.html"))
    let quiet = try casebook("build", "--quiet", in: folder.path)
    #expect(quiet.status == 0 && quiet.output.isEmpty)
  }

  @Test func outputGoesWhereItIsAsked() throws {
    let folder = try TestFolder(Sample.library())
    let run = try casebook("build", "--site", "\(folder.path)", "-o", "\(folder.path)/public", "-j", "1")
    #expect(run.status == 0)
    #expect(folder.exists("public/index.html") && !folder.exists("output"))
  }

  @Test func nothingIsWrittenByChecking() throws {
    let folder = try TestFolder(Sample.library())
    let before = folder.files(in: "")
    #expect(try casebook("check", in: folder.path).status == 0)
    #expect(differing(before, folder.files(in: "")) == [])
  }

  @Test func checkWritesJSONToStandardOutput() throws {
    let folder = try TestFolder(Sample.library(["content/cases/a/case.yaml": "titel: x\n", "content/cases/b/narrative.md": "Text @x1.\n"]))
    let run = try casebook("check", "--format", "json", in: folder.path)
    #expect(run.status == 1 && run.errors.isEmpty)
    let parsed = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let list = try #require((parsed as? [String: Any])?["diagnostics"] as? [[String: Any]] ?? parsed as? [[String: Any]])
    let rules = list.compactMap { $0["rule"] as? String }
    #expect(rules.contains("unknown-key") && rules.contains("unknown-citation"))
    let clean = try TestFolder(["content/site.yaml": Sample.site])
    let none = try casebook("check", "--format", "json", in: clean.path)
    #expect(none.status == 0)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(none.output.utf8)) }
  }

  @Test func theSeverityThatFailsIsTheCallers() throws {
    let folder = try TestFolder(Sample.library())
    try folder.remove("content/cases/a/narrative.md")
    #expect(try casebook("check", in: folder.path).status == 0)
    #expect(try casebook("check", "--fail-on", "warning", in: folder.path).status == 1)
    #expect(try casebook("check", "b", "--fail-on", "error", in: folder.path).status == 0)
  }

  @Test func cleaningRemovesWhatWasMade() throws {
    let folder = try TestFolder(Sample.library())
    try casebook("build", in: folder.path)
    #expect(folder.exists(".casebook/cache"))
    #expect(try casebook("clean", "--cache", in: folder.path).status == 0)
    #expect(!folder.exists(".casebook/cache") && folder.exists("output/index.html"))
    let run = try casebook("clean", in: folder.path)
    #expect(run.status == 0 && run.output.contains("files removed"))
    #expect(!folder.exists("output/index.html") && folder.exists("content/cases/a/case.yaml"))
    #expect(try casebook("clean", in: folder.path).status == 0)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsAreMade(shell: String) throws {
    let run = try casebook("--generate-completion-script", shell)
    #expect(run.status == 0 && run.errors.isEmpty)
    for word in ["build", "keep-going", "doctor"] { #expect(run.output.contains(word)) }
  }

  @Test func doctorSaysWhatIsThere() throws {
    let run = try casebook("doctor")
    #expect(run.status == 0)
    for name in ["Templates", "Citation styles", "Pictures"] { #expect(run.output.contains(name)) }
  }
}

func differing(_ a: [String: [UInt8]], _ b: [String: [UInt8]]) -> [String] {
  Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
}
