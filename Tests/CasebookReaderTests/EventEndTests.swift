import CasebookModel
import CasebookReader
import Testing

/// `until:` of an event counts like its start.
@Suite struct EventEndTests {
  @Test func anEndCountsLikeItsStart() throws {
    let yaml = """
      timeline: {day-0: 2026-03-02}
      events:
        - {date: 2026-03-30, until: 2026-06-22, kind: procedure, text: Cast}
        - {week: 4, until: 14, kind: procedure, text: Cast}
        - {day: 3, until: 3, text: Cast}
        - {date: 2026-03, until: ongoing, kind: medication, text: Drug}
        - {week: 1, text: Visit}
        - {week: 1, until: , text: Visit}
      """
    let (found, problems) = try readCase(["case.yaml": "title: T\n" + yaml])
    #expect(problems == [])
    let ends = try #require(found).events.map { $0.end?.value }
    #expect(ends[1...] == [.at(.week(14)), .at(.day(3)), .ongoing, nil, nil])
    #expect(ends[0] == CalendarDate(iso: "2026-06-22").map { .at(.date($0)) })
  }

  @Test func anEndBeforeTheStartOrOfAnotherKindIsReported() throws {
    #expect(
      try problems(
        inCase:
          "timeline: {day-0: 2026-03-02}\nevents:\n  - {week: 8, until: 4, text: Cast}\n  - {date: 2026-03-30, until: 2026-03-01, text: Cast}\n"
      ) == [
        "case.yaml:4:22 ends-before-start Event ends before it starts → correct the start or \"until\"; it counts like the start: as a date, in weeks or in days",
        "case.yaml:5:31 ends-before-start Event ends before it starts → correct the start or \"until\"; it counts like the start: as a date, in weeks or in days",
      ])
    #expect(try problems(inCase: "events: [{week: 8, until: soon, text: Cast}]\n").count == 1)
    #expect(try problems(inCase: "events: [{week: 8, until: 99999999, text: Cast}]\n").count == 1)
  }
}
