import Diagnostics
import Testing

@testable import Citations

@Suite struct ReferenceRuleTests {
  private let right = Reference(
    id: "a", type: "article-journal",
    variables: [
      "title": "Feet of invented people", "container-title": "Archives of Dermatology", "container-title-short": "Arch Dermatol",
      "volume": "148",
      "issue": "4", "page": "455-462", "DOI": "10.1001/x",
    ],
    names: ["author": [Name(family: "Doe", given: "J")]], dates: ["issued": ReferenceDate(parts: [.init(year: 2012)])])

  private func rules(_ change: (inout Reference) -> Void) -> [String] {
    var reference = right
    change(&reference)
    return ReferenceRule.check([reference]).map { "\($0.severity) \($0.rule)" }
  }

  @Test func aRightReferencePasses() {
    #expect(rules { _ in } == [])
    #expect(rules { $0.variables["page"] = "455-62" } == [])
  }

  @Test func articlesAreChecked() {
    #expect(rules { $0.variables["page"] = "462–455" } == ["error reversed-page-range"])
    #expect(rules { $0.variables["volume"] = nil } == ["error article-needs-volume"])
    #expect(
      rules {
        $0.variables["volume"] = nil
        $0.variables["issue"] = nil
        $0.variables["status"] = "advance online publication"
      } == [])
    #expect(rules { $0.variables["issue"] = nil } == ["warning article-needs-issue"])
    #expect(rules { $0.variables["DOI"] = nil } == ["warning article-needs-doi"])
    #expect(rules { $0.variables["DOI"] = "archderm" } == ["error doi-form"])
    #expect(rules { $0.variables["DOI"] = "https://doi.org/10.1001/x" } == [])
    #expect(rules { $0.variables["container-title-short"] = nil } == ["warning journal-abbreviation"])
    #expect(rules { $0.variables["title"] = "Surgery of Invented Patients Without Systemic Sclerosis" } == ["warning sentence-case-title"])
    #expect(rules { $0.variables["title"] = "RETRACTED: Feet of invented people" } == ["warning retracted-reference"])
    #expect(rules { $0.variables["retracted"] = "true" } == ["warning retracted-reference"])
    #expect(rules { $0.variables["title"] = nil } == ["error reference-needs-title"])
    #expect(rules { $0.names = [:] } == ["info reference-needs-author"])
  }

  @Test func pagesNeedTheDayTheyWereRead() {
    func page(_ variables: [String: String], isRead: Bool) -> [String] {
      let reference = Reference(
        id: "w", type: "webpage", variables: variables.merging(["title": "Feet"]) { $1 },
        dates: isRead ? ["accessed": ReferenceDate(parts: [.init(year: 2026, month: 1, day: 2)])] : [:])
      return ReferenceRule.check([reference]).map { "\($0.severity) \($0.rule)" }
    }
    #expect(page(["URL": "https://example.org/feet"], isRead: true) == [])
    #expect(page(["URL": "https://example.org/feet"], isRead: false) == ["error web-reference-incomplete"])
    #expect(page(["URL": "https://example.org"], isRead: true) == ["warning web-reference-incomplete"])
    #expect(page([:], isRead: true) == ["error web-reference-incomplete"])
  }

  @Test func findsDuplicates() {
    var byDOI = right
    byDOI.id = "b"
    byDOI.variables["title"] = "Another title"
    byDOI.variables["DOI"] = "HTTPS://doi.org/10.1001/X"
    var byTitle = right
    byTitle.id = "c"
    byTitle.variables["DOI"] = "10.1001/other"
    byTitle.variables["title"] = "Feet of <i>Invented</i> people."
    var other = right
    other.id = "d"
    other.variables["DOI"] = "10.1001/third"
    other.variables["title"] = "Hands of invented people"
    let diagnostics = DuplicateReferences.check([right, byDOI, byTitle, other])
    #expect(
      diagnostics.map(\.summary) == [
        "References \"a\" and \"b\" are the same source", "References \"a\" and \"c\" are the same source",
      ])
  }

  @Test func countsAges() {
    var undated = right
    undated.dates = [:]
    let ages = ReferenceAges.histogram(of: [right, undated, right], in: 2018)
    #expect(ages.map(\.age) == [6, nil] && ages.map(\.count) == [2, 1])
  }
}
