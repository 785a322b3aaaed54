import CasebookModel
import Diagnostics
import HTML
import Testing

@testable import CasebookRenderer

@Suite struct ChartLanesTests {
  private let samples = WoundSamples.self

  private func treatment(_ start: Int, _ end: Event.End?, _ text: String) -> Event {
    var event = samples.event(start, .procedure, text)
    event.end = end.map { Located($0, at: WoundSamples.place) }
    return event
  }

  @Test func treatmentsThatWentOnHaveALaneAndNoRule() {
    let events = [
      treatment(4, .at(.week(14)), "Total contact cast"), treatment(8, nil, "Allograft"), treatment(-4, .ongoing, "Compression"),
    ]
    let lanes = ChartLanes(events, within: 0...112, chronology: samples.chronology)
    #expect(lanes.lanes.map(\.text) == ["Compression", "Total contact cast"])
    #expect(lanes.lanes.map(\.words) == ["from week \u{2212}4 on", "week 4 to 14"])
    #expect(lanes.lanes[0].startsBefore && lanes.lanes[0].goesOn && !lanes.lanes[1].startsBefore && !lanes.lanes[1].goesOn)
    #expect(lanes.lanes[1].start == 28 && lanes.lanes[1].end == 98)
    #expect(ChartEvents(events, within: 0...112, chronology: samples.chronology).marks.map(\.text) == ["Allograft"])
    let html = WoundChart(courses: samples.courses([samples.plantar]), chronology: samples.chronology, options: .init(events: events))
      .node(id: "c").string()
    #expect(html.contains("Treatments: Compression, from week \u{2212}4 on. Total contact cast, week 4 to 14.</desc>"))
    #expect(html.contains(">Total contact cast</text>"))
  }

  @Test func lanesOutsideTheVisitsAreLeftOutAndManyAreCounted() {
    let outside = [treatment(20, .ongoing, "Later"), treatment(-9, .at(.week(-1)), "Before"), treatment(3, nil, "Once")]
    #expect(ChartLanes(outside, within: 0...112, chronology: samples.chronology).lanes.isEmpty)
    let many = ChartLanes((0..<1_000).map { treatment($0 % 9, .ongoing, "T\($0)") }, within: 0...112, chronology: samples.chronology)
    #expect(many.lanes.count == ChartLanes.limit && many.rest == 1_000 - ChartLanes.limit)
  }

  @Test func spansOfTimeAreSaidInOneStyle() throws {
    func label(_ event: Event, _ chronology: Chronology = WoundSamples.chronology) -> String { EventTime(event, in: chronology).label }
    #expect(label(treatment(4, .at(.week(14)), "")) == "Week 4–14")
    #expect(label(treatment(-2, .at(.week(3)), "")) == "Week \u{2212}2 to 3")
    #expect(label(treatment(4, .ongoing, "")) == "Week 4, ongoing")
    #expect(label(treatment(4, .at(.week(4)), "")) == "Week 4")
    var dated = treatment(0, nil, "")
    dated.time = .date(try #require(CalendarDate(iso: "2018-05-10")))
    dated.end = Located(.at(.date(try #require(CalendarDate(iso: "2018-06-14")))), at: samples.place)
    let day = CalendarDate(iso: "2018-05-10")?.dayNumber
    #expect(label(dated, Chronology(dayZero: day, policy: .calendar)) == "May 10, 2018 – June 14, 2018")
    #expect(label(dated, Chronology(dayZero: day, policy: .relative)) == "Week 0–5")
  }

  @Test func theTableSaysWhenATreatmentEnded() throws {
    let course = try #require(samples.courses([samples.plantar]).first)
    let events = [treatment(4, .at(.week(14)), "Total contact cast")]
    let html = WoundTable(course: course, chronology: samples.chronology, options: .init(events: events)).node().string()
    #expect(html.contains("Total contact cast (to week 14)"))
  }
}
