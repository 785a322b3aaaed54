import Files
import Testing

/// `docs/architecture.md` names every target of the package, and no other.
@Suite struct ArchitectureDocumentTests {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  private func text(_ path: String) throws -> String {
    var files = try SourceFiles(root: Self.root)
    return String(decoding: try files.read(path, limit: 1_000_000), as: UTF8.self)
  }

  @Test func everyTargetIsNamed() throws {
    let document = try text("docs/architecture.md")
    var files = try SourceFiles(root: Self.root)
    let targets = try files.list("Sources").filter { $0.kind == .folder }.map(\.name)
    #expect(targets.count > 20)
    for target in targets { #expect(document.contains(target), "\(target) is not in docs/architecture.md") }
  }

  @Test func everyNamedTargetIsThere() throws {
    let document = try text("docs/architecture.md")
    var files = try SourceFiles(root: Self.root)
    let rows = document.split(separator: "\n").filter { $0.hasPrefix("| `") }.prefix { !$0.contains("`templates/`") }
    for row in rows {
      let name = String(row.dropFirst(3).prefix { $0 != "`" })
      #expect(files.status(of: "Sources/\(name)") != nil, "Sources/\(name) is not there")
    }
  }

  @Test func itCanBeReadInOneSitting() throws { #expect(try text("docs/architecture.md").split(separator: "\n").count <= 150) }

  @Test func stagesDoNotImportEachOther() throws {
    var files = try SourceFiles(root: Self.root)
    let stages = ["CasebookReader", "CasebookChecker", "CasebookRenderer", "CasebookMaker", "CasebookPublisher"]
    let manifest = try text("Package.swift")
    for stage in stages {
      let line = try #require(manifest.split(separator: "\n").first { $0.contains("module(\"\(stage)\"") })
      for other in stages where other != stage { #expect(!line.contains(other)) }
    }
    let exists = files.exists("Package.swift")
    #expect(exists)
  }
}
