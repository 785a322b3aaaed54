import CasebookBuild
import CasebookPublisher
import Foundation
import TestSupport
import Testing

/// What a build leaves in the output folder, with errors and without.
struct PublishingTests {
  @Test func aGoodBuildPublishesAll() async throws {
    let folder = try TestFolder(Sample.library())
    let report = try await folder.build()
    #expect(report.errors == [])
    #expect(report.isComplete && report.cases == 2)
    for path in [
      "index.html", "404.html", "robots.txt", "sitemap.xml", "topics/index.html", "cases/a/index.html", "cases/b/index.html",
      ".casebook-manifest.json",
    ] {
      #expect(folder.output[path] != nil, "\(path) is missing")
    }
    #expect(!folder.outputPaths.contains { $0.contains("staging") })
  }

  @Test func aSecondBuildWritesNothing() async throws {
    let folder = try TestFolder(Sample.library())
    _ = try await folder.build()
    let before = folder.output
    let result = try #require(try await folder.build().published)
    #expect(result.written == 0 && result.removed == 0 && result.unchanged == before.count - 1)
    #expect(folder.output == before)
  }

  @Test func anErrorLeavesTheOutputAsItWas() async throws {
    let folder = try TestFolder(Sample.library())
    _ = try await folder.build()
    let before = folder.output
    try folder.write("content/cases/a/case.yaml", Sample.case("Case A", "figurs: []"))
    try folder.write("content/cases/b/case.yaml", Sample.case("Another title"))
    let report = try await folder.build()
    #expect(report.errors == ["content/cases/a/case.yaml:9: unknown-key"])
    #expect(!report.isComplete && report.published == nil)
    #expect(folder.output == before)
  }

  @Test func anErrorBeforeTheFirstBuildPublishesNothing() async throws {
    let folder = try TestFolder(Sample.library(Sample.files("c", "title: [")))
    let report = try await folder.build()
    #expect(!report.errors.isEmpty && !report.isComplete)
    #expect(folder.output.isEmpty)
  }

  @Test func keepingGoingPublishesTheOthersAndKeepsTheFaulty() async throws {
    let folder = try TestFolder(Sample.library())
    _ = try await folder.build()
    let before = folder.output
    try folder.write("content/cases/a/case.yaml", Sample.case("Broken A", "figurs: []"))
    try folder.write("content/cases/b/case.yaml", Sample.case("New B"))
    let report = try await folder.build(keepsGoing: true)
    #expect(!report.isComplete && report.published != nil)
    let after = folder.output
    #expect(differences(before, after).filter { $0.hasPrefix("cases/a/") } == [])
    #expect(folder.page("cases/b/index.html").contains("New B"))
    let index = folder.page("index.html")
    #expect(index.contains("Case A") && index.contains("New B") && !index.contains("Broken A"))
    #expect(try await folder.build(keepsGoing: true).published?.written == 0)
  }

  @Test func keepingGoingOmitsACaseThatWasNeverGood() async throws {
    let folder = try TestFolder(Sample.library(Sample.files("c", "title: [")))
    let report = try await folder.build(keepsGoing: true)
    #expect(!report.isComplete)
    #expect(!folder.outputPaths.contains { $0.hasPrefix("cases/c/") })
    #expect(folder.page("index.html").contains("Case A"))
  }

  @Test(arguments: [false, true])
  func aWithdrawnCaseLeavesWhileAnotherFails(keepsGoing: Bool) async throws {
    let folder = try TestFolder(Sample.library())
    _ = try await folder.build()
    try folder.write("content/cases/a/case.yaml", Sample.case("Case A", "figurs: []"))
    try folder.write("content/cases/b/case.yaml", Sample.case("Case B", status: "withdrawn"))
    let report = try await folder.build(keepsGoing: keepsGoing)
    #expect(!report.isComplete)
    #expect(folder.outputPaths.filter { $0.hasPrefix("cases/b/") } == ["cases/b/index.html"])
    #expect(!folder.page("cases/b/index.html").contains("Why this case is told"))
    #expect(!folder.page("index.html").contains("Case B") && folder.page("index.html").contains("Case A"))
    #expect(folder.page("cases/a/index.html").contains("Case A"))
  }

  @Test func aWithdrawnCaseLeavesInSpiteOfItsOwnErrors() async throws {
    let folder = try TestFolder(Sample.library())
    _ = try await folder.build()
    try folder.write("content/cases/b/case.yaml", Sample.case("Case B", status: "withdrawn", "figurs: []"))
    let report = try await folder.build()
    #expect(report.errors == ["content/cases/b/case.yaml:9: unknown-key"])
    #expect(!report.isComplete)
    #expect(folder.outputPaths.filter { $0.hasPrefix("cases/b/") } == ["cases/b/index.html"])
    #expect(!folder.page("index.html").contains("Case B"))
  }

