import CasebookModel
import HTML
import Testing
import WoundProgress

@testable import CasebookRenderer

@Suite struct WoundTableTests {
  private let samples = WoundSamples.self

  private func table(_ wound: Wound, _ options: WoundTable.Options = .init(), _ chronology: Chronology = WoundSamples.chronology) throws
    -> Table
  {
    let course = try #require(WoundCourse(wound, in: chronology))
    return Table(WoundTable(course: course, chronology: chronology, options: options).node())
  }

  @Test func theDesignsTableComesOutAsDrawn() throws {
    let table = try table(samples.plantar, .init(columns: [.size, .area, .reduction, .change, .treatment], events: samples.plantarEvents))
    #expect(table.heads == ["Week", "L × W × D, cm", "Area, cm²", "Area reduction, %", "Change, cm²", "Treatment"])
    #expect(table.rows[0] == ["0", "3.2 × 2.4 × 0.6", "6.0", "–", "–", ""])
    #expect(table.rows[2] == ["4", "3.0 × 2.2 × 0.5", "5.2", "14.1", "\u{2212}0.7", "Total contact cast"])
    #expect(table.rows[8] == ["16", "closed", "0.0", "100.0", "\u{2212}0.2", ""])
    #expect(table.caption == "Plantar ulcer. Area = π/4 × length × width. Area reduction from week 0, positive = smaller.")
  }

  @Test func noColumnIsEmpty() throws {
    let table = try table(samples.wound("Heel", ["0 3 2", "4 2 1"]), .init(showsPUSH: true))
    #expect(table.heads == ["Week", "L × W, cm", "Area, cm²", "Area reduction, %", "Change, cm²"])
    let one = try self.table(samples.single)
    #expect(one.heads == ["Week", "L × W, cm", "Area, cm²"])
    #expect(one.rows == [["3", "0.1 × 0.1", "0.01"]])
  }

  @Test func closedMissingAndReopenedAreSaidInWords() throws {
    let table = try table(samples.wound("Leg", ["0 3 2", "2 -", "4 closed", "5 closed", "6 closed", "8 1 1"]))
    #expect(table.rows.map { $0[1] } == ["3.0 × 2.0", "not measured", "closed", "closed", "closed, confirmed", "reopened1.0 × 1.0"])
    #expect(table.rows[1] == ["2", "not measured", "–", "–", "–", "–"])
  }

  @Test func planimetryHasAStateColumn() throws {
    var wound = samples.wound("Leg", method: .planimetric, ["0 -", "4 -", "8 closed"])
    wound.visits[0].measurement.area = Decimal(parsing: "12.0")
    wound.visits[1].measurement.area = Decimal(parsing: "0.04")
    let table = try table(wound)
    #expect(table.heads == ["Week", "Area, cm²", "Area reduction, %", "Change, cm²", "State"])
    // The points stand below each other: a figure space for the digit that is not there.
    #expect(table.rows.map { $0[1] } == ["12.0\u{2007}", "0.04", "0.0\u{2007}"])
    #expect(table.rows.map { $0[2] } == ["–", "99.7", "100.0"])
    #expect(table.rows[2].last == "closed")
    #expect(table.caption.contains("Area by planimetry."))
  }

  @Test func unevenVisitsHaveARateWithItsUnit() throws {
    let table = try table(samples.wound("Leg", method: .rectangle, ["0 4 2", "1 3 2", "3 2 2", "4 5 2"]))
    #expect(table.heads.contains("Reduction, cm²/week"))
    #expect(table.rows.map { $0.last } == ["–", "2.00", "1.00", "\u{2212}6.00"])
  }

  @Test func aTreatmentBetweenVisitsHasARowOfItsOwn() throws {
    let events = [samples.event(3, .procedure, "Debridement"), samples.event(-3, .procedure, "Before"), samples.event(4, .lab, "Albumin")]
    let table = try table(samples.wound("Leg", ["0 3 2", "2 2 2", "4 2 1"]), .init(events: events))
    #expect(table.rows.map { $0[0] } == ["0", "2", "3", "4"])
    #expect(table.rows[2] == ["3", "Debridement"])
    #expect(!table.heads.contains("Treatment"))
  }

