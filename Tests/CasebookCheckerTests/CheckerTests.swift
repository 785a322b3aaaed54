import CasebookModel
import Diagnostics
import Testing

@testable import CasebookChecker

@Suite struct CheckerTests {
  private let heel = """
    figures:
      - {id: a, site: Left heel, caption: Ulcer of the right heel}
      - {id: b, site: Left heel, caption: Ulcer of the right heel}
    authors: ["Jordan Example, DPM"]

    """

  private func check(_ yaml: String, site: Site = Site(), after reading: [Diagnostic] = []) throws -> [String] {
    let (found, _) = try read(Sample(yaml: yaml))
    return Checker(site: site).check(found, after: reading).map { "\($0.severity) \($0.rule) \($0.location?.line ?? 0)" }
  }

  private func site(_ rules: [String: Severity?]) -> Site {
    var site = Site()
    site.rules = rules.sorted { $0.key < $1.key }.map { RuleSetting(rule: Located($0, at: site.location), severity: $1) }
    return site
  }

  @Test func sitesChangeSeverities() throws {
    #expect(try check(heel) == ["error laterality 2", "error laterality 3"])
    #expect(try check(heel, site: site(["laterality": .info])) == ["info laterality 2", "info laterality 3"])
    #expect(try check(heel, site: site(["laterality": nil])) == [])
  }

  @Test func casesWaiveRulesAtPlaces() throws {
    #expect(
      try check(heel + "waivers: [{rule: laterality, at: figures.a, reason: Mirror image}]") == ["error laterality 3"])
    #expect(try check(heel + "waivers: [{rule: laterality, reason: Mirror images}]") == [])
    #expect(try check(heel + "waivers: [{rule: laterality, at: figures, reason: Mirror images}]") == [])
  }

  @Test func waiversAreNeeded() throws {
    let needless = "waivers: [{rule: title-length, reason: Long}, {rule: lateralty, reason: Slip}, {rule: unknown-key, reason: No}]"
    #expect(
      try check("authors: [A Example]\n" + needless) == ["info unused-waiver 2", "error unknown-rule 2", "error rule-not-adjustable 2"])
  }

  @Test func readingIsAdjustedWhereNothingWouldBeMissing() throws {
    let place = SourceLocation(file: "content/cases/foot/narrative.md", line: 7)
    let reading = [
      Diagnostic(.error, "unknown-key", "K", at: place), Diagnostic(.warning, "markdown-raw-html", "H", at: place),
    ]
    let authors = "authors: [A Example]\n"
    #expect(try check(authors, after: reading) == ["error unknown-key 7", "warning markdown-raw-html 7"])
    #expect(try check(authors, site: site(["unknown-key": nil, "markdown-raw-html": nil]), after: reading) == ["error unknown-key 7"])
    let waiver = "waivers: [{rule: markdown-raw-html, reason: Kept as text}]"
    #expect(try check(authors + waiver, after: reading) == ["error unknown-key 7"])
  }

  @Test func settingsNameRules() {
    let settings = Checker(site: site(["lateralty": .info, "laterality": .info, "unknown-key": .info, "figure-dpi": .warning]))
    #expect(settings.checkSettings().map(\.rule) == ["unknown-rule", "rule-not-adjustable"])
    #expect(settings.checkSettings().first?.remedy == "did you mean \"laterality\"?")
  }

  @Test func looserDatesUseTheirWaiver() throws {
    let dates = "authors: [A Example]\ntimeline: {dates: calendar}\nwaivers: [{rule: looser-dates, reason: As published}]"
    #expect(try check(dates) == [])
  }

  @Test func withdrawnCasesAreNotChecked() throws {
    #expect(try check(heel + "status: withdrawn") == [])
  }

  @Test func casesAreCompared() throws {
    func entry(_ slug: String, aliases: [String] = [], topics: [String] = []) -> LibraryEntry {
      let place = SourceLocation(file: "content/cases/\(slug)/case.yaml")
      var found = Case(slug: slug, title: .init([], source: Located("", at: place)), location: place)
      found.status.value = .published
      found.aliases = aliases.map { Located($0, at: place) }
      found.topics = topics.map { Located($0, at: place) }
      return LibraryEntry(found)
    }
    let entries = [
      entry("a", aliases: ["b", "old"], topics: ["Off-loading", "Casts"]),
      entry("b", aliases: ["old", "b"], topics: ["Offloading", "Casts"]),
      entry("c", topics: ["Off-loading", "cast"]),
    ]
    #expect(
      Checker(site: Site()).check(entries).map(\.summary) == [
        "Alias \"b\" is the address of another case", "Alias \"old\" is also one of case \"a\"", "Alias \"b\" is the case's own address",
        "Topic \"Offloading\" is \"Off-loading\" in another place", "Topic \"cast\" is \"Casts\" in another place",
      ])
    #expect(Checker(site: Site()).check([entries[2]]) == [])
  }
}