  @Test func aRemovedPictureLeavesWhileAnotherCaseFails() async throws {
    let folder = try TestFolder(Sample.library(["content/cases/b/figures/plan.svg": Sample.drawing]))
    let figure = "figures: [{id: plan, file: figures/plan.svg, kind: diagram, caption: A plan, alt: A red disc}]"
    try folder.write("content/cases/b/case.yaml", Sample.case("Case B", figure))
    #expect(try await folder.build().errors == [])
    #expect(folder.outputPaths.contains { $0.hasPrefix("cases/b/figures/plan.") && $0.hasSuffix(".svg") })
    try folder.write("content/cases/a/case.yaml", Sample.case("Case A", "figurs: []"))
    try folder.write("content/cases/b/case.yaml", Sample.case("Case B"))
    let report = try await folder.build()
    #expect(!report.isComplete && report.published != nil)
    #expect(!folder.outputPaths.contains { $0.hasPrefix("cases/b/figures/") })
    #expect(!folder.page("cases/b/index.html").contains("A plan"))
    #expect(folder.page("cases/a/index.html").contains("Case A"))
  }

  @Test func aDeletedCaseLeavesWhileAnotherFails() async throws {
    let folder = try TestFolder(Sample.library())
    _ = try await folder.build()
    try folder.remove("content/cases/b")
    try folder.write("content/cases/a/case.yaml", Sample.case("Case A", "figurs: []"))
    _ = try await folder.build()
    #expect(!folder.outputPaths.contains { $0.hasPrefix("cases/b/") })
    #expect(folder.outputPaths.contains("cases/a/index.html"))
    #expect(!folder.page("index.html").contains("Case B"))
  }

  @Test func onlyBuildsTheNamedCases() async throws {
    let folder = try TestFolder(Sample.library())
    _ = try await folder.build()
    let before = folder.output
    try folder.write("content/cases/a/case.yaml", Sample.case("New A"))
    try folder.write("content/cases/b/case.yaml", "title: [")
    let report = try await folder.build(only: ["a"])
    #expect(report.isComplete && report.errors == [])
    #expect(folder.page("cases/a/index.html").contains("New A"))
    #expect(differences(before, folder.output).filter { $0.hasPrefix("cases/b/") } == [])
    let index = folder.page("index.html")
    #expect(index.contains("New A") && index.contains("Case B"))
  }

  @Test func onlyKnowsTheCases() async throws {
    let folder = try TestFolder(Sample.library(Sample.files("plantar", Sample.case("P"))))
    let report = try await folder.build(only: ["planter"])
    #expect(report.errors == ["unknown-case"])
    #expect(report.diagnostics.first?.remedy == "did you mean \"plantar\"?")
    #expect(folder.output.isEmpty)
  }

  @Test func aSiteWithoutCasesHasItsPages() async throws {
    let folder = try TestFolder(["content/site.yaml": Sample.site])
    let report = try await folder.build()
    #expect(report.isComplete && report.errors == [])
    #expect(folder.page("index.html").contains("0 cases"))
  }

  @Test func twoOutputsMayNotShareAnAddress() async throws {
    let folder = try TestFolder(Sample.library())
    try folder.write("content/cases/a/case.yaml", Sample.case("Case A", "aliases: [b, old]"))
    try folder.write("content/cases/b/case.yaml", Sample.case("Case B", "aliases: [old]"))
    let report = try await folder.build()
    #expect(report.errors == ["content/cases/a/case.yaml:9: alias-taken", "content/cases/b/case.yaml:9: alias-taken"])
    #expect(folder.output.isEmpty)
    #expect(try check(root: folder.path).map(\.rule).filter { $0 == "alias-taken" }.count == 2)
  }

  @Test func anAliasLeadsToTheCaseAndLeavesWithIt() async throws {
    let folder = try TestFolder(Sample.library())
    try folder.write("content/cases/a/case.yaml", Sample.case("Case A", "aliases: [older-a]"))
    _ = try await folder.build()
    let moved = folder.page("cases/older-a/index.html")
    #expect(moved.contains("../a/index.html") && moved.contains("noindex"))
    #expect(!folder.page("sitemap.xml").contains("older-a"))
    try folder.write("content/cases/a/case.yaml", Sample.case("Case A"))
    _ = try await folder.build()
    #expect(!folder.outputPaths.contains("cases/older-a/index.html"))
  }

