import Diagnostics
import Testing

@testable import Citations

@Suite struct PrintedReferenceRuleTests {
  private static let examples = PrintedReferenceRule.all.flatMap { rule in
    rule.flagged.map { Example(rule: rule.id, text: $0, isFlagged: true) }
      + rule.accepted.map { Example(rule: rule.id, text: $0, isFlagged: false) }
  }

  struct Example: Sendable, CustomTestStringConvertible {
    var rule: String
    var text: String
    var isFlagged: Bool
    var testDescription: String { "\(rule) \(isFlagged ? "flags" : "accepts"): \(text)" }
  }

  @Test(arguments: examples)
  func saysWhatItsExamplesPromise(example: Example) {
    let rules = PrintedReferenceList.parse(example.text).check().map(\.rule)
    #expect(rules.contains(example.rule) == example.isFlagged)
  }

  /// Entries in AMA form, of the kinds that manuals give as samples: nothing in them is wrong.
  @Test(arguments: [
    "Doe SJ, Roe DA, Poe LK, Moe MDP. Calcinosis of invented feet: the Example Clinic experience with 78 patients, 1996-2009. Arch Dermatol. 2012;148(4):455-462. doi:10.1001/x.2011.2052",
    "van den Berg F, Khan D, Frans J, et al. 2013 classification criteria for invented feet: an American College of Feet/European League of Feet initiative. Arthritis Rheum. 2013;65(11):2737-2747. doi:10.1002/art.1",
    "US Preventive Feet Task Force. Care-based interventions to prevent corns: US Preventive Feet Task Force recommendation statement. JAMA. 2020;323(20):2060-2066. doi:10.1001/jama.2020.1",
    "Gilstrap LC 3rd, Cunningham FG, VanDorsten JP, eds. Operative Foot Care. 2nd ed. McGraw-Hill; 2002.",
    "Meltzer PS, Kallio A, Trent JM. Chromosomes of invented feet in human patients. In: Vogel B, Kinzler KW, eds. The Genetic Basis of Human Feet. McGraw-Hill; 2002:93-113.",
    "Nale EA. Surgery of invented hands. Clin Orthop Relat Res. 1999;(366):91-97. doi:10.1097/x",
    "Beld S, Rabin RV, Pola DB. Invented hands: evaluation and treatment. J Am Acad Orthop Surg. 2020;28(16):e686-e695. doi:10.5435/JAAOS-D-1",
    "Pey S, Dent CP, Lunt M, et al. Fatigue in invented feet. Rheumatology (Oxford). Published online November 30, 2017. doi:10.1093/rheumatology/k1",
    "Doe J. Diagnosis of invented feet in adults. In: Roe MR, ed. UpToDate. Wolters Kluwer. Updated July 2018. Accessed May 3, 2019. https://www.uptodate.com/contents/diagnosis-of-feet",
    "Ros ME, Huer MB. Regulation of invented feet after injury: who walks? A pilot study. Brain Res. 2002;935(1-2):40-46. doi:10.1/x",
    "Bor MM. Infant Feet and Walking: A Telephone Survey of Hispanic Americans. Dissertation. Central Example University; 2002.",
  ])
  func letsRightEntriesPass(text: String) {
    // Alone in a list, an entry needs no number.
    let diagnostics = PrintedReferenceList.parse(text).check()
    #expect(diagnostics.map { "\($0.rule): \($0.summary)" } == [])
  }

  @Test func nlmStyleHasItsOwnForms() {
    let text = "1. Doe S, Roe D. Feet of invented people. Arch Dermatol. 2012 Apr;148(4):455-62. doi:10.1001/x\n"
    #expect(PrintedReferenceList.parse(text).check(style: .nlm).isEmpty)
    #expect(PrintedReferenceList.parse(text).check(style: .ama).map(\.rule) == ["reference-date-form"])
    let early = "1. Doe S, Roe D, Poe E, et al. Feet. Arch Dermatol. 2012;148(4):455-62. doi:10.1001/x\n"
    #expect(PrintedReferenceList.parse(early).check(style: .nlm).map(\.rule) == ["et-al-too-early"])
  }

  @Test func pointsAtThePlaceAndNamesTheCode() throws {
    let text =
      "References\n\n1. Doe J. Feet of\n   people. Arch Dermatol. 2012;148(4):462-455.\n2. Röe, R. Hände. JAMA. 2012;148(4):462-465. doi:10.1/x\n"
    let diagnostics = PrintedReferenceList.parse(text, file: "old.txt").check()
    let pages = try #require(diagnostics.first { $0.rule == "reversed-page-range" })
    #expect(pages.location == SourceLocation(file: "old.txt", line: 4, column: 39, length: 7))
    #expect(pages.notes.first?.text == "R01" && pages.severity == .error)
    let name = try #require(diagnostics.first { $0.rule == "author-name-form" })
    #expect(name.location == SourceLocation(file: "old.txt", line: 5, column: 4, length: 6))
    #expect(name.remedy == "write \"Röe R\"")
  }

  @Test func comparesWithRecords() {
    let record = Reference(
      id: "doe2012", type: "article-journal",
      variables: ["title": "Invented feet of many people: a study of walking", "container-title-short": "JAMA"],
      names: ["author": ["Doe", "Roe", "Poe"].map { Name(family: $0, given: "A") }],
      dates: ["issued": ReferenceDate(parts: [.init(year: 2012)])])
    let topic = Reference(
      id: "topic", type: "chapter", variables: ["title": "Diagnosis of walking on invented feet", "container-title": "UpToDate"],
      names: ["author": [Name(family: "Moe", given: "M")], "editor": [Name(family: "Axel", given: "X")]])
    func codes(_ text: String) -> [String] {
      PrintedReferenceList.parse(text).check(records: [record, topic])
        .filter { diagnostic in PrintedReferenceRule.all.contains { $0.id == diagnostic.rule && $0.needsRecords } }
        .flatMap { $0.notes.prefix(1).map(\.text) }
    }
    let rest = "JAMA. 2012;148(4):455-462. doi:10.1/x"
    #expect(codes("Doe A, Roe A, Poe A. Invented feet of many people: a study of walking. \(rest)") == [])
    #expect(codes("Doe A, et al. Invented Feet of Many People: A Study of Walking. \(rest)") == [])
    #expect(codes("Poe A, Roe A, Doe A. Invented feet of many people: a study of walking. \(rest)") == ["R09"])
    #expect(codes("Doe A, Roo A, Poe A. Invented feet of many people; a study of walking. \(rest)") == ["R09", "R14"])
    #expect(codes("Doe A. Invented feet of many people: a study of walking. Jul 2018. www.uptodate.com") == ["R18"])
    #expect(codes("Moe M, Axel X. Diagnosis of walking on invented feet. Jul 2018. www.uptodate.com") == ["R10"])
  }

  @Test func ids() {
    let rules = PrintedReferenceRule.all
    #expect(rules.map(\.code) == (1...18).map { $0 < 10 ? "R0\($0)" : "R\($0)" })
    #expect(Set(rules.map(\.id)).count == rules.count)
    for rule in rules { #expect(rule.needsRecords || (!rule.flagged.isEmpty && !rule.accepted.isEmpty)) }
  }
}
