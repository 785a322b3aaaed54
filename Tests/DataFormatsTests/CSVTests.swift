import DataFormats
import Diagnostics
import Testing

@Suite struct CSVTests {
  private func parse(_ text: String) -> (rows: [[String]], habits: [String], problems: [String]) {
    let result = CSV.parse(Array(text.utf8), file: "m.csv")
    let rows = result.table.map { table in (0..<table.rowCount).map { table[$0].map(\.text) } } ?? []
    return (rows, result.table?.habits ?? [], result.diagnostics.filter { $0.severity != .info }.map(\.brief))
  }

  @Test func readsRFC4180() {
    let result = parse("a,b,c\n1,\"x, \"\"y\"\"\nz\",\n,,3\n")
    #expect(result.rows == [["a", "b", "c"], ["1", "x, \"y\"\nz", ""], ["", "", "3"]])
    #expect(result.habits.isEmpty && result.problems.isEmpty)
  }

  @Test(arguments: [
    ("\u{FEFF}a,b\r\n1,2\r\n", ["a byte-order mark", "CRLF at the ends of lines"]),
    ("a;b\n1;2\n", ["semicolons between the columns"]),
    ("a\tb\n1\t2\n", ["tabs between the columns"]),
    ("sep=;\na;b\n1;2\n", ["a line \"sep=\"", "semicolons between the columns"]),
    ("sep=,\na,b\n1,2\n", ["a line \"sep=\""]),
    ("a,b\n1,2\n,\n , \n\n", ["3 blank rows at the end"]),
    ("a,b\n\n1,2\n,", ["blank rows between others", "a blank row at the end"]),
    ("a,b\r1,2\r", ["CRLF at the ends of lines"]),
    ("\"a;x\";\"b,y\"\n", ["semicolons between the columns"]),
  ])
  func recognisesHabits(text: String, habits: [String]) {
    let result = parse(text)
    #expect(result.habits == habits)
    #expect(result.problems.isEmpty)
    let infos = CSV.parse(Array(text.utf8), file: "m.csv").diagnostics
    #expect(infos.map(\.summary) == ["Table was read with a spreadsheet's habits: \(habits.joined(separator: ", "))"])
  }

  @Test func semicolonsLeaveDecimalCommasAlone() {
    #expect(parse("day;length_cm\n0;1,5\n").rows == [["day", "length_cm"], ["0", "1,5"]])
  }

  @Test func cellsKnowTheirPlaces() throws {
    let table = try #require(CSV.parse(Array("é,b\r\n\"x\ny\",é\nlast,\"q\"".utf8), file: "m.csv").table)
    let places = (0..<table.rowCount).map { row in table[row].map { "\(table.location(of: $0).line):\(table.location(of: $0).column)" } }
    #expect(places == [["1:1", "1:3"], ["2:1", "3:4"], ["4:1", "4:6"]])
  }

  @Test func blanksRoundAFieldAreNotText() {
    #expect(parse("a , b\n 1\t,\" 2 \" \n").rows == [["a", "b"], ["1", " 2 "]])
  }

  @Test func raggedRowsAreReported() {
    let result = parse("a,b\n1\n1,2,3\n1,2,,\n")
    #expect(result.rows == [["a", "b"], ["1"], ["1", "2", "3"], ["1", "2"]])
    #expect(
      result.problems == [
        "2:1 warning ragged-row Row has 1 fields, but the header has 2", "3:5 ragged-row Row has 3 fields, but the header has 2",
      ])
  }

  @Test func quotesThatGoWrongAreReportedAtTheirStart() {
    #expect(parse("a,b\n1,\"x\ny,z\n").problems == ["2:3 unclosed-quote The quote that opens here is not closed"])
    let after = parse("a,b\n\"x\" y,5\" wide\n")
    #expect(after.rows[1] == ["xy", "5\" wide"])
    #expect(after.problems == ["2:4 text-after-quote The field goes on after its closing quote"])
  }

  @Test func anEmptyFileHasNoRows() {
    #expect(parse("").rows.isEmpty)
    #expect(parse("\n\n").rows.isEmpty)
    #expect(parse("sep=;").rows.isEmpty)
  }

  @Test func brokenUTF8IsPlaced() {
    let result = CSV.parse(Array("a,b\n1,".utf8) + [0xB5], file: "m.csv")
    #expect(result.table == nil)
    #expect(result.diagnostics.map(\.brief) == ["2:3 invalid-utf8 Byte B5 is not UTF-8"])
  }

  @Test func aWideAndLongTableIsReadInOneGo() {
    let header = (0..<37).map { "c\($0)" }.joined(separator: ",") + "\n"
    let row = (0..<37).map { "\($0).5" }.joined(separator: ",") + "\n"
    let table = CSV.parse(Array((header + String(repeating: row, count: 2000)).utf8), file: "m.csv").table
    #expect(table?.rowCount == 2001)
    #expect(table?[2000].last?.text == "36.5")
  }

  @Test func damagedTextNeverCrashes() {
    let source = Array("sep=;\r\na;\"b\"\"\";c\r\n1;\"x\ny\";3,5\r\n;;\r\n".utf8)
    for end in source.indices { _ = CSV.parse(Array(source[..<end]), file: "m") }
    var generator = SeededGenerator(state: 11)
    for _ in 0..<3000 {
      var damaged = source
      for _ in 0..<3 { damaged[Int.random(in: damaged.indices, using: &generator)] = UInt8.random(in: 0..<128, using: &generator) }
      #expect(CSV.parse(damaged, file: "m").table != nil)
    }
  }
}
