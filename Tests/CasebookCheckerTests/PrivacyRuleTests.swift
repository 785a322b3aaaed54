import CasebookModel
import Testing

@testable import CasebookChecker

@Suite struct PrivacyRuleTests {
  private let photographs = "figures: [{id: a, file: figures/a.jpg}]\n"

  @Test func publishedPhotographsNeedConsent() throws {
    try expect(.consentNotStated, yaml: photographs + "status: ▶published")
    try expect(.consentNotStated, yaml: photographs + "consent: {status: ▶not-stated}")
    let (found, _) = try read(Sample(yaml: photographs + "status: draft"))
    #expect(Rule.consentNotStated.check(Subject(found, site: Site())).map(\.severity) == [.info])
  }

  @Test(arguments: [
    "consent: {status: obtained}", "consent: {status: not-required}", "consent: {status: waived}", "synthetic: true",
    "basis: {kind: previously-published, source: Poster}",
  ])
  func consentOrAReasonIsEnough(_ reason: String) throws {
    try expect(.consentNotStated, yaml: photographs + reason)
  }

  @Test func drawingsNeedNoConsent() throws {
    try expect(.consentNotStated, yaml: "figures: [{id: a, kind: diagram, file: figures/a.svg}, {id: b}]")
  }

  @Test func consentCoversWhatIsPublished() throws {
    try expect(
      .consentCovers, yaml: photographs + "consent: {status: ▶obtained, covers: [text, poster]}",
      says: ["Consent does not cover images and web"])
    try expect(.consentCovers, yaml: photographs + "consent: {status: obtained, covers: [text, images, web]}")
    try expect(.consentCovers, yaml: photographs + "consent: {status: obtained}")
    try expect(.consentCovers, yaml: "consent: {status: obtained, covers: [text, web]}")
  }

  @Test func namesIdentifyNobody() throws {
    try expect(
      .identifyingName,
      yaml: """
        aliases: [▶john-heel, ▶ulcer-2018-05-10, heel-ulcer]
        figures:
          - {id: ▶heel-20180510}
          - {id: ▶mrn-4711815}
          - {id: heel-week-16}
          - {id: heel-1, file: ▶figures/Smith_heel.jpg}
          - {id: heel-2, file: figures/IMG_20180510_140312.jpg}
        """)
    try expect(.identifyingName, yaml: "aliases: [acfas-2026, dakin-solution, case-12]\nfigures: [{id: w-01}, {id: p-114}]")
    try expect(
      .identifyingName,
      yaml: "timeline: {dates: calendar}\nbasis: {kind: previously-published, source: Poster}\naliases: [ulcer-2018-05-10]")
  }
}
