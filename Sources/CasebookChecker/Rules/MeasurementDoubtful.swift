internal import CasebookModel
internal import WoundProgress

extension Rule {
  static let measurementDoubtful = Rule(
    "measurement-doubtful", .warning, "Sizes of a wound fit the visits beside them",
    why: """
      A size ten times that of its neighbours, millimeters under a heading in centimeters, length and width exchanged, a
      traced area larger than length × width: slips of writing that a chart makes visible to everybody. They are asked about
      and never changed.
      """,
    remedy: "compare the row with the record, and correct it or waive the rule",
    bad: """
      foot,2026-03-02,3.2,2.4
      foot,2026-03-09,31,2.3
      foot,2026-03-16,3.0,2.2
      """,
    good: """
      foot,2026-03-02,3.2,2.4
      foot,2026-03-09,3.1,2.3
      foot,2026-03-16,3.0,2.2
      """
  ) { subject in
    subject.case.wounds.flatMap { wound -> [Problem] in
      guard !wound.visits.isEmpty else { return [] }
      let times = wound.visits.map { subject.case.chronology.seriesTime(of: $0.time) }
      return ReadingQuestion.questions(about: wound.visits.map(\.measurement), at: times).map { question in
        Problem(
          "wounds.\(wound.id.value)", "Wound \"\(wound.id.value)\": \(question.summary)", at: wound.visits[question.row].location,
          remedy: question.remedy)
      }
    }
  }
}
