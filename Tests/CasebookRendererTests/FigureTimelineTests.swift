import CasebookModel
import Diagnostics
import Markdown
import Testing

@testable import CasebookRenderer

@Suite struct FigureTimelineTests {
  private static let place = SourceLocation(file: "case.yaml")

  private func figure(_ id: String, _ time: TimePoint?, _ site: String = "Left heel", caption: String? = nil) -> Figure {
    var figure = Figure(id: Located(id, at: Self.place), location: Self.place)
    figure.time = time.map { Located($0, at: Self.place) }
    figure.site = Located(site, at: Self.place)
    figure.caption = caption.map { RichText([.text($0)], source: Located($0, at: Self.place)) }
    return figure
  }

  private func timeline(_ figures: [Figure], _ policy: DatePolicy = .relative, dayZero: Int? = nil) -> FigureTimeline {
    var found = Case(slug: "foot", title: RichText([], source: Located("", at: Self.place)), location: Self.place)
    found.chronology = Chronology(dayZero: dayZero, policy: policy)
    found.figures = figures
    return FigureTimeline(of: figures, in: found)
  }

  private func weeks(_ weeks: [Int], _ site: String = "Left heel") -> [Figure] { weeks.map { figure("\(site)-\($0)", .week($0), site) } }

  /// "Left heel: 0 4 | Right heel: 0": sites, and the labels of their dates' columns.
  private func words(_ piece: TimelinePiece) -> String {
    piece.rows.map { row in
      "\(row.site): "
        + zip(row.cells, piece.columns).map { $0.isEmpty ? "-" : $1.label.replacing("Week ", with: "") }.joined(separator: " ")
    }.joined(separator: " | ") + (piece.isContinued ? " <" : "") + (piece.goesOn ? " >" : "")
  }

  private func words(_ timeline: FigureTimeline, _ width: Int = 5) -> [[String]] { timeline.lines(width: width).map { $0.map(words) } }

  // MARK: Rows and columns

  @Test func rowsAreSitesAndColumnsAreDates() {
    let grid = timeline(weeks([0, 4]) + weeks([4, 8], "Right heel") + weeks([0, 8]))
    #expect(words(grid) == [["Left heel: 0 4 8 | Right heel: - 4 8"]])
  }

