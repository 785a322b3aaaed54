internal import CasebookModel
internal import Diagnostics

extension Rule {
  static let dateAfterPublication = Rule(
    "date-after-publication", .warning, "Nothing happened after the case was published",
    why: """
      A visit, figure or event dated after `updated` (else `published`) has a wrong year or month more often than not. So
      has a case that was updated before it was published.
      """,
    remedy: "correct the date, or write \"updated:\"",
    bad: """
      published: 2026-11-01
      events:
        - {date: 2027-03-30, kind: procedure, text: Total contact cast}
      """,
    good: """
      published: 2026-11-01
      events:
        - {date: 2026-03-30, kind: procedure, text: Total contact cast}
      """
  ) { subject in
    guard let published = subject.case.published else { return [] }
    var problems: [Problem] = []
    if let updated = subject.case.updated, updated.value.firstDayNumber < published.value.firstDayNumber,
      updated.value.day != nil, published.value.day != nil
    {
      problems.append(
        Problem(
          "updated", "Case was updated on \(updated.value), before it was published on \(published.value)", at: updated.location,
          remedy: "correct one of the dates", notes: [.init("published", at: published.location)]))
    }
    let limit = [published.value, subject.case.updated?.value].compactMap { $0 }.max() ?? published.value
    guard let last = limit.dayNumber else { return problems }
    func check(_ what: String, _ time: TimePoint, _ target: String, _ place: SourceLocation) {
      let day: Int? = if case .date(let date) = time { date.firstDayNumber } else { subject.case.dayNumber(of: time) }
      guard let day, day > last, let date = CalendarDate(dayNumber: day) else { return }
      problems.append(
        Problem(
          target, "\(what) is dated \(date), after the case's publication", at: place, remedy: "correct the date, or write \"updated:\"",
          notes: [.init("published", at: published.location)]))
    }
    for event in subject.case.events { check("Event", event.time, "events", event.location) }
    for figure in subject.case.figures {
      if let time = figure.time { check("Figure \"\(figure.id.value)\"", time.value, "figures.\(figure.id.value)", time.location) }
    }
    for wound in subject.case.wounds {
      for visit in wound.visits { check("Visit of wound \"\(wound.id.value)\"", visit.time, "wounds.\(wound.id.value)", visit.location) }
    }
    return problems
  }
}
