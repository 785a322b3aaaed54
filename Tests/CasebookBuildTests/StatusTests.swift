import TestSupport
import Testing

/// Which outputs show a case, by its status.
struct StatusTests {
  /// Every file of the output that has the words.
  private func files(of folder: TestFolder, with words: String) -> [String] {
    folder.output.filter { String(decoding: $0.value, as: UTF8.self).contains(words) }.keys.sorted()
  }

  private func library(status: String, site: String = Sample.site) throws -> TestFolder {
    let yaml = Sample.case("Zebra crossing", status: status, "topics: [Stripes]\naliases: [horse]")
    return try TestFolder(Sample.library(Sample.files("zebra", yaml)).merging(["content/site.yaml": site]) { $1 })
  }

  @Test func aDraftIsInNoOutputAndItsErrorsFailNoBuild() async throws {
    let folder = try library(status: "draft")
    try folder.write("content/cases/zebra/case.yaml", Sample.case("Zebra crossing", status: "draft", "topics: [Stripes]\nwound: []"))
    let report = try await folder.build()
    #expect(report.isComplete && report.errors == ["content/cases/zebra/case.yaml:10: unknown-key"])
    #expect(files(of: folder, with: "Zebra") == [] && files(of: folder, with: "Stripes") == [])
    #expect(!folder.outputPaths.contains { $0.contains("zebra") || $0.contains("stripes") })
  }

  @Test func aCaseThatIsADraftAgainLeaves() async throws {
    let folder = try library(status: "published")
    _ = try await folder.build()
    #expect(folder.outputPaths.contains("cases/horse/index.html"))
    try folder.write("content/cases/zebra/case.yaml", Sample.case("Zebra crossing", status: "draft"))
    _ = try await folder.build()
    #expect(!folder.outputPaths.contains { $0.contains("zebra") || $0.contains("horse") })
    #expect(files(of: folder, with: "Zebra") == [])
  }

  @Test func anUnlistedCaseHasItsOwnPagesAlone() async throws {
    let folder = try library(status: "unlisted")
    #expect(try await folder.build().errors == [])
    #expect(files(of: folder, with: "Zebra").allSatisfy { $0.hasPrefix("cases/zebra/") || $0 == "cases/horse/index.html" })
    #expect(
      files(of: folder, with: "zebra").allSatisfy { $0.hasPrefix("cases/zebra/") || $0.hasPrefix("cases/horse/") || $0.hasPrefix(".") })
    #expect(!folder.outputPaths.contains { $0.contains("stripes") })
    #expect(folder.page("cases/zebra/index.html").contains("noindex"))
    #expect(folder.page("cases/zebra/poster.html").contains("noindex"))
    #expect(!folder.page("cases/a/index.html").contains("noindex"))
  }

  @Test func aPublishedCaseIsEverywhere() async throws {
    let folder = try library(status: "published")
    _ = try await folder.build()
    #expect(folder.page("index.html").contains("cases/zebra/index.html"))
    #expect(folder.page("sitemap.xml").contains("https://cases.example.org/cases/zebra/"))
    #expect(folder.page("topics/stripes.html").contains("Zebra") || folder.page("topics/stripes/index.html").contains("Zebra"))
    #expect(folder.page("index.html").contains("synthetic case"))
  }

  @Test func aWithdrawnCaseIsAPageThatSaysSo() async throws {
    let folder = try library(status: "withdrawn")
    _ = try await folder.build()
    #expect(folder.page("cases/zebra/index.html").contains("withdrawn") && folder.page("cases/zebra/index.html").contains("noindex"))
    #expect(folder.outputPaths.filter { $0.hasPrefix("cases/zebra/") } == ["cases/zebra/index.html"])
    #expect(files(of: folder, with: "Zebra") == [])
    #expect(!folder.page("sitemap.xml").contains("zebra"))
  }

  @Test func aPrivateSiteAsksSearchEnginesToStayAway() async throws {
    let folder = try library(status: "published", site: Sample.site.replacing("public", with: "private"))
    _ = try await folder.build()
    #expect(folder.output["sitemap.xml"] == nil)
    #expect(folder.page("robots.txt").contains("Disallow: /\n"))
    for (path, bytes) in folder.output where path.hasSuffix(".html") {
      #expect(String(decoding: bytes, as: UTF8.self).contains("noindex"), "\(path) may be indexed")
    }
  }
}
