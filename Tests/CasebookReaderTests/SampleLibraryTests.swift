import CasebookModel
import CasebookReader
import Files
import Foundation
import Testing

/// The sample library in `content/`.
@Suite struct SampleLibraryTests {
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  static let poster: String? = {
    let shared = ProcessInfo.processInfo.environment["CASEBOOK_SHARED"] ?? root + "/../shared"
    return try? String(contentsOfFile: shared + "/seed/poster-text.txt", encoding: .utf8)  // absent: the test is skipped
  }()

  private func sample(_ slug: String) throws -> Case {
    var files = try SourceFiles(root: Self.root)
    let (item, diagnostics) = CaseReader(site: Site()).read(slug, from: &files)
    #expect(diagnostics.map { $0.line(in: "") } == [])
    return try #require(item)
  }

  @Test func thePublishedPosterHasNothingAdded() throws {
    let item = try sample("calcinosis-cutis")
    #expect(item.keyMessage == nil && item.consent == nil && item.poster == nil && item.outcome == nil)
    #expect(item.wounds.isEmpty && item.events.isEmpty && item.statements.isEmpty && item.keywords.isEmpty && item.abstract.isEmpty)
    #expect(item.chronology.policy == .calendar && item.basis?.kind == .previouslyPublished && !item.isSynthetic)
    #expect(item.authors.map(\.credentials) == [["DPM", "FACFAS"], ["DPM", "FACFAS"], ["DPM", "PGY-2"]])
  }

  @Test func thePublishedPosterHasItsNineFiguresAndSixReferences() throws {
    let item = try sample("calcinosis-cutis")
    #expect(item.figures.allSatisfy { $0.file == nil })
    #expect(
      item.figures.compactMap { $0.site?.value } == [
        "Right anterior leg", "Left Achilles", "Left lateral leg", "Right anterior leg", "Left Achilles", "Left lateral leg",
        "Right anterior leg", "Left Achilles", "Left medial leg",
      ])
    #expect(
      item.references.map(\.id) == ["balin2012", "leroy2001", "nalebuff2018", "peytrignet2018", "valenzuela2016", "varga2018"])
  }

  @Test(.enabled(if: poster != nil, "needs seed/poster-text.txt in CASEBOOK_SHARED or ../shared"))
  func thePublishedPosterIsCompleteToTheLastWord() throws {
    let narrative = try String(contentsOfFile: Self.root + "/content/cases/calcinosis-cutis/narrative.md", encoding: .utf8)
    let paragraphs = narrative.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    let printed = try #require(Self.poster).replacing("IcSSc", with: "lcSSc").replacing("dysmobility", with: "dysmotility")
    let body = try #require(printed.firstRange(of: "#### Resources"))
    let lines = printed[..<body.lowerBound].split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let prose = lines.filter { !$0.isEmpty && !$0.hasPrefix("#") && !$0.hasPrefix("!") && !$0.hasPrefix("Figures from") }
    #expect(prose.count == 10 && paragraphs == prose)
  }

  @Test func theSyntheticCasesSaySoAndHaveTheirMeasurements() throws {
    let plantar = try sample("plantar-ulcer")
    #expect(plantar.isSynthetic && plantar.wounds.map(\.visits.count) == [12])
    #expect(plantar.wounds[0].visits.last?.measurement.isClosed == true)
    let venous = try sample("venous-leg-ulcers")
    #expect(venous.isSynthetic && venous.wounds.map(\.visits.count) == [10, 10, 10])
    #expect(venous.wounds[2].visits.filter { $0.measurement.area == nil }.count == 1)
    for figure in plantar.figures + venous.figures {
      #expect(figure.image?.width == 1600 && figure.image?.height == 1200, "\(figure.id.value)")
    }
  }
}
