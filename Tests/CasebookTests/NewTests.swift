import Foundation
import TestSupport
import Testing

/// What `new site` and `new case` write works as it is.
struct NewTests {
  @Test func aNewSiteBuilds() throws {
    let folder = try TestFolder()
    let run = try casebook("new", "site", "library", "--title", "Foot \"and\" leg: cases", in: folder.path)
    #expect(run.status == 0)
    #expect(
      folder.text("library/content/site.yaml")?.hasPrefix("# yaml-language-server: $schema=../.casebook/schemas/site.schema.json\n") == true
    )
    #expect(folder.exists("library/.casebook/schemas/site.schema.json") && folder.exists("library/.casebook/schemas/case.schema.json"))
    #expect(!folder.exists("library/templates"), "an upgrade would not reach a site with copied templates")
    let check = try casebook("check", "--fail-on", "info", in: folder.path + "/library")
    #expect(check.status == 0, "\(check.errors)")
    #expect(try casebook("build", in: folder.path + "/library").status == 0)
    #expect(
      folder.text("library/output/index.html")?.contains("Foot &quot;and&quot; leg: cases") == true
        || folder.text("library/output/index.html")?.contains("Foot \"and\" leg: cases") == true)
  }

  @Test func aNewCaseIsADraftWithoutErrors() throws {
    let folder = try TestFolder(["content/site.yaml": Sample.site])
    let run = try casebook(
      "new", "case", "plantar-ulcer-2", "--title", "An ulcer: \"slow\"", "--author", "Jordan Example, DPM, PGY-3", "--diagnosis",
      "Ulcer # 2", in: folder.path)
    #expect(run.status == 0 && run.output.contains("content/cases/plantar-ulcer-2"))
    let yaml = folder.text("content/cases/plantar-ulcer-2/case.yaml") ?? ""
    #expect(yaml.hasPrefix("# yaml-language-server: $schema=../../../.casebook/schemas/case.schema.json\n"))
    #expect(folder.exists("content/cases/plantar-ulcer-2/../../../.casebook/schemas/case.schema.json"))
    #expect(yaml.contains("\nstatus: draft"))
    let check = try casebook("check", in: folder.path)
    #expect(check.status == 0, "\(check.errors)")
    for name in ["narrative.md", "poster.md"] {
      let text = folder.text("content/cases/plantar-ulcer-2/\(name)") ?? ""
      #expect(text.contains("## Introduction") && !text.contains("<!--"))
    }
    #expect(folder.text("content/cases/plantar-ulcer-2/poster.md")?.contains("about 80 words") == true)
    #expect(try casebook("build", in: folder.path).status == 0)
    #expect(!folder.exists("output/cases"))
  }

  @Test func aNewCaseCanBePublished() throws {
    let folder = try TestFolder(["content/site.yaml": Sample.site])
    try casebook("new", "case", "foot", "--title", "A foot", "--author", "Jordan Example, DPM", in: folder.path)
    #expect(try folder.replace("status: draft ", with: "status: published ", in: "content/cases/foot/case.yaml"))
    let build = try casebook("build", in: folder.path)
    #expect(build.status == 0, "\(build.errors)")
    let page = folder.text("output/cases/foot/index.html") ?? ""
    #expect(page.contains("A foot") && page.contains("Jordan Example") && !page.contains("&lt;!--"))
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try TestFolder(Sample.library())
    let before = folder.files(in: "")
    #expect(try casebook("new", "case", "a", "--title", "x", in: folder.path).status == 3)
    #expect(try casebook("new", "site", folder.path).status == 3)
    #expect(differing(before, folder.files(in: "")) == [])
  }
}
