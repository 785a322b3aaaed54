import CasebookBuild
import TestSupport
import Testing

/// Each output that is made again is made for a reason that its author can follow.
struct ExplainRebuildTests {
  private func reasons(_ folder: TestFolder, changing: (TestFolder) throws -> Void) async throws -> [String: String] {
    try changing(folder)
    let made = try await folder.build().made
    return Dictionary(uniqueKeysWithValues: made.map { ($0.path, $0.reason + ($0.isChanged ? "" : " =")) })
  }

  @Test func eachChangeHasItsReason() async throws {
    let folder = try TestFolder(Sample.library(["content/references/shared.bib": "@book{x, title={A}, author={B, C}, year={2001}}\n"]))
    let first = try await reasons(folder) { _ in }
    #expect(first.count > 15 && Set(first.values) == ["first build"])
    #expect(try await reasons(folder) { _ in } == [:])

    let narrative = try await reasons(folder) { try $0.write("content/cases/a/narrative.md", Sample.narrative + "\nMore.\n") }
    #expect(narrative["cases/a/index.html"] == "narrative.md changed")
    #expect(narrative["cases/a/citation.bib"] == "narrative.md changed =")
    #expect(narrative["cases/b/index.html"] == nil && narrative["index.html"] == nil)

    let title = try await reasons(folder) { try $0.write("content/cases/b/case.yaml", Sample.case("Another title")) }
    #expect(title["cases/b/index.html"] == "case.yaml changed" && title["index.html"] == "case b changed")
    #expect(title["cases/a/index.html"] == nil)

    let added = try await reasons(folder) { try $0.write("content/cases/a/poster.md", "## Case\n\nShort.\n") }
    #expect(added["cases/a/poster.html"] == "poster.md was added")

    let new = try await reasons(folder) { for (name, text) in Sample.files("c", Sample.case("Case C")) { try $0.write(name, text) } }
    #expect(new["cases/c/index.html"] == "new" && new["index.html"] == "case c was added" && new["cases/a/index.html"] == nil)

    let template = try await reasons(folder) { try $0.write("templates/footer.html", "<footer>Own</footer>\n") }
    #expect(template["cases/a/index.html"] == "template footer.html changed")
    #expect(template["index.html"] == "template footer.html changed")
    #expect(template["cases/a/poster.html"] == nil && template["cases/a/citation.bib"] == nil)

    let lost = try await reasons(folder) {
      try $0.remove("output/cases/a/index.html")
      try $0.write("output/cases/b/poster.html", "mine")
    }
    #expect(lost["cases/a/index.html"] == "it was not in the output folder")
    #expect(lost["cases/b/poster.html"] == "it was changed in the output folder")
    #expect(lost.count == 2)

    let settings = try await reasons(folder) { try $0.write("content/site.yaml", Sample.site + "license: CC BY 4.0\n") }
    #expect(settings["cases/a/poster.html"]?.hasPrefix("site.yaml changed") == true)
    let references = try await reasons(folder) {
      try $0.write("content/references/shared.bib", "@book{x, title={B}, author={B, C}, year={2001}}\n")
    }
    #expect(references["cases/a/index.html"] == "shared references changed =")
    let style = try await reasons(folder) { try $0.write("content/site.yaml", Sample.site + "style: apa\n") }
    #expect(style["cases/a/index.html"]?.hasPrefix("site.yaml changed") == true)
    let page = try await reasons(folder) { try $0.write("content/pages/about.md", "# About\n\nUs.\n") }
    #expect(page["pages/about.html"] != nil)
    let deleted = try await reasons(folder) { try $0.remove("content/cases/c") }
    #expect(deleted["index.html"] == "case c was removed" && deleted["cases/a/index.html"] == nil)
  }

  @Test func theCommandTellsThem() throws {
    let folder = try TestFolder(Sample.library())
    #expect(try casebook("build", in: folder.path).status == 0)
    try folder.write("content/cases/a/narrative.md", Sample.narrative + "\nMore.\n")
    let run = try casebook("build", "--explain-rebuild", "--quiet", in: folder.path)
    #expect(run.status == 0)
    #expect(run.output.contains("cases/a/index.html: narrative.md changed\n"))
    #expect(!run.output.contains("cases/b/"))
  }
}
