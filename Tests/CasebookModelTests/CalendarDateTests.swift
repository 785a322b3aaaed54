import CasebookModel
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["2018", "2018-03", "2018-03-14", "2020-02-29", "0001-01-01", "9999-12-31"])
  func whatWasWrittenIsPrinted(_ text: String) { #expect(CalendarDate(iso: text)?.description == text) }

  @Test(arguments: ["2018-02-30", "2019-02-29", "2018-13", "18-03-14", "2018-3-14", "2018-03-14T10:00", "", "-", "2018-", "٢٠١٨", "0000"])
  func impossibleDatesAreRefused(_ text: String) { #expect(CalendarDate(iso: text) == nil) }

  @Test func everyDayOf800YearsHasItsOwnNumber() throws {
    var expected = try #require(CalendarDate(year: 1600, month: 1, day: 1)?.dayNumber)
    for year in 1600..<2400 {
      for month in 1...12 {
        for day in 1...CalendarDate.days(in: month, of: year) {
          let date = try #require(CalendarDate(year: year, month: month, day: day))
          #expect(date.dayNumber == expected)
          #expect(CalendarDate(dayNumber: expected) == date)
          expected += 1
        }
      }
    }
  }

  @Test func day0IsIn1970() { #expect(CalendarDate(iso: "1970-01-01")?.dayNumber == 0) }

  @Test func partialDatesSortBeforeTheWholeOnesOfTheirYear() {
    let dates = ["2018-03-14", "2018", "2018-03", "2017-12-31"].compactMap { CalendarDate(iso: $0) }
    #expect(dates.sorted().map(\.description) == ["2017-12-31", "2018", "2018-03", "2018-03-14"])
  }

  @Test func numbersFarOutsideAreRefused() {
    #expect(CalendarDate(dayNumber: .max) == nil)
    #expect(CalendarDate(dayNumber: .min + 1) == nil)
  }
}
