import CasebookModel
import HTML
import Testing
import WoundProgress

@testable import CasebookRenderer

@Suite struct WoundChartTests {
  private let samples = WoundSamples.self

  private func chart(_ wounds: [Wound], _ options: WoundChart.Options = .init()) -> WoundChart {
    WoundChart(courses: samples.courses(wounds), chronology: samples.chronology, options: options)
  }

  @Test func titlesSayWhatTheNumbersDo() {
    #expect(chart([samples.plantar]).title == "Area: 6.0 to 0 cm² in 16 weeks")
    #expect(chart(samples.legs).title == "Area of 3 wounds over 24 weeks")
    #expect(chart([samples.single]).title == "Area: 0.01 cm² at week 3")
    #expect(chart([samples.plantar], .init(title: "Two casts")).title == "Two casts")
  }

  @Test func summariesGiveFirstLastChangeAndTrajectory() {
    let sentences = samples.courses([samples.plantar] + samples.legs).map { WoundWords($0, in: samples.chronology).sentence }
    #expect(sentences[0] == "Plantar ulcer: 6.0 cm² at week 0, 0 cm² at week 16; area reduction 100.0%; closed at week 16, one visit.")
    #expect(sentences[1].hasSuffix("area reduction 100.0%; closed at week 16, confirmed at week 20."))
    #expect(sentences[2] == "Left leg, medial: 8.8 cm² at week 0, 0.5 cm² at week 24; area reduction 93.8%; closed, then reopened.")
    #expect(sentences[3].hasSuffix("area reduction 87.9%; smaller than at first."))
    let larger = samples.courses([samples.wound("Heel", ["0 2 1", "4 3 1"])]).map { WoundWords($0, in: samples.chronology).sentence }
    #expect(larger == ["Heel: 1.6 cm² at week 0, 2.4 cm² at week 4; area 50.0% larger; larger than at first."])
  }

  @Test func theDrawingHasATitleADescriptionAndIdsOfItsOwn() {
    let html = chart([samples.plantar]).node(id: "fig-areas").string()
    for id in ["fig-areas", "fig-areas-wide-title", "fig-areas-wide-desc", "fig-areas-narrow-title", "fig-areas-narrow-desc"] {
      #expect(html.ranges(of: " id=\"\(id)\"").count == 1, "\(id)")
    }
    #expect(html.contains("aria-labelledby=\"fig-areas-wide-title fig-areas-wide-desc\""))
    #expect(html.contains(">closed, one visit</text>"))
  }

  @Test func aMissingVisitBreaksTheLine() throws {
    let course = try #require(samples.courses([samples.legs[2]]).first)
    let line = try #require(ChartLine(course, number: 1, form: .area))
    #expect(line.segments.map(\.count) == [3, 6])
    #expect(line.value(at: 42) == nil)
    #expect(chart([samples.legs[2]]).node(id: "c").string().contains("A gap in a line: not measured."))
  }

  @Test func aLogarithmLeadsNoLineToZero() throws {
    let course = try #require(samples.courses([samples.plantar]).first)
    let line = try #require(ChartLine(course, number: 1, form: .log))
    #expect(line.segments.map(\.count) == [8, 1])
  }

  @Test func percentOfAFirstAreaOfZeroIsNotDrawn() throws {
    let course = try #require(samples.courses([samples.wound("Heel", ["0 closed", "4 2 1"])]).first)
    #expect(ChartLine(course, number: 1, form: .percent) == nil)
    #expect(WoundChart(courses: [course], chronology: samples.chronology, options: .init(form: .percent)).node(id: "c").isEmpty)
  }

  @Test func tangledLinesAreDrawnApart() {
    let few = chart(samples.legs).node(id: "c").string()
    let many = chart(samples.many).node(id: "c").string()
    #expect(few.contains("wound-chart-name"))
    #expect(!many.contains("wound-chart-name"))
    #expect(many.ranges(of: ">Wound 12 of the left lower leg</text>").count == 1)
    let unlike = chart([samples.legs[0], samples.long]).node(id: "c").string()
    #expect(unlike.contains("Each wound has its own scale."))
  }

