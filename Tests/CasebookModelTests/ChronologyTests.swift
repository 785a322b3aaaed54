import CasebookModel
import Testing

@Suite struct ChronologyTests {
  private static let dayZero = CalendarDate(iso: "2018-05-10")?.dayNumber

  private func labels(_ policy: DatePolicy, _ dates: String...) -> [String] {
    let times = dates.compactMap { CalendarDate(iso: $0) }.map { TimePoint.date($0) }
    return Chronology(dayZero: Self.dayZero, policy: policy).labels(of: times)
  }

  @Test func calendarPolicyPrintsDates() {
    #expect(labels(.calendar, "2018-05-10", "2018-06", "2018") == ["May 10, 2018", "June 2018", "2018"])
  }

  @Test func yearPolicyPrintsYears() { #expect(labels(.year, "2018-05-10", "2019-06") == ["2018", "2019"]) }

  @Test func relativePolicyPrintsWeeksFrom14DaysOn() {
    #expect(labels(.relative, "2018-05-10", "2018-06-14", "2018-10-25") == ["Week 0", "Week 5", "Week 24"])
    #expect(labels(.relative, "2018-05-10", "2018-05-23") == ["Day 0", "Day 13"])
  }

  @Test func partialDatesArePrintedNoMorePreciselyThanTheyAre() {
    #expect(labels(.relative, "2018-03", "2017") == ["Month −2", "Year −1"])
  }

  @Test func timesBeforeDayZeroHaveATrueMinus() { #expect(labels(.relative, "2018-02-15") == ["Week −12"]) }

  @Test func timesWithoutADateNeedNoDayZero() {
    let chronology = Chronology(dayZero: nil, policy: .relative)
    #expect(chronology.labels(of: [.week(0), .week(8), .visit(3)]) == ["Week 0", "Week 8", "Visit 3"])
    #expect(chronology.labels(of: [.day(0), .day(3)]) == ["Day 0", "Day 3"])
    #expect(chronology.day(of: .week(4)) == 28)
    #expect(chronology.day(of: .visit(2)) == nil)
  }

  @Test func noTrueDateIsPrintedWithoutDayZero() throws {
    let date = try #require(CalendarDate(iso: "2018-05-10"))
    #expect(Chronology(dayZero: nil, policy: .relative).label(of: .date(date)) == "Undated")
  }

  @Test func aYearSortsBeforeItsDays() throws {
    let chronology = Chronology(dayZero: Self.dayZero, policy: .relative)
    let times = try ["2018-01-01", "2018", "2017-12-31"].map { TimePoint.date(try #require(CalendarDate(iso: $0))) }
    let sorted = times.sorted { chronology.sortKey(of: $0) < chronology.sortKey(of: $1) }
    #expect(sorted == [times[2], times[1], times[0]])
  }
}
