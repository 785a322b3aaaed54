import Testing

@testable import WoundProgress

private func cm(_ text: String) -> Decimal { Decimal(parsing: text) ?? Decimal(-1) }

private func visit(_ day: Int, _ length: String, _ width: String) -> Measurement {
  Measurement(day: day, length: cm(length), width: cm(width))
}

@Suite struct SeriesTests {
  @Test func anEllipsesPercentagesAreThoseOfItsRectangles() throws {
    let visits = [visit(0, "4.0", "2.0"), visit(28, "2.0", "2.0")]
    let ellipse = try Series(visits, method: .ellipse)
    #expect(ellipse.last.reduction?.text == "50.0")
    #expect(ellipse.last.reduction?.percent.isAtLeast(50) == true)
    #expect(ellipse.last.area.text == "3.1")
    #expect(ellipse.last.change?.typesetChange == "\u{2212}3.1")
    #expect(try Series(visits, method: .rectangle).last.area.text == "4.0")
  }

  @Test func aVisitMarkedClosedIsZeroByAnyMethod() throws {
    for method in AreaMethod.allCases {
      let first = Measurement(day: 0, length: cm("2"), width: cm("1"), area: cm("1.4"))
      let series = try Series([first, Measurement(day: 14, isClosed: true)], method: method)
      #expect(series.trajectory == .closed)
      #expect(series.last.reduction?.text == "100.0")
    }
  }

  @Test func anAreaAloneAmongLengthsAndWidthsRefusesTheSeries() {
    let visits = [visit(0, "4", "2"), Measurement(day: 7, area: cm("6.1")), visit(14, "3", "2")]
    #expect(throws: SeriesRefusal(.mixedMethods, rows: [1])) { try Series(visits, method: .rectangle) }
    #expect(throws: SeriesRefusal(.mixedMethods, rows: [1, 2])) {
      try Series([Measurement(day: 0, area: cm("8"))] + [visit(7, "4", "2"), visit(14, "3", "2")], method: .planimetric)
    }
    #expect(!SeriesRefusal(.mixedMethods, rows: [1]).remedy.isEmpty)
  }

  @Test func twoAreasOnOneDateRefuseTheSeriesAndTheRowsAreNamed() {
    #expect(throws: SeriesRefusal(.conflictingDuplicate, rows: [1, 2])) {
      try Series([visit(0, "4", "2"), visit(7, "3", "2"), visit(7, "3.1", "2")], method: .rectangle)
    }
  }

  @Test func halfAZeroAndANegativeSizeRefuseTheSeries() {
    #expect(throws: SeriesRefusal(.inconsistentZero, rows: [1])) {
      try Series([visit(0, "4", "2"), visit(7, "3", "0")], method: .rectangle)
    }
    #expect(throws: SeriesRefusal(.negative, rows: [0])) { try Series([visit(0, "-4", "2")], method: .rectangle) }
  }

  @Test func issuesNameTheirRows() throws {
    let visits = [
      visit(14, "3", "2"), visit(0, "4", "2"), Measurement(day: 7), visit(0, "4", "2"), Measurement(length: cm("1"), width: cm("1")),
    ]
    let series = try Series(visits, method: .rectangle)
    #expect(series.points.map(\.row) == [1, 0])
    #expect(series.gaps == [.day(7)])
    #expect(
      series.issues == [
        SeriesIssue(.noTime, rows: [4]), SeriesIssue(.missingMeasurement, rows: [2]), SeriesIssue(.unorderedDates, rows: [1]),
        SeriesIssue(.duplicateRow, rows: [3]),
      ])
  }

  @Test func numberedVisitsMakeAnOrdinalSeriesButDoNotMixWithDates() throws {
    let numbered = (1...3).map { Measurement(visit: $0, length: cm("\(5 - $0)"), width: cm("1")) }
    #expect(try Series(numbered, method: .rectangle).points.map(\.time) == [.visit(1), .visit(2), .visit(3)])
    #expect(throws: SeriesRefusal(.mixedTimes, rows: [0, 1, 2])) { try Series(numbered + [visit(3, "1", "1")], method: .rectangle) }
  }

  @Test func nothingMeasuredIsRefused() {
    #expect(throws: SeriesRefusal.self) { try Series([Measurement](), method: .rectangle) }
    #expect(throws: SeriesRefusal.self) { try Series([Measurement(day: 0)], method: .ellipse) }
  }

  @Test func pushNeedsWhatTheToolNeeds() {
    var measurement = visit(0, "3.7", "3.1")
    #expect(PushScore(measurement) == nil)
    measurement.exudate = "Light"
    measurement.tissue = Measurement.Tissue(granulation: 70, slough: 30)
    #expect(PushScore(measurement)?.total == 12)
    measurement.exudate = "scant"
    #expect(PushScore(measurement) == nil)
    #expect(PushScore(Measurement(day: 9, isClosed: true))?.total == 0)
  }

  @Test func milestonesCountFromTheBaseline() {
    let points = [(day: 100, area: Area(product: cm("4"))), (day: 128, area: Area(product: cm("2")))]
    guard case .met(let day, let reduction) = Milestone.diabeticFootWeek4.outcome(of: points) else {
      Issue.record("not met")
      return
    }
    #expect(day == 128)
    #expect(reduction.truncatedText == "50.0")
    #expect(Milestone.diabeticFootWeek8.outcome(of: points) == .notEvaluable(.noMeasurementInWindow))
  }

  @Test func clockSpansAreReadAsTheyAreWritten() {
    #expect(ClockSpan(parsing: "9-2")?.text == "9 to 2 o'clock")
    #expect(ClockSpan(parsing: "9 to 2")?.degrees == 150)
    #expect(ClockSpan(parsing: "13-2") == nil)
    #expect(ClockSpan(parsing: "9") == nil)
  }

  @Test func extremeDaysDoNotTrap() throws {
    let series = try Series([visit(.min, "4", "2"), visit(.max, "3", "2")], method: .rectangle)
    #expect(series.trajectory == .improving)
    _ = Milestone.venousLegWeek4.outcome(of: series.points.map { ($0.time.number, $0.area) })
  }
}