  @Test func namesAtTheEndsOfLinesDoNotOverlap() {
    let blocks = (0..<6).map { ChartLabels.Block(number: $0 + 1, lines: ["Right leg", "medial"], closedLines: 0, endX: 500, endY: 180) }
    let placed = ChartLabels(blocks, top: 10, bottom: 260).blocks
    for (above, below) in zip(placed, placed.dropFirst()) { #expect(below.y - above.y >= above.height) }
    #expect(placed.first.map { $0.y >= 10 } == true)
    #expect(placed.last.map { $0.y + ChartText.lineHeight * 1.5 <= 261 } == true)
  }

  @Test func namesOfEventsAreNeverCutByARule() {
    let events = ChartEvents(
      (1...6).map { samples.event($0, .procedure, "Cast \($0)") }, within: 0...70, chronology: samples.chronology)
    let placed = events.placed(x: { 40 + $0 * 8 }, right: 700, rows: 4).marks
    for (index, mark) in placed.enumerated() where !mark.isNumber {
      for other in placed[(index + 1)...] where other.x < mark.x + ChartText.width(mark.text, isBold: true) + 6 {
        #expect(other.row > mark.row)
      }
    }
    let long = ChartEvents(
      [samples.event(9, .medication, String(repeating: "long name ", count: 20))], within: 0...70, chronology: samples.chronology)
    #expect(long.placed(x: { $0 }, right: 300, rows: 3).isNumbered)
  }

  @Test func eventsOutsideTheVisitsOrOfOtherKindsAreNotDrawn() {
    let events = ChartEvents(
      [
        samples.event(-4, .procedure, "a"), samples.event(4, .lab, "b"), samples.event(99, .procedure, "c"),
        samples.event(2, .medication, "d"),
      ],
      within: 0...112, chronology: samples.chronology)
    #expect(events.marks.map(\.text) == ["d"])
  }

  @Test(arguments: [0.01, 0.08, 0.5, 1, 6.03, 9.9, 13.9, 99, 450, 900])
  func theScaleHoldsTheGreatestValueAndFewTicks(_ greatest: Double) {
    let scale = ChartScale(upTo: greatest)
    #expect(scale.upper >= greatest && scale.upper <= greatest * 1.6)
    #expect((2...7).contains(scale.ticks.count))
    #expect(scale.ticks.first?.label == "0")
    #expect(Set(scale.ticks.map(\.label)).count == scale.ticks.count)
  }

  @Test func ticksOfTimeAreFewAndInTheUnitOfTheLabels() {
    func labels(_ span: ClosedRange<Int>, _ policy: DatePolicy = .relative) -> [String] {
      ChartAxis(
        span, isDated: true, startsAtFirstMeasurement: true, chronology: Chronology(dayZero: 17_661, policy: policy), room: 10
      ).ticks.map(\.label)
    }
    #expect(labels(0...112) == ["0", "2", "4", "6", "8", "10", "12", "14", "16"])
    #expect(labels(0...9).count == 10)
    #expect(labels(-28...28) == ["\u{2212}4", "\u{2212}3", "\u{2212}2", "\u{2212}1", "0", "1", "2", "3", "4"])
    #expect(labels(0...168, .calendar) == ["Jun 2018", "Jul", "Aug", "Sep", "Oct"])
    #expect(labels(0...40_000).count <= 11)
    #expect(labels(5...5).count == 1)
  }

  @Test func aCaseWithoutMeasurementsShowsNothing() {
    let empty = Wound(id: .init("leg", at: samples.place), location: samples.place)
    #expect(samples.courses([empty]).isEmpty)
    #expect(Sparkline(courses: [], chronology: samples.chronology).node == nil)
    #expect(WoundChart(courses: [], chronology: samples.chronology).node(id: "c").isEmpty)
  }

  @Test func sparklinesSayWhatTheyShow() {
    #expect(Sparkline(courses: samples.courses([samples.plantar]), chronology: samples.chronology).words == "6.0 to 0 cm², 16 weeks")
    #expect(
      Sparkline(courses: samples.courses(samples.legs), chronology: samples.chronology).words == "3 wounds, 1 closed at the last visit")
  }

  @Test func numberedVisitsAreNotToScale() {
    var wound = samples.wound("Sacrum", ["1 3.7 3.1", "2 3.3 2.7", "3 3.2 2.9"])
    for index in wound.visits.indices { wound.visits[index].time = .visit(index + 1) }
    let html = chart([wound], .init(events: [samples.event(2, .procedure, "Debridement")])).node(id: "c").string()
    #expect(html.contains("visits, not to scale"))
    #expect(!html.contains("Debridement"))
    #expect(chart([wound]).title == "Area: 9.0 to 7.3 cm² over 3 visits")
  }
}
