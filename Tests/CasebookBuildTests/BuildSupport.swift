import CasebookBuild
import CasebookPublisher
import Diagnostics
import TestSupport
import Testing

extension TestFolder {
  func build(keepsGoing: Bool = false, only: [String] = [], jobs: Int = 2, output: String? = nil) async throws -> BuildReport {
    try await CasebookBuild.build(BuildOptions(root: path, output: output, only: only, keepsGoing: keepsGoing, jobs: jobs))
  }

  /// What the output folder holds, the manifest included.
  var output: [String: [UInt8]] { files(in: "output") }

  /// The paths of the output folder, sorted.
  var outputPaths: [String] { output.keys.sorted() }

  func page(_ name: String) -> String { text("output/\(name)") ?? "" }

  /// The rule of the problem with the output folder that stops a build.
  func refusal() async throws -> String? {
    do { _ = try await build() } catch let problem as PublishProblem { return problem.diagnostic.rule }
    return nil
  }
}

extension BuildReport {
  var errors: [String] { diagnostics.filter { $0.severity == .error }.map(\.words) }
}

extension Diagnostic {
  /// "content/cases/a/case.yaml:3: unknown-key"
  var words: String { (location.map { "\($0.file):\($0.line): " } ?? "") + rule }
}

/// Where two outputs differ, for a message.
func differences(_ a: [String: [UInt8]], _ b: [String: [UInt8]]) -> [String] {
  Set(a.keys).union(b.keys).filter { a[$0] != b[$0] }.sorted()
}
