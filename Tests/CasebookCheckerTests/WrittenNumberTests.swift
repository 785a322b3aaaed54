import CasebookModel
import Testing

@testable import CasebookChecker

/// Numbers in prose against a series by the ellipse: 6.0, 5.2, 2.4, 0.8, 0.2 and 0 cm² at weeks 0, 4, 8, 12, 14, 16.
@Suite struct WrittenNumberTests {
  private let yaml = "wounds: [{id: foot, label: Plantar ulcer, area-method: ellipse, type: pressure-injury}]"
  private let measurements = """
    week,length_cm,width_cm,depth_cm,exudate,slough_pct,granulation_pct,closed
    0,3.2,2.4,0.6,moderate,60,40,
    4,3.0,2.2,0.5,moderate,45,55,
    8,2.0,1.5,0.2,light,0,100,
    12,1.1,0.9,0.1,light,0,100,
    14,0.6,0.5,0.1,none,0,100,
    16,0,0,,none,,,yes
    """

  private func problems(_ sentence: String, yaml more: String = "", measurements other: String? = nil) throws -> [Problem] {
    let sample = Sample(
      yaml: (more.hasPrefix("wounds:") ? more : yaml + "\n" + more), narrative: "## Case\n\n\(sentence)\n",
      measurements: other ?? measurements)
    return Rule.numberContradictsMeasurements.check(Subject(try read(sample).case, site: Site()))
  }

  @Test(arguments: [
    "The ulcer was reduced by 72% at week 8.",
    "At week 8 the wound area had decreased by 72 %.",
    "The area reduction was 24% at week 4.",
    "By week 4, a 50% reduction in wound size was seen.",
    "The ulcer was 81 percent smaller at 8 weeks.",
    "After eight weeks the ulcer had shrunk by 50.9%.",
    "At week 8 the ulcer was reduced to 49% of its original area.",
    "At 4 weeks only 50% of the initial area remained.",
    "The wound was 12% larger at week 4.",
    "At week 8 the ulcer was reduced by more than 70%.",
    "At week 4 the wound was reduced by about 30%.",
    "The wound fell from 6.0 to 3.4 cm² at week 8.",
    "The ulcer measured 4.2 cm² at week 4.",
    "The ulcer had an area of 480 mm2 at week 8.",
    "The ulcer measured 3.2 × 2.9 cm at presentation.",
    "The ulcer measured 32 x 29 x 6 mm.",
    "The ulcer was 1.6 cm deep at the first visit.",
    "It came late. The ulcer closed at week 12.",
    "Complete closure was seen by week 14.",
    "The ulcer had healed at 12 weeks.",
    "The ulcer's PUSH score fell from 14 to 8.",
    "The ulcer shrank by 72% (week 8).",
    "The plantar ulcer was small. It was reduced by 72% at week 8.",
  ])
  func contradictionsAreFound(_ sentence: String) throws {
    #expect(try problems(sentence).count == 1, "\(sentence)")
  }

  @Test(arguments: [
    "The ulcer was reduced by 61% at week 8.",
    "The ulcer was reduced by 60.9% at week 8, and closed at week 16.",
    "At week 8 the wound area had decreased by about 60 %.",
    "The wound fell from 6.0 to 2.4 cm² at week 8.",
    "The wound shrank from 6.0 cm² at week 0 to 2.4 cm² at week 8.",
    "At 4 weeks 86% of the initial area remained.",
    "At week 8 the ulcer was reduced by more than 50%.",
    "The ulcer measured 3.2 × 2.4 × 0.6 cm at presentation.",
    "The ulcer measured 24 x 32 mm.",
    "The ulcer was 0.6 cm deep.",
    "The ulcer closed at week 16.",
    "The ulcer was closed by week 16 and remained closed at week 20.",
    "The ulcer was reduced by `{reduction foot week 8}` at week 8.",
    "HbA1c was reduced by 62%.",
    "In the ulcer the slough decreased by 60%.",
    "Pain fell by 50% while the ulcer was open.",
    "Ulcers that are reduced by 50% at week 4 heal more often.",
    "An area reduction of 53% at 4 weeks separates the two [@sheehan2003].",
    "In a study of 203 patients the wound area was reduced by 53% at 4 weeks.",
    "The wound should be reduced by at least 50% at week 4.",
    "A previous ulcer of 5 × 4 cm had healed at week 3.",
    "A 4 × 4 cm allograft was placed on the ulcer.",
    "The ulcer was reduced by 62% at week 6.",
    "The ulcer was debrided, 4 weeks after the cast it was 30 mm long.",
    "Smaller by 55% than at week 4, the ulcer was casted further.",
    "The ulcer had not healed at week 12.",
    "The wound was closed with sutures at week 2.",
    "The dose was reduced by 50% at week 4 because of the ulcer.",
    "At week 8 the ulcer had lost 61% of its original area.",
    "Total contact casting was started at week 4 and the ulcer was dressed every 3 days.",
    "The ulcer was photographed 40 cm away.",
  ])
  func whatAgreesOrIsOfSomethingElseIsLeftAlone(_ sentence: String) throws {
    #expect(try problems(sentence).map(\.summary) == [], "\(sentence)")
  }

  @Test func theMessageSaysWhatWasMeasuredAndHowToPrintIt() throws {
    let problem = try #require(try problems("The ulcer was reduced by 72% at week 8.").first)
    #expect(problem.summary == "72% in the text contradicts the measurements: 60.9% at week 8")
    #expect(problem.remedy?.contains("`{reduction foot week 8}`") == true)
    #expect(problem.target == "narrative" && problem.location.line == 3)
    let lines = try problems("The ulcer was seen by\nthe team. It was\nreduced by 72% at week 8.")
    #expect(lines.map(\.location.line) == [5])
  }

  @Test func everyTextOfTheCaseIsRead() throws {
    let more = """
      key-message: The ulcer was reduced by 72% at week 8
      abstract: {findings: The ulcer closed at week 12}
      outcome: Closed at week 12
      figures: [{id: foot-1, wound: foot, week: 8, caption: Area reduced by 72%, alt: An ulcer}]
      """
    let found = try problems("Text.", yaml: more)
    #expect(found.map(\.target).sorted() == ["abstract", "figures.foot-1", "key-message", "outcome"])
  }

  @Test func ofSeveralWoundsTheOneThatIsNamedCounts() throws {
    let two = "wounds: [{id: a, label: Right leg, area-method: rectangle}, {id: b, label: Left leg, area-method: rectangle}]"
    let rows = "wound,week,length_cm,width_cm\na,0,4,2\na,4,2,2\nb,0,4,2\nb,4,3,2\n"
    #expect(try problems("The ulcer of the right leg was reduced by 50% at week 4.", yaml: two, measurements: rows).isEmpty)
    #expect(try problems("The ulcer of the left leg was reduced by 50% at week 4.", yaml: two, measurements: rows).count == 1)
    #expect(try problems("One ulcer was reduced by 50% at week 4.", yaml: two, measurements: rows).isEmpty)
    #expect(try problems("One ulcer was reduced by 70% at week 4.", yaml: two, measurements: rows).count == 1)
  }

  @Test func hostileTextsDoNoHarm() throws {
    let texts = [
      String(repeating: "1 × ", count: 5_000) + "2 cm ulcer", String(repeating: "ulcer 62% ", count: 5_000),
      "ulcer 99999999999999999999% smaller",
      "{", "@", "ulcer { 62%", "ulcer ×× 3 × cm", "week -3 ulcer week 99999999999 closed at week", "ulcer reduced by %",
    ]
    for text in texts { _ = try problems(text) }
  }
}
