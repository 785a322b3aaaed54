import CasebookModel
import Testing

@testable import CasebookChecker

@Suite struct LateralityTests {
  @Test func fieldsOfOneFigureAgree() throws {
    try expect(
      .laterality,
      yaml: """
        wounds:
          - {id: foot, site: "Right foot, plantar"}
          - ▶{id: leg, site: Right leg, label: Left leg}
        figures:
          - {id: a, site: Left heel, caption: ▶Ulcer of the right heel}
          - {id: b, wound: foot, alt: ▶Round ulcer under the left first metatarsal head}
          - {id: ▶left-c, site: Right heel}
          - {id: d, site: R heel, caption: ▶"Closed; heel, left"}
        """)
  }

  @Test(arguments: [
    "Ulcer of the left heel; the right heel is intact", "Left heel", "Right: before. Left: after", "Left to right: weeks 0, 4, 8",
    "The wound was left untreated", "All right after a week, right away", "Bilateral ulcers", "Right and left legs", "Before (right)",
    "Ulcer right above the malleolus", "He left hospital", "Right upper picture", "", "On the right of the picture",
  ])
  func captionsOfALeftHeelPass(_ caption: String) throws {
    try expect(.laterality, yaml: "figures:\n  - {id: a, site: Left heel, caption: \"\(caption)\", alt: \"\(caption)\"}\n")
  }

  @Test func sentencesThatMentionAFigure() throws {
    let figures = """
      wounds: [{id: foot, site: Right foot, area-method: ellipse}]
      figures: [{id: a, site: Right heel}, {id: b, site: Left heel}]
      """
    try expect(
      .laterality, yaml: figures,
      narrative: """
        ## Case

        ▶The ulcer of the left heel was larger (@fig-a). The left leg was not swollen.

        It was seen first
        in a clinic. The left foot
        ▶had an area of `{area foot week 0}`.

        The ulcers of the right heel (@fig-a) and the left heel (@fig-b) closed. The left leg healed. On the right it did not (@fig-a).

        Compared with the left heel it was small (@fig-a). It was left open (@fig-a). What was left, @fig-b shows.
        """,
      measurements: "week,length_cm,width_cm\n0,3.2,2.4\n",
      says: [
        "Sentence says left where it mentions figure \"a\", which is on the right",
        "Sentence says left where it mentions wound \"foot\", which is on the right",
      ])
  }

  @Test func sidesOfTexts() {
    #expect(Sides(ofText: "Photograph of the left lateral leg") == .left)
    #expect(Sides(ofText: "RIGHT lower extremity leg wound") == .right)
    #expect(Sides(ofText: "right-sided foot ulcer") == .right)
    #expect(Sides(ofText: "left and right great toes") == .both)
    #expect(Sides(ofText: "Left: anterior leg") == [])
    #expect(Sides(ofLabel: "Lt heel") == .left)
    #expect(Sides(ofLabel: "Plantar, L") == .left)
    #expect(Sides(ofLabel: "l-shaped wound") == [])
    #expect(Sides(ofLabel: "Bright red leg") == [])
  }

  @Test func hostileTextsTakeLinearTime() {
    var text = Case.Text(file: "narrative.md")
    let unit = String(repeating: "{@fig-a right ", count: 40_000)
    text.document.blocks = [.init(.paragraph([.text(unit)]), line: 1)]
    var subject = Case(
      slug: "a", title: .init([], source: .init("", at: .init(file: "case.yaml"))), location: .init(file: "case.yaml"))
    subject.narrative = text
    var figure = Figure(id: .init("a", at: .init(file: "case.yaml")), location: .init(file: "case.yaml"))
    figure.site = .init("Left heel", at: .init(file: "case.yaml"))
    subject.figures = [figure]
    let start = ContinuousClock.now
    _ = Rule.laterality.check(Subject(subject, site: Site()))
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
