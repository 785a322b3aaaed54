import Foundation
import Templates
import Testing

@testable import CasebookBuild

/// What is listed in Sources/CResources is what lies in the folders, byte for byte.
struct ResourcesTests {
  private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func templatesAreThoseOfTheFolder() throws {
    try compare(.templates, with: "templates", named: "")
  }

  @Test func builtInTemplatesAreSound() throws {
    var templates: [String: Template] = [:]
    for path in EmbeddedResources.paths(in: .templates) where path.hasSuffix(".html") {
      let (template, diagnostics) = Template.parse(try #require(EmbeddedResources.bytes(path)), file: path)
      #expect(diagnostics.isEmpty)
      templates[String(path.dropLast(5))] = template
    }
    #expect(templates.count >= 10)
    #expect(TemplateSet(templates).diagnostics.isEmpty)
  }

  @Test(arguments: [EmbeddedResources.Folder.styles, .locales, .serve])
  func filesAreThoseOfTheFolder(folder: EmbeddedResources.Folder) throws {
    try compare(folder, with: "Sources/CResources/\(folder)", named: "\(folder)/")
  }

  @Test func fontsAreStaticTrueType() throws {
    let paths = EmbeddedResources.paths(in: .fonts)
    #expect(paths.count == 5)
    for path in paths {
      let bytes = try #require(EmbeddedResources.bytes(path))
      #expect(bytes.starts(with: [0, 1, 0, 0]), "\(path) is not TrueType")
      #expect(bytes.count > 100_000)
    }
  }

  @Test func unknownPathsAreNil() {
    #expect(EmbeddedResources.bytes("nothing.html") == nil)
    #expect(EmbeddedResources.bytes("") == nil)
  }

  private func compare(_ folder: EmbeddedResources.Folder, with path: String, named prefix: String) throws {
    let base = root.appending(path: path).path
    let present = (FileManager.default.enumerator(atPath: base)?.allObjects as? [String] ?? [])
      .filter { [".html", ".css", ".js", ".csl", ".xml"].contains(where: $0.hasSuffix) }
    #expect(EmbeddedResources.paths(in: folder) == present.map { prefix + $0 }.sorted())
    for file in present {
      let bytes = try #require(FileManager.default.contents(atPath: "\(base)/\(file)"))
      #expect(EmbeddedResources.bytes(prefix + file) == Array(bytes), "\(file) in the program is not that of the folder")
    }
  }
}
