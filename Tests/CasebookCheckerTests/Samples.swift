import CasebookModel
import CasebookReader
import Diagnostics
import Files
import Foundation
import Testing

@testable import CasebookChecker

/// A case as its author wrote it. `▶` stands before each place that the rule is expected to report.
struct Sample {
  var yaml: String
  var narrative = "## Case\n\nText.\n"
  var poster: String?
  var measurements: String?
  /// What no file can say cheaply, such as a picture's metadata.
  var change: (inout Case) -> Void = { _ in }
}

/// Expects the rule to report the marked places of the sample, and nothing else.
func expect(_ rule: Rule, _ sample: Sample, says: [String]? = nil, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
  let (found, marks) = try read(sample)
  let problems = rule.check(Subject(found, site: Site()))
  let places = problems.map { "\($0.location.file.split(separator: "/").last ?? ""):\($0.location.line):\($0.location.column)" }
  #expect(places.sorted() == marks.sorted(), "\(problems.map(\.summary))", sourceLocation: sourceLocation)
  if let says { #expect(problems.map(\.summary) == says, sourceLocation: sourceLocation) }
}

func expect(
  _ rule: Rule, yaml: String, narrative: String = "## Case\n\nText.\n", measurements: String? = nil, says: [String]? = nil,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  try expect(
    rule, Sample(yaml: yaml, narrative: narrative, measurements: measurements), says: says, sourceLocation: sourceLocation)
}

/// The case of a sample, read as `casebook check` does, and the marked places.
func read(_ sample: Sample) throws -> (case: Case, marks: [String]) {
  let folder = NSTemporaryDirectory() + "casebook-checker-\(UUID().uuidString)"
  let cases = folder + "/content/cases/foot"
  try FileManager.default.createDirectory(atPath: cases, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }  // what stays in the temporary folder harms nobody
  var yaml = sample.yaml.hasSuffix("\n") ? sample.yaml : sample.yaml + "\n"
  for (key, value) in [("title", "\"A foot: a case report\""), ("status", "published")] where !yaml.contains("\(key):") {
    yaml += "\(key): \(value)\n"
  }
  var marks: [String] = []
  let files = [
    ("case.yaml", yaml), ("narrative.md", sample.narrative), ("poster.md", sample.poster), ("measurements.csv", sample.measurements),
  ]
  for case (let name, let text?) in files {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var column = 1
      for character in line {
        if character == "▶" { marks.append("\(name):\(number + 1):\(column)") } else { column += 1 }
      }
    }
    try Data(text.filter { $0 != "▶" }.utf8).write(to: URL(fileURLWithPath: "\(cases)/\(name)"))
  }
  var source = try SourceFiles(root: folder)
  let (found, problems) = CaseReader(site: Site()).read("foot", from: &source)
  // Samples name pictures that are not there.
  #expect(problems.filter { !["missing-file", "unknown-citation"].contains($0.rule) }.map { "\($0.rule) \($0.summary)" } == [])
  var result = try #require(found)
  sample.change(&result)
  return (result, marks)
}
