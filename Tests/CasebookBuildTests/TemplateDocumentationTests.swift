import Foundation
import Testing

@testable import CasebookBuild

/// docs/templates.md names every template and every name that the templates use.
struct TemplateDocumentationTests {
  private let documentation: String = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let bytes = FileManager.default.contents(atPath: root.appending(path: "docs/templates.md").path) ?? Data()
    return String(decoding: bytes, as: UTF8.self)
  }()

  @Test(arguments: EmbeddedResources.paths(in: .templates))
  func isDocumented(path: String) throws {
    #expect(documentation.contains("`\(path)`"), "\(path) is not in docs/templates.md")
    guard path.hasSuffix(".html") else { return }
    let text = String(decoding: try #require(EmbeddedResources.bytes(path)), as: UTF8.self)
    for tag in text.split(separator: "{{").dropFirst() {
      let name = tag.prefix { $0 != "}" }.trimmingCharacters(in: CharacterSet(charactersIn: "{#^/&$<> "))
      if name.isEmpty || name == "." || name.hasPrefix("!") { continue }
      #expect(documentation.contains("`\(name)`") || documentation.contains("`\(name).html`"), "\(path): \(name) is not documented")
    }
  }
}
