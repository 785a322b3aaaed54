import Testing

@testable import WoundProgress

@Suite struct ReadingQuestionTests {
  /// Rows of "length width depth area", a dash for what is missing, a week apart.
  private func questions(_ rows: [String]) -> [ReadingQuestion] {
    let measurements = rows.map { row in
      let values = row.split(separator: " ").map { Decimal(parsing: $0) }
      return Measurement(
        length: values[0], width: values[1], depth: values.count > 2 ? values[2] : nil, area: values.count > 3 ? values[3] : nil)
    }
    return ReadingQuestion.questions(about: measurements, at: rows.indices.map { .day($0 * 7) })
  }

  private func kinds(_ rows: [String]) -> [String] { questions(rows).map { "\($0.row) \($0.kind.rawValue) \($0.field?.rawValue ?? "")" } }

  @Test func aLostDecimalPointIsAskedAbout() {
    let found = questions(["3.2 2.4", "3.1 2.4", "30 2.2", "2.4 1.8"])
    #expect(found == [ReadingQuestion(.factorOfTen, row: 2, field: .length, value: Decimal(30), fitting: Decimal(3))])
    #expect(found[0].summary == "The length 30.0 cm is out of scale with the visits beside it")
    #expect(found[0].remedy.contains("3.0"))
    #expect(kinds(["3.2 2.4", "3.1 0.24", "3.0 2.2"]) == ["1 factorOfTen width"])
  }

  @Test func millimetersUnderCentimetersAreAskedAbout() {
    #expect(kinds(["3.2 2.4 0.6", "31 24 6", "3.0 2.2 0.5"]) == ["1 otherUnit "])
    #expect(kinds(["32 24", "3.1 2.3", "3.0 2.2"]).first == "0 otherUnit ")
  }

  @Test func swappedSidesAreAskedAbout() {
    #expect(kinds(["4.0 2.0", "2.0 3.9", "3.8 1.9"]) == ["1 swapped "])
    #expect(kinds(["4.0 2.0", "3.9 2.0", "2.0 3.8"]) == ["2 swapped "])
  }

  @Test func healingAndRoundWoundsAreNotAskedAbout() {
    #expect(kinds(["3.2 2.4", "2.0 1.5", "0.6 0.5", "0.2 0.2", "0 0"]).isEmpty)
    #expect(kinds(["3.0 2.9", "2.9 3.0", "3.0 2.8"]).isEmpty)
    #expect(kinds(["5.0 2.0", "0.5 0.2"]).isEmpty)
    #expect(kinds(["3.2 2.4"]).isEmpty)
    #expect(kinds([]).isEmpty)
  }

  @Test func whatOneRowContradictsIsAskedAbout() {
    #expect(kinds(["3.0 2.0 0.5 7.1"]) == ["0 areaExceedsRectangle area"])
    #expect(kinds(["2.5 1.0 3.0"]) == ["0 depthExceedsSpan depth"])
    #expect(kinds(["320 240"]) == ["0 implausibleSize length", "0 implausibleSize width"])
  }
}