  @Test func columnsFollowTheDatePolicy() throws {
    let dates = try ["2018-05-10", "2018-06-14", "2018-10-25"].map { TimePoint.date(try #require(CalendarDate(iso: $0))) }
    let zero = try #require(CalendarDate(iso: "2018-05-10")?.dayNumber)
    let figures = dates.enumerated().map { figure("\($0)", $1) }
    let calendar = timeline(figures, .calendar, dayZero: zero)
    #expect(calendar.columns.map(\.label) == ["May 10, 2018", "June 14, 2018", "October 25, 2018"])
    #expect(calendar.columns.map(\.detail) == ["Week 0", "Week 5", "Week 24"])
    #expect(timeline(figures, .relative, dayZero: zero).columns.map(\.label) == ["Week 0", "Week 5", "Week 24"])
    let year = timeline(figures, .year, dayZero: zero)
    #expect(year.columns.map(\.label) == ["2018", "2018", "2018"])
    #expect(year.columns.allSatisfy { $0.detail == nil })
    for policy in [calendar, year] { #expect(policy.columns.map(\.gap) == [nil, .days(35, isBroken: false), .days(133, isBroken: true)]) }
  }

  @Test func oneDayWrittenTwoWaysIsOneColumn() throws {
    let date = try #require(CalendarDate(iso: "2018-06-14"))
    let grid = timeline([figure("a", .week(5)), figure("b", .date(date))], dayZero: (date.dayNumber ?? 0) - 35)
    #expect(grid.columns.count == 1)
    #expect(grid.panels.map(\.id.value) == ["a", "b"])
  }

  @Test func figuresWithoutATimeStandAside() {
    let grid = timeline([figure("a", nil), figure("b", .week(0))])
    #expect(grid.undated.map(\.id.value) == ["a"])
    #expect(grid.panels.map(\.id.value) == ["b", "a"])
    #expect(timeline([]).lines(width: 5).isEmpty)
  }

  // MARK: The axis

  @Test func anAxisToScaleNamesNoGaps() {
    #expect(timeline(weeks([0, 4, 8, 12])).columns.allSatisfy { $0.gap == nil })
    #expect(timeline(weeks([3])).columns.allSatisfy { $0.gap == nil })
    // Visits every four weeks, give or take a week.
    #expect(timeline([0, 28, 58, 91].map { figure("\($0)", .day($0)) }).columns.allSatisfy { $0.gap == nil })
  }

  @Test func anAxisNotToScaleIsBrokenWhereItIsShort() {
    let gaps = timeline(weeks([0, 2, 4, 16])).columns.map(\.gap)
    #expect(gaps == [nil, .days(14, isBroken: false), .days(14, isBroken: false), .days(84, isBroken: true)])
  }

  @Test func aGapThatIsNotKnownIsSaidToBe() {
    let gaps = timeline([figure("a", .week(0)), figure("b", .week(4)), figure("c", .visit(9999))]).columns.map(\.gap)
    #expect(gaps == [nil, .days(28, isBroken: false), .unknown])
  }

  // MARK: Strips and wrapping

  @Test func oneSiteIsAStrip() {
    #expect(timeline(weeks([0, 4])).lines(width: 5).first?.first?.site == "Left heel")
    #expect(timeline(weeks([0, 4]) + weeks([0, 4], "Right heel")).lines(width: 5).first?.first?.site == nil)
  }

  @Test func aSparseSeriesIsAStripForEachSite() {
    let sparse = timeline(weeks([0, 4]) + weeks([8, 12, 30], "Right heel") + weeks([16], "Shin"))
    #expect(words(sparse) == [["Left heel: 0 4", "Right heel: 8 12 30"], ["Shin: 16"]])
    // Each strip has an axis of its own.
    #expect(sparse.lines(width: 5)[0][1].columns.map(\.gap) == [nil, .days(28, isBroken: false), .days(126, isBroken: true)])
  }

  @Test func aLongSeriesWrapsWithItsAxisContinued() {
    let weeks = weeks(Array(0..<12)) + weeks(Array(0..<12), "Right heel")
    #expect(
      words(timeline(weeks)) == [
        ["Left heel: 0 1 2 3 | Right heel: 0 1 2 3 >"], ["Left heel: 4 5 6 7 | Right heel: 4 5 6 7 < >"],
        ["Left heel: 8 9 10 11 | Right heel: 8 9 10 11 <"],
      ])
    #expect(words(timeline(self.weeks(Array(0..<6)))) == [["Left heel: 0 1 2 >"], ["Left heel: 3 4 5 <"]])
  }

  @Test(arguments: [1, 2, 5, 6, 7, 13, 60, 4000], [1, 4])
  func everyPhotographIsShownOnce(count: Int, sites: Int) {
    let figures = (0..<count).map { figure("p\($0)", .week($0 / sites * 2), "Site \($0 % sites)") }
    let grid = timeline(figures)
    for width in [1, 5, grid.bestWidth(in: TimelineArea(width: 22, height: 18, unit: 72)).slots] {
      let lines = grid.lines(width: width)
      #expect(
        lines.flatMap { $0 }.flatMap { $0.rows.flatMap { $0.cells.flatMap { $0 } } }.map(\.id.value).sorted()
          == figures.map(\.id.value).sorted())
      #expect(lines.allSatisfy { $0.reduce(0) { $0 + $1.width } <= width })
    }
  }

  @Test func aDateWithSeveralPhotographsIsWider() throws {
    let figures = (0..<8).map { figure("p\($0)", .week(0)) } + weeks([4, 8])
    let piece = try #require(timeline(figures).lines(width: 5).first?.first)
    #expect(piece.widths == [3, 1, 1])
    #expect(piece.depths == [3])
    #expect(timeline(figures).lines(width: 1).map { $0[0].widths } == [[1], [1], [1]])
  }

  @Test func aPosterHasAsManyColumnsAsShowPicturesLarge() {
    func columns(_ figures: [Figure], _ width: Double, _ height: Double) -> Int {
      timeline(figures).bestWidth(in: TimelineArea(width: width, height: height, unit: 72)).slots
    }
    #expect(columns(weeks([0, 4, 8, 12, 16]), 22, 9) == 5)
    #expect(columns(weeks([0, 4, 8, 12]), 22, 20) == 2)
    #expect(columns(weeks(Array(0..<8)) + weeks(Array(0..<8), "Right heel"), 22, 18) == 4)
    #expect(timeline(weeks(Array(0..<60))).bestWidth(in: TimelineArea(width: 22, height: 18, unit: 72)).pictureWidth > 1.2)
  }

  // MARK: Words

  @Test(arguments: [
    ("Round ulcer. After debridement", 20, "Round ulcer"), ("Round ulcer after debridement", 20, "Round ulcer after …"),
    ("Short", 20, "Short"),
    ("Debridement", 4, ""), ("", 4, ""), (". Odd", 4, ". …"),
  ])
  func captionsAreShortened(caption: String, limit: Int, short: String) {
    #expect(TimelineGrid.short(caption, upTo: limit) == short)
  }

  @Test func aCaptionThatIsTheSiteIsNotSaidTwice() {
    let grid = TimelineGrid(timeline(weeks([0])), id: nil, area: nil)
    func isNone(_ caption: String) -> Bool {
      if case .none = grid.words(for: figure("a", .week(0), caption: caption), in: "Left heel") { true } else { false }
    }
    #expect(isNone("left heel"))
    #expect(!isNone("Left heel, debrided"))
  }

  @Test func manySmallPicturesHaveTheirCaptionsBelow() {
    let figures = (0..<60).map { figure("p\($0)", .week($0), caption: "At week \($0)") }
    let poster = TimelineGrid(timeline(figures), id: nil, area: TimelineArea(width: 22, height: 12, unit: 72))
    #expect(poster.isDense)
    guard case .short("", isWhole: false) = poster.words(for: figures[0], in: "Left heel") else {
      Issue.record("the caption is short enough")
      return
    }
    #expect(!TimelineGrid(timeline(figures), id: nil, area: nil).isDense)
  }
}
