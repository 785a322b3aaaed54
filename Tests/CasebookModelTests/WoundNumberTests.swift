import CasebookModel
import Diagnostics
import Markdown
import Testing
import WoundProgress

@Suite struct WoundNumberTests {
  private static let place = SourceLocation(file: "case.yaml")

  private static func wound(_ id: String, _ rows: [(TimePoint, String?, String?)]) -> Wound {
    var wound = Wound(id: Located(id, at: place), location: place)
    wound.areaMethod = Located(.rectangle, at: place)
    wound.visits = rows.map { time, length, width in
      let measurement = Measurement(
        length: length.flatMap { Decimal(parsing: $0) }, width: width.flatMap { Decimal(parsing: $0) }, depth: Decimal(parsing: "0.5"),
        pain: 3)
      return Wound.Visit(time: time, measurement: measurement, location: place)
    }
    return wound
  }

  private static let foot = wound("foot", [(.week(0), "4", "2"), (.day(10), nil, nil), (.week(4), "3.1", "1.5"), (.week(16), "0", "0")])
  private static let leg = wound("leg", [(.week(0), "4", "2"), (.day(26), "4", "2.5"), (.day(29), "4", "3")])

  private static func text(_ words: String, _ wounds: [Wound]) throws -> String {
    var subject = Case(slug: "c", title: RichText([.text("C")], source: Located("C", at: place)), location: place)
    subject.wounds = wounds
    return try subject.number(words)
  }

  @Test(arguments: [
    ("area foot week 4", "4.7\u{A0}cm²"), ("area week 4", "4.7\u{A0}cm²"), ("area foot day 28", "4.7\u{A0}cm²"),
    ("reduction foot week 4", "41.9%"),
    ("area foot last", "0.0\u{A0}cm²"), ("reduction foot last", "100.0%"), ("weeks-to-closure foot", "16\u{A0}weeks"),
    ("days-to-closure", "112\u{A0}days"), ("measurements foot", "3"), ("length foot first", "4.0\u{A0}cm"),
    ("volume foot first", "4.0\u{A0}cm³"),
    ("change foot week 4", "\u{2212}3.4\u{A0}cm²"), ("pain foot day 10", "3"),
  ])
  func numbersComeFromTheData(_ words: String, _ expected: String) throws { #expect(try Self.text(words, [Self.foot]) == expected) }

  @Test func aLargerWoundHasANegativeReduction() throws {
    #expect(try Self.text("reduction leg day 29", [Self.leg]) == "\u{2212}50.0%")
  }

  @Test(arguments: [
    ("size foot week 4", "\"size\" is not a number that the data has"), ("area foot", "\"{area foot}\" has no time"),
    ("area foot week four", "\"four\" in \"{area foot week four}\" is not a whole number"),
    ("area heel week 4", "No wound has the id \"heel\""),
    ("area week 0", "The number does not say of which wound"), ("area foot week 5", "The wound \"foot\" has no visit at that time"),
    ("area foot day 10", "The wound \"foot\" has no area at that visit"),
    ("weeks-to-closure leg", "The wound \"leg\" was open at the last visit"),
    ("area leg week 4", "The wound \"leg\" has several visits in that week"),
    ("area foot left week 4", "\"{area foot left week 4}\" has words that mean nothing here"),
    ("", "\"\" is not a number that the data has"),
  ])
  func whatCannotBePrintedSaysWhy(_ words: String, _ summary: String) {
    do {
      let text = try Self.text(words, [Self.foot, Self.leg])
      Issue.record("printed \(text)")
    } catch let problem as WoundNumber.Problem {
      #expect(problem.summary == summary)
      #expect(!problem.remedy.isEmpty)
    } catch {
      Issue.record(error)
    }
  }
}
