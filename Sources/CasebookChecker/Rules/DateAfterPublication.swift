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
    // One wrong year shifts many dates: they are told together.
    var late: [(what: String, date: CalendarDate, target: String, place: SourceLocation)] = []
    func check(_ time: TimePoint, _ target: String, _ place: SourceLocation, _ what: () -> String) {
      let day: Int? = if case .date(let date) = time { date.firstDayNumber } else { subject.case.dayNumber(of: time) }
      guard let day, day > last, let date = CalendarDate(dayNumber: day) else { return }
      late.append((what(), date, target, place))
    }
    for event in subject.case.events {
      check(event.time, "events", event.location) { "Event" }
      if let end = event.end, case .at(let time) = end.value { check(time, "events", end.location) { "End of an event" } }
    }
    for figure in subject.case.figures {
      guard let time = figure.time else { continue }
      check(time.value, "figures.\(figure.id.value)", time.location) { "Figure \"\(figure.id.value)\"" }
    }
    for wound in subject.case.wounds {
      for visit in wound.visits { check(visit.time, "wounds.\(wound.id.value)", visit.location) { "Visit of wound \"\(wound.id.value)\"" } }
    }
    guard let first = late.first else { return problems }
    let more = late.count > 1 ? ", and \(late.count - 1) more" : ""
    problems.append(
      Problem(
        first.target, "\(first.what) is dated \(first.date), after the case's publication\(more)", at: first.place,
        remedy: "correct the date, or write \"updated:\"",
        notes: [.init("published", at: published.location)] + late.dropFirst().prefix(3).map { .init("\($0.date)", at: $0.place) }))
    return problems
  }
}
