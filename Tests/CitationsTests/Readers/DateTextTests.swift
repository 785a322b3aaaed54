import Testing

@testable import Citations

@Suite struct DateTextTests {
  @Test(arguments: [
    ("2012", [ReferenceDate.Day(year: 2012)]),
    ("2012-04-15", [.init(year: 2012, month: 4, day: 15)]),
    ("2012-04-15T10:00:00Z", [.init(year: 2012, month: 4, day: 15)]),
    ("-0044-03-15", [.init(year: -44, month: 3, day: 15)]),
    ("2012/2014", [.init(year: 2012), .init(year: 2014)]),
    ("2012/..", [.init(year: 2012), .init(year: 0)]),
    ("2012 Apr 15", [.init(year: 2012, month: 4, day: 15)]),
    ("Apr 15, 2012", [.init(year: 2012, month: 4, day: 15)]),
    ("15. September 2012", [.init(year: 2012, month: 9, day: 15)]),
    ("2018 Nov-Dec", [.init(year: 2018, month: 11), .init(year: 2018, month: 12)]),
    ("Nov–Dec 2018", [.init(year: 2018, month: 11), .init(year: 2018, month: 12)]),
    ("2000 Dec-2001 Jan", [.init(year: 2000, month: 12), .init(year: 2001, month: 1)]),
    ("2012 Apr 15-21", [.init(year: 2012, month: 4, day: 15), .init(year: 2012, month: 4, day: 21)]),
  ])
  func reads(text: String, parts: [ReferenceDate.Day]) {
    #expect(DateText.read(text) == ReferenceDate(parts: parts))
  }

  @Test func readsSeasonsAndDoubts() {
    #expect(DateText.read("2012 Winter") == ReferenceDate(parts: [.init(year: 2012)], season: 4))
    #expect(DateText.read("2012-23") == ReferenceDate(parts: [.init(year: 2012)], season: 3))
    #expect(DateText.read("ca. 1920") == ReferenceDate(parts: [.init(year: 1920)], isCirca: true))
    #expect(DateText.read("1920?") == ReferenceDate(parts: [.init(year: 1920)], isCirca: true))
  }

  @Test(arguments: ["in press", "forthcoming", "99999999999999999999", "2012-13-45-6", "n.d.", "14 May"])
  func keepsWhatIsNoDate(text: String) {
    #expect(DateText.read(text) == ReferenceDate(literal: text))
  }
}