  @Test func anAliasStaysWithACaseThatKeepsItsLastFiles() async throws {
    let folder = try TestFolder(Sample.library())
    try folder.write("content/cases/a/case.yaml", Sample.case("Case A", "aliases: [older-a]"))
    _ = try await folder.build()
    try folder.write("content/cases/a/case.yaml", "title: [")
    _ = try await folder.build(keepsGoing: true)
    #expect(folder.outputPaths.contains("cases/older-a/index.html"))
  }
}

/// What may not stay leaves also where the case itself, or the site, has errors.
struct LeavingTests {
  private static let figure = "figures: [{id: plan, file: figures/plan.svg, kind: diagram, caption: A plan, alt: A red disc}]"

  @Test(arguments: [false, true])
  func aRemovedPictureLeavesWhileItsOwnCaseFails(keepsGoing: Bool) async throws {
    let folder = try TestFolder(Sample.library(["content/cases/b/figures/plan.svg": Sample.drawing]))
    try folder.write("content/cases/b/case.yaml", Sample.case("Case B", Self.figure))
    #expect(try await folder.build().errors == [])
    #expect(folder.outputPaths.contains { $0.hasPrefix("cases/b/figures/") } && folder.page("index.html").contains("cases/b/figures/"))
    try folder.write("content/cases/b/case.yaml", Sample.case("New B", "figurs: []"))
    #expect(try await !folder.build(keepsGoing: keepsGoing).isComplete)
    #expect(!folder.outputPaths.contains { $0.hasPrefix("cases/b/figures/") })
    #expect(folder.page("cases/b/index.html").contains("Case B") && !folder.page("index.html").contains("cases/b/figures/"))
    #expect(folder.page("index.html").contains("Case B") && folder.page("index.html").contains("Case A"))
  }

  @Test func aPictureStaysWhileItsCaseFailsForAnotherReason() async throws {
    let folder = try TestFolder(Sample.library(["content/cases/b/figures/plan.svg": Sample.drawing]))
    try folder.write("content/cases/b/case.yaml", Sample.case("Case B", Self.figure))
    _ = try await folder.build()
    let before = folder.output
    try folder.write("content/cases/b/case.yaml", Sample.case("New B", Self.figure + "\nfigurs: []"))
    #expect(try await folder.build(keepsGoing: true).published?.removed == 0)
    #expect(differences(before, folder.output) == [])
  }

  @Test func aFaultyPageKeepsItsLastFormWhileOthersGoOn() async throws {
    let folder = try TestFolder(Sample.library(["content/pages/about.md": "# About\n\nUs.\n"]))
    _ = try await folder.build()
    try folder.write("content/pages/about.md", "# About\n\nNew.\n\n```{timeline}\n```\n")
    try folder.write("content/cases/a/case.yaml", Sample.case("New A"))
    #expect(try await folder.build().published == nil)
    let report = try await folder.build(keepsGoing: true)
    #expect(!report.isComplete && report.errors == ["content/pages/about.md:5: unknown-part"])
    #expect(folder.page("pages/about.html").contains("Us.") && folder.page("cases/a/index.html").contains("New A"))
    #expect(try await folder.build(keepsGoing: true).published?.written == 0)
  }

  @Test func aClashWithACaseThatIsNotBuiltIsTold() async throws {
    let folder = try TestFolder(Sample.library())
    try folder.write("content/cases/b/case.yaml", Sample.case("Case B", "aliases: [old]"))
    _ = try await folder.build()
    let before = folder.output
    try folder.write("content/cases/a/case.yaml", Sample.case("New A", "aliases: [old]"))
    let report = try await folder.build(only: ["a"])
    #expect(report.errors == ["content/cases/b/case.yaml:9: alias-taken"])
    #expect(differences(before, folder.output) == [])
  }

  @Test func theCacheIsBoundedAndMayGo() async throws {
    let folder = try TestFolder(Sample.library())
    _ = try await folder.build()
    let before = folder.output
    #expect(try casebook("clean", "--cache", "--keep", "1", in: folder.path).status == 0)
    #expect(folder.exists(".casebook/cache/index-site"))
    try cleanCache(of: folder.path, keeping: 1)
    #expect(folder.files(in: ".casebook/cache").isEmpty)
    #expect(try await folder.build().published?.written == 0)
    #expect(differences(before, folder.output) == [])
    #expect(try casebook("clean", "--keep", "1", in: folder.path).status == 2)
  }
}
