import CasebookModel
import CasebookReader
import Testing

/// Dates and times of `case.yaml`.
@Suite struct CaseDateTests {
  private func check(_ yaml: String, _ expected: [String]) throws {
    #expect(try problems(inCase: yaml) == expected)
  }

  @Test func anImpossibleDateIsAnError() throws {
    try check(
      "published: 2018-02-30\nupdated: 2018-13\npresented: [{meeting: M, date: 0000-01-01}]",
      [
        "case.yaml:2:12 impossible-date \"2018-02-30\" is not a day of the calendar → write the date as year-month-day",
        "case.yaml:3:10 impossible-date \"2018-13\" is not a day of the calendar → write the date as year-month-day",
        "case.yaml:4:32 impossible-date \"0000-01-01\" is not a day of the calendar → write the date as year-month-day",
      ])
  }

  @Test func anAmbiguousDateIsAnErrorWithoutAnOrder() throws {
    try check(
      "published: 5/10/2018\nupdated: 25/10/2018\npresented: [{meeting: M, date: 5.10.18}]",
      [
        "case.yaml:2:12 ambiguous-date \"5/10/2018\" is 2018-05-10 or 2018-10-05 → write one of them, or set date-order in site.yaml to mdy or dmy",
        "case.yaml:3:10 ambiguous-date \"25/10/2018\" is not written as year-month-day → write 2018-10-25",
        "case.yaml:4:32 ambiguous-date \"5.10.18\" has a year of two digits → write the date as year-month-day",
      ])
  }

  @Test func otherFormsAreOfferedAsTheDateToWrite() throws {
    try check(
      "published: May 10, 2018\nupdated: 2018/5/3\npresented: [{meeting: M, date: May 2018}, {meeting: N, date: soon}]",
      [
        "case.yaml:2:12 invalid-date \"May 10, 2018\" is not written as year-month-day → write 2018-05-10",
        "case.yaml:3:10 invalid-date \"2018/5/3\" is not written as a date → write 2018-05-03",
        "case.yaml:4:32 invalid-date \"May 2018\" is not written as year-month-day → write 2018-05",
        "case.yaml:4:62 wrong-type \"date\" takes a date such as 2018-03-14, 2018-03 or 2018, not \"soon\"",
      ])
  }

  @Test func onlyOneTimeCanSayWhen() throws {
    try check(
      "events:\n  - {week: 8, day: 3, text: x}\n  - {text: y}\n  - {week: eight, text: z}\n  - {visit: 0, text: z}\n  - {day: 99999999999999999999, text: z}",
      [
        "case.yaml:3:12 conflicting-times Only one of date, day, week and visit can say when | already said here 3:20",
        "case.yaml:4:5 missing-value Event has no date → add \"date: 2018-03-14\", \"week: 4\", \"day: 28\" or \"visit: 2\"",
        "case.yaml:5:12 wrong-type \"week\" takes a whole number from -6000 to 6000, not \"eight\"",
        "case.yaml:6:13 wrong-type \"visit\" takes a whole number from 1 to 1000, not \"0\"",
        "case.yaml:7:11 wrong-type \"day\" takes a whole number from -40000 to 40000, not \"99999999999999999999\"",
      ])
  }

  @Test func dayZeroIsADay() throws {
    try check(
      "timeline: {day-0: 2026-03}",
      [
        "case.yaml:2:19 invalid-date Day 0 is 2026-03, which is not a day → write the whole date, or leave it out"
      ])
  }

  @Test func datesAndWeeksNeedADayZero() throws {
    try check(
      "events: [{date: 2018-05-10, text: a}, {week: 1, text: b}]",
      [
        "case.yaml:1:1 missing-day-0 Case has dates and weeks or days, but no day 0 to relate them → add \"timeline: {day-0: 2018-03-14}\" with the day that the weeks count from | a date 2:10 | a relative time 2:39"
      ])
  }

  @Test func looserDatesNeedAReason() throws {
    try check(
      "timeline: {dates: calendar}",
      [
        "case.yaml:2:19 looser-dates Case publishes dates as \"calendar\" where the site says \"relative\" → remove it, add a basis such as {kind: previously-published, source: …}, or waive \"looser-dates\" with the reason"
      ])
  }

  @Test func looserDatesWithABasisAreAccepted() throws {
    try check(
      "timeline: {dates: calendar}\nbasis: {kind: previously-published, source: Poster}",
      [])
  }

  @Test func looserDatesWithAWaiverAreAccepted() throws {
    try check(
      "timeline: {dates: calendar}\nwaivers: [{rule: looser-dates, reason: The patient asked for it}]",
      [])
  }
}
