import CasebookModel
import Citations
import Markdown
import Testing

@testable import CasebookChecker

@Suite struct TextRuleTests {
  @Test func titlesAreShort() throws {
    try expect(
      .titleLength, yaml: "title: ▶" + String(repeating: "é", count: 251), says: ["Title has 251 characters"])
    try expect(.titleLength, yaml: "title: " + String(repeating: "é", count: 250))
    try expect(.titleLength, yaml: "title: Closure of a plantar ulcer")
  }

  @Test func titlesSayWhatTheyAre() throws {
    try expect(.titleCaseReport, yaml: "title: ▶Closure of a plantar ulcer in casts")
    try expect(.titleCaseReport, yaml: "title: \"Closure of a plantar ulcer: A Case Report\"")
    try expect(.titleCaseReport, yaml: "title: Closure\nkeywords: [case report]")
    try expect(.titleCaseReport, yaml: "title: Zwei Ulzera\nlanguage: de")
    try expect(.titleCaseReport, yaml: "title: Closure\nstatus: draft")
  }

  @Test func keyMessagesAreOneSentence() throws {
    try expect(.keyMessageLength, yaml: "key-message: ▶" + String(repeating: "word ", count: 41))
    try expect(.keyMessageLength, yaml: "key-message: " + String(repeating: "word ", count: 40))
    try expect(.keyMessageLength, yaml: "synthetic: true")
  }

  @Test func sectionsHaveATextOrSectionsOfTheirOwn() throws {
    try expect(
      .sectionIsEmpty, yaml: "",
      narrative: "## Case\n\nText.\n\n▶## Discussion\n\n## Intervention\n\n### Surgery\n\nText.\n\n▶### Dressing\n\n## References\n")
    try expect(.sectionIsEmpty, yaml: "", narrative: "## Case\n\n```{events}\n```\n\n## Table\n\n| a |\n| --- |\n| 1 |\n")
  }

  @Test func postersAreRead() throws {
    func text(_ words: Int) -> String { "Beginning.\n\n## Case\n\n" + String(repeating: "word ", count: words - 1) + "\n" }
    try expect(
      .posterWordCount, Sample(yaml: "", poster: "▶" + text(801)), says: ["Poster has 801 words"])
    try expect(.posterWordCount, Sample(yaml: "", poster: "▶" + text(299)), says: ["Poster has 299 words"])
    try expect(.posterWordCount, Sample(yaml: "", narrative: "▶" + text(900)), says: ["Narrative has 900 words, too many for a poster"])
    try expect(.posterWordCount, Sample(yaml: "", narrative: text(900), poster: text(800)))
    try expect(.posterWordCount, Sample(yaml: "", narrative: text(20)))
    try expect(.posterWordCount, Sample(yaml: "", narrative: text(700) + "\n## More {.page}\n\n" + String(repeating: "word ", count: 300)))
  }

  @Test func eventsBelongToTheCourse() throws {
    try expect(
      .caseEventsInDiscussion, yaml: "",
      narrative: "## Case\n\nText.\n\n## Discussion\n\nText.\n\n▶The patient underwent a third debridement. The patient returned.\n")
    try expect(
      .caseEventsInDiscussion, yaml: "", narrative: "## Case\n\nThe patient underwent a third debridement.\n\n## Discussion\n\nText.\n")
    try expect(
      .caseEventsInDiscussion, yaml: "",
      narrative: "## Discussion\n\nThe ulcer of this patient changed little. Patients who underwent surgery healed.\n")
  }

  @Test func aBillboardNeedsAKeyMessage() throws {
    try expect(
      .posterLayout, yaml: "posters: [{id: hall, layout: columns}, {id: ▶wall, layout: billboard}]",
      says: ["Billboard has no key message, so it is laid out in columns"])
    try expect(.posterLayout, yaml: "key-message: It closed.\nposters: [{id: wall, layout: billboard}]")
    try expect(.posterLayout, yaml: "posters: [{id: screen, size: \"16:9\", layout: eposter}]")
    try expect(.posterLayout, yaml: "synthetic: true")
  }

  @Test func referencesAreCitedWhereTheSiteAsksForIt() throws {
    var (found, _) = try read(Sample(yaml: ""))
    found.narrative.document = Document.parse("Text[^1].\n\n[^1]: Smaller [@sheehan2003].\n", file: "narrative.md").document
    found.references = ["sheehan2003", "kantor2000"].map { Reference(id: $0, type: "article-journal") }
    var site = Site()
    #expect(Rule.referenceUncited.check(Subject(found, site: site)).isEmpty)
    site.uncitedReferences = .error
    #expect(Rule.referenceUncited.check(Subject(found, site: site)).map(\.target) == ["references.kantor2000"])
    found.references.removeLast()
    #expect(Rule.referenceUncited.check(Subject(found, site: site)).isEmpty)
  }
}
