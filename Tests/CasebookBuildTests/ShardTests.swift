import CasebookBuild
import Diagnostics
import TestSupport
import Testing

/// Shares that are built apart and joined are the site that one build makes.
struct ShardTests {
  /// Ten cases: of each status, with pictures, aliases, an own page and shared references.
  private static func library(_ more: [String: String] = [:]) -> [String: String] {
    var files = ["content/site.yaml": Sample.site, "content/pages/about.md": "# About\n\nUs.\n"]
    let statuses = ["published", "published", "unlisted", "withdrawn", "draft"]
    for number in 0..<10 {
      let slug = "case-\(number)"
      let figure = "figures: [{id: plan, file: figures/plan.svg, kind: diagram, caption: A plan, alt: A red disc}]"
      let lines = (number % 3 == 0 ? figure + "\n" : "") + "aliases: [old-\(number)]\ntopics: [topic \(number % 2)]"
      files.merge(Sample.files(slug, Sample.case("Case \(number)", status: statuses[number % 5], lines))) { $1 }
      if number % 3 == 0 { files["content/cases/\(slug)/figures/plan.svg"] = Sample.drawing }
    }
    return files.merging(more) { $1 }
  }

  private func shares(_ folder: TestFolder, _ count: Int) async throws -> [BuildReport] {
    var reports: [BuildReport] = []
    for number in 1...count {
      var options = BuildOptions(root: folder.path, output: "\(folder.path)/share-\(number)", jobs: 2)
      options.shard = Shard("\(number)/\(count)")
      reports.append(try await CasebookBuild.build(options))
    }
    return reports
  }

  private func merged(_ folder: TestFolder, _ count: Int, keepsGoing: Bool = false) throws -> BuildReport {
    let folders = (1...count).map { "\(folder.path)/share-\($0)" }
    return try merge(folders.reversed(), BuildOptions(root: folder.path, keepsGoing: keepsGoing, jobs: 2))
  }

  @Test(arguments: [1, 2, 3, 7])
  func theMergedSiteIsThatOfOneBuild(count: Int) async throws {
    let (one, many) = (try TestFolder(Self.library()), try TestFolder(Self.library()))
    let whole = try await one.build()
    let reports = try await shares(many, count)
    #expect(reports.allSatisfy(\.isComplete) && reports.reduce(0) { $0 + $1.cases } == whole.cases)
    let report = try merged(many, count)
    #expect(report.isComplete && report.cases == whole.cases)
    #expect(report.diagnostics.inReadingOrder() == whole.diagnostics.inReadingOrder())
    #expect(differences(one.output, many.output) == [])
    #expect(one.output.count > 30)
    // Once more into the same folders: nothing is written.
    _ = try await shares(many, count)
    #expect(try merged(many, count).published?.written == 0)
  }

  @Test(arguments: [false, true])
  func errorsAreThoseOfOneBuild(keepsGoing: Bool) async throws {
    let (one, many) = (try TestFolder(Self.library()), try TestFolder(Self.library()))
    _ = try await one.build()
    _ = try await shares(many, 3)
    _ = try merged(many, 3)
    #expect(differences(one.output, many.output) == [])
    for folder in [one, many] {
      try folder.write("content/cases/case-0/case.yaml", Sample.case("Broken", "figurs: []"))
      try folder.write("content/cases/case-1/case.yaml", Sample.case("Changed", "aliases: [old-5, case-6]"))
      try folder.write("content/cases/case-6/case.yaml", Sample.case("Gone", status: "withdrawn"))
      try folder.write("content/cases/case-7/case.yaml", Sample.case("Changed", "aliases: [old-5]"))
    }
    let whole = try await one.build(keepsGoing: keepsGoing)
    _ = try await shares(many, 3)
    let report = try merged(many, 3, keepsGoing: keepsGoing)
    #expect(!report.isComplete && report.errors.count >= 4)
    #expect(report.diagnostics.inReadingOrder() == whole.diagnostics.inReadingOrder())
    #expect(differences(one.output, many.output) == [])
    #expect(!one.page("cases/case-6/index.html").contains("What was found"))
  }

  @Test func aCaseKeepsItsShare() {
    let slugs = (0..<1_000).map { "case-\($0)" }
    for count in [1, 2, 7] {
      let shards = (1...count).compactMap { Shard("\($0)/\(count)") }
      let sizes = shards.map { shard in slugs.count { shard.holds($0) } }
      #expect(sizes.reduce(0, +) == 1_000)
      #expect(sizes.allSatisfy { $0 > 800 / count })
    }
    #expect(
      Shard("0/3") == nil && Shard("4/3") == nil && Shard("1") == nil && Shard("1/2/3") == nil && Shard("1/99999999999999999999") == nil)
  }

  @Test func faultySharesAreRefused() async throws {
    let folder = try TestFolder(Self.library())
    _ = try await shares(folder, 2)
    #expect(try merge(["\(folder.path)/share-1"], BuildOptions(root: folder.path, jobs: 1)).errors == ["share-missing"])
    let twice = [1, 1, 2].map { "\(folder.path)/share-\($0)" }
    #expect(try merge(twice, BuildOptions(root: folder.path, jobs: 1)).errors == ["share-named-twice"])
    #expect(try merge(["\(folder.path)/content"], BuildOptions(root: folder.path, jobs: 1)).errors == ["share-unreadable"])
    #expect(folder.output.isEmpty)
    let path = try #require(folder.files(in: "share-1").keys.sorted().first { $0.hasSuffix("index.html") && $0.contains("case-") })
    let bytes = try #require(folder.bytes("share-1/" + path))
    try folder.write("share-1/" + path, "spoilt")
    #expect(try merged(folder, 2).errors == ["share-unreadable"])
    try folder.write("share-1/" + path, bytes)
    try folder.write("content/site.yaml", Sample.site + "license: CC0\n")
    #expect(try merged(folder, 2).errors == ["share-of-another-site", "share-of-another-site"])
    #expect(folder.output.filter { !$0.key.hasPrefix(".") }.isEmpty)
  }

  @Test func theCommandsJoinShares() throws {
    let folder = try TestFolder(Self.library())
    for number in 1...2 { #expect(try casebook("build", "--shard", "\(number)/2", in: folder.path).status == 0) }
    #expect(try casebook("merge", "shards/1-of-2", "shards/2-of-2", in: folder.path).status == 0)
    #expect(folder.page("index.html").contains("Case 1"))
    #expect(try casebook("build", "--shard", "3/2", in: folder.path).status == 2)
    #expect(try casebook("merge", in: folder.path).status == 2)
  }
}
