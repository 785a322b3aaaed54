import Foundation
import TestSupport
import Testing

private let schemas = packageRoot + "/.build/tools/schemas"
private let areFetched = FileManager.default.fileExists(atPath: schemas + "/junit-10.xsd")

/// `casebook check --format …`: what other programs read, held against their formats' published schemas by independent validators.
struct ReportTests {
  /// A case with an error, a warning and a note, in a file whose name and text need escaping, and a second place to point at.
  private static let troubled = Sample.library([
    "content/cases/a/case.yaml": """
    title: "A, 50 % & <b>"
    keymessage: x
    status: published
    authors: ["A Example, DPM"]
    figures:
      - {id: one, caption: c, alt: a}
      - {id: one, caption: "c", alt: a}

    """,
    "content/cases/a/narrative.md": "# Story\n\nSee @fig-two.\n",
  ])

  private func report(_ format: String, _ files: [String: String] = troubled, failOn: String = "error") throws -> ProgramRun {
    let folder = try TestFolder(files)
    return try casebook("check", "--format", format, "--fail-on", failOn, in: folder.path)
  }

  @Test(
    .enabled(if: areFetched && toolPython != nil, "needs the schema and jsonschema; scripts/setup --test fetches them"),
    arguments: [troubled, Sample.library()])
  func sarifIsValid(files: [String: String]) throws {
    let folder = try TestFolder(["log.sarif": report("sarif", files).output])
    let script = """
      import json, sys, jsonschema
      schema, log = json.load(open(sys.argv[1])), json.load(open(sys.argv[2]))
      found = [e.message[:200] for e in jsonschema.Draft4Validator(schema).iter_errors(log)]
      print("\\n".join(found)); sys.exit(1 if found else 0)
      """
    try folder.write("validate.py", script)
    let run = try start(
      toolPython ?? "", [folder.path + "/validate.py", schemas + "/sarif-2.1.0.json", folder.path + "/log.sarif"], in: "/"
    ).wait()
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test(.enabled(if: areFetched, "needs the schema; scripts/setup --test fetches it"), arguments: [troubled, Sample.library()])
  func junitIsValid(files: [String: String]) throws {
    let folder = try TestFolder(["report.xml": report("junit", files).output])
    let run = try start("xmllint", ["--noout", "--schema", schemas + "/junit-10.xsd", folder.path + "/report.xml"], in: "/").wait()
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func sarifPointsAtTheText() throws {
    let run = try report("sarif")
    #expect(run.status == 1)
    let log = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let first = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(first["results"] as? [[String: Any]])
    let unknown = try #require(results.first { $0["ruleId"] as? String == "unknown-key" })
    #expect(unknown["level"] as? String == "error")
    let place = ((unknown["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]) ?? [:]
    #expect((place["artifactLocation"] as? [String: Any])?["uri"] as? String == "content/cases/a/case.yaml")
    #expect(place["region"] as? [String: Int] == ["startLine": 2, "startColumn": 1, "endColumn": 11])
    let rules = ((first["tool"] as? [String: Any])?["driver"] as? [String: Any])?["rules"] as? [[String: Any]] ?? []
    let index = try #require(unknown["ruleIndex"] as? Int)
    #expect(rules[index]["id"] as? String == "unknown-key" && (rules[index]["help"] as? [String: String])?["text"]?.isEmpty == false)
    #expect(results.contains { ($0["relatedLocations"] as? [Any])?.isEmpty == false }, "the first figure of that name is not pointed at")
  }

  @Test func githubGetsACommandForEach() throws {
    let run = try report("github")
    #expect(run.status == 1)
    let lines = run.output.split(separator: "\n")
    #expect(
      lines.allSatisfy {
        $0.wholeMatch(of: /::(error|warning|notice) (file=[^,:]+,line=\d+,col=\d+,(endColumn=\d+,)?)?title=[a-z-]+::.+/) != nil
      })
    #expect(lines.contains { $0.hasPrefix("::error file=content/cases/a/case.yaml,line=2,col=1,endColumn=11,title=unknown-key::") })
    #expect(run.output.contains("%0A"), "the remedy is not on the same line")
    #expect(try report("github", Sample.library()).output.contains("::error") == false)
  }

  @Test func junitFailsFromTheSeverityThatWasAskedFor() throws {
    func failures(_ text: String) -> Int { text.matches(of: #/<failure\b/#).count }
    let (some, all) = (try report("junit").output, try report("junit", failOn: "info").output)
    #expect(failures(some) > 0 && failures(all) > failures(some))
    #expect(failures(all) == all.matches(of: #/<testcase\b/#).count)
  }

  /// Hosts of repositories name files from the repository's folder.
  @Test(arguments: ["sarif", "github", "junit"])
  func filesAreNamedFromTheRepository(format: String) throws {
    let folder = try TestFolder(Dictionary(uniqueKeysWithValues: Self.troubled.map { ("library/" + $0, $1) }))
    try folder.write(".git/HEAD", "ref: refs/heads/main\n")
    let run = try casebook("check", "--format", format, "--site", folder.path + "/library")
    #expect(run.output.contains("library/content/cases/a/case.yaml"))
    #expect(!run.output.contains("\"content/cases") && !run.output.contains("file=content"))
  }
}