  @Test func visitsOfOneWeekAreToldApartByTheirDays() throws {
    var wound = samples.wound("Leg", ["0 3 2", "0 2 2", "9 1 1"])
    wound.visits[1].time = .day(2)
    let table = try table(wound)
    #expect(table.heads[0] == "Day")
    #expect(table.rows.map { $0[0] } == ["0", "2", "63"])
  }

  @Test func datesFollowThePolicyAndTheYearAloneTellsNothing() throws {
    var wound = samples.wound("Leg", ["0 3 2", "4 2 2"])
    wound.visits[0].time = .date(try #require(CalendarDate(iso: "2018-05-10")))
    wound.visits[1].time = .date(try #require(CalendarDate(iso: "2018-06-14")))
    let day = CalendarDate(iso: "2018-05-10")?.dayNumber
    #expect(try table(wound, .init(), Chronology(dayZero: day, policy: .relative)).rows.map { $0[0] } == ["0", "5"])
    #expect(try table(wound, .init(), Chronology(dayZero: day, policy: .year)).rows.map { $0[0] } == ["0", "5"])
    #expect(try table(wound, .init(), Chronology(dayZero: day, policy: .calendar)).rows.map { $0[0] } == ["May 10, 2018", "June 14, 2018"])
  }

  @Test func milestonesStandOnlyWhereAskedForAndOnlyForTheirWound() throws {
    let plain = try #require(WoundCourse(samples.plantar, in: samples.chronology))
    #expect(!WoundTable(course: plain, chronology: samples.chronology).node().string().contains("Sheehan"))
    let words = WoundWords.milestones(of: plain, in: samples.chronology)
    #expect(words.count == 2)
    #expect(words[0] == "At least 50% smaller at 4 weeks: not met, 14.0% on day 28 (Sheehan 2003).")
    let surgical = try #require(WoundCourse(samples.wound("Incision", kind: .surgical, ["0 3 2", "4 1 1"]), in: samples.chronology))
    #expect(WoundWords.milestones(of: surgical, in: samples.chronology).isEmpty)
  }

  @Test func hostileWordsStayText() throws {
    var wound = samples.wound("<script>alert(1)</script>", ["0 3 2", "4 2 2"])
    wound.visits[0].measurement.exudate = "\"><img src=x>"
    let course = try #require(WoundCourse(wound, in: samples.chronology))
    let html = WoundTable(course: course, chronology: samples.chronology).node().string()
    #expect(!html.contains("<script>") && !html.contains("<img"))
  }

  @Test func theOverviewHasARowForEachTimeOfAnyWound() {
    let courses = samples.courses(samples.legs)
    let table = Table(WoundOverview(courses: courses, chronology: samples.chronology, options: .init()).node)
    #expect(table.rows.count == 10)
    #expect(table.rows[3] == ["6", "7.2", "48.4", "2.5", "71.9", "–", "–"])
    #expect(table.rows[7] == ["16", "closed", "100.0", "closed", "100.0", "1.1", "73.1"])
  }
}

/// A table's texts, read back from its markup.
struct Table {
  var heads: [String] = []
  var rows: [[String]] = []
  var caption = ""

  init(_ node: Node) {
    let html = node.string()
    caption = Self.contents(of: "caption", in: html).first.map(Self.text) ?? ""
    heads = Self.contents(of: "thead", in: html).flatMap(Self.cells)
    rows = Self.contents(of: "tbody", in: html).flatMap { Self.contents(of: "tr", in: $0) }.map(Self.cells)
  }

  private static func cells(_ html: String) -> [String] { contents(of: "t[hd]", in: html).map(text) }

  /// What stands in each element of a name, without its tags.
  private static func contents(of name: String, in html: String) -> [String] {
    guard let regex = try? Regex<(Substring, Substring)>("<\(name)(?: [^>]*)?>(.*?)</\(name)>") else { return [] }  // a name of our own
    return html.matches(of: regex.dotMatchesNewlines()).map { String($0.output.1) }
  }

  static func text(_ html: String) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
    return entities.reduce(html.replacing(/<[^>]*>/, with: "")) { $0.replacing($1.0, with: $1.1) }
  }
}
