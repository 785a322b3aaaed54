import Foundation
import TestSupport
import Testing

/// The Python that has the checkers; nil where `scripts/setup --test` has to run first.
let toolPython: String? = {
  let path = ProcessInfo.processInfo.environment.filter { $0.key == "PATH" }
  let tools = try? start("/bin/sh", ["scripts/tool-python"], in: packageRoot, environment: path).wait()  // without it the tests are skipped
  let found = tools?.output.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
  return found.isEmpty ? nil : found
}()

/// The schemas accept the sample content and refuse what the reader refuses, by an independent validator: Python's jsonschema.
@Suite(.enabled(if: toolPython != nil, "needs Python with jsonschema; scripts/setup --test installs it"))
struct SchemaTests {
  /// Reads YAML as version 1.2 does for the kinds that a schema tells apart: dates and words such as `no` are texts.
  private static let script = """
    import json, sys, yaml
    from jsonschema import Draft202012Validator, validators
    class Loader(yaml.SafeLoader): pass
    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in found if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    import re
    Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
    schema = json.load(open(sys.argv[1]))
    cls = validators.validator_for(schema)
    cls.check_schema(schema)
    found = 0
    for path in sys.argv[2:]:
        for error in cls(schema).iter_errors(yaml.load(open(path), Loader)):
            found += 1
            print(path, list(error.absolute_path), error.message[:200])
    sys.exit(1 if found else 0)
    """

  private func validate(_ schema: String, _ files: [String]) throws -> ProgramRun {
    let folder = try TestFolder(["validate.py": Self.script])
    try folder.write("schema.json", try casebook("schema", schema).output)
    return try start(toolPython ?? "", [folder.path + "/validate.py", folder.path + "/schema.json"] + files, in: folder.path).wait()
  }

  @Test func theSampleCasesAreValid() throws {
    let cases = try FileManager.default.contentsOfDirectory(atPath: packageRoot + "/content/cases").sorted()
    #expect(cases.count >= 3)
    let run = try validate("case", cases.map { "\(packageRoot)/content/cases/\($0)/case.yaml" })
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test func theSampleSiteIsValid() throws {
    let run = try validate("site", [packageRoot + "/content/site.yaml"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test func newFilesAreValid() throws {
    let folder = try TestFolder()
    try casebook("new", "site", folder.path + "/library")
    try casebook("new", "case", "foot", "--title", "A foot", "--author", "J Example, DPM", in: folder.path + "/library")
    #expect(try validate("site", [folder.path + "/library/content/site.yaml"]).status == 0)
    let run = try validate("case", [folder.path + "/library/content/cases/foot/case.yaml"])
    #expect(run.status == 0, "\(run.output)\(run.errors)")
  }

  @Test(arguments: [
    "titel: x", "title: x\nstatus: public", "title: x\nfigures: [{id: a, kind: painting}]", "title: x\nauthors: {a: b}",
    "title: x\nwounds: [{label: a}]", "title: x\npatient: {age: 200}", "[]",
  ])
  func whatTheReaderRefusesIsInvalid(yaml: String) throws {
    let folder = try TestFolder(["case.yaml": yaml + "\n"])
    let run = try validate("case", [folder.path + "/case.yaml"])
    #expect(run.status == 1 && run.errors.isEmpty, "\(run.errors)")
  }
}
