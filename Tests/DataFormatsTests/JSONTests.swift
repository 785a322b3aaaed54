import DataFormats
import Testing

@Suite struct JSONTests {
  private func parse(_ text: String) -> (node: Node?, problems: [String]) {
    let result = JSON.parse(Array(text.utf8), file: "r.json")
    return (result.node, result.diagnostics.map(\.brief))
  }

  @Test func readsEveryKindOfValue() {
    let result = parse(#" {"a": [1, -2.5e+3, true, false, null], "b": {"c": "x"}, "d": [], "e": {}} "#)
    #expect(result.node?.sketch == #"{a: [1, -2.5e+3, true, false, null], b: {c: "x"}, d: [], e: {}}"#)
    #expect(result.problems.isEmpty)
  }

  @Test(arguments: [
    (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{c}\n\r\tz"), (#""\u00e9""#, "é"), (#""\ud83d\ude00!""#, "😀!"), (#""\u0000""#, "\0"),
    ("\"é😀\"", "é😀"),
  ])
  func resolvesEscapes(source: String, text: String) {
    let result = parse(source)
    #expect(result.node?.text == text)
    #expect(result.problems.isEmpty)
  }

  @Test func placesCountLinesAndScalars() {
    let node = parse("{\"é😀\": \"x\", \"b\":\r\n  [10,\r  true]}").node
    #expect(node?.entries?.map(\.key.location.column) == [2, 13])
    #expect(node?["é😀"]?.place == "1:8+3")
    #expect(node?["b"]?.place == "2:3+0")
    #expect(node?["b"]?.elements?.map(\.place) == ["2:4+2", "3:3+4"])
  }

  @Test func acceptsAByteOrderMark() {
    #expect(parse("\u{FEFF}[1]").node?.elements?.first?.place == "1:2+1")
  }

  @Test(arguments: [
    ("", "1:1 invalid-json File is empty"),
    ("[1,", "1:4 invalid-json JSON ends before its value is complete"),
    ("[1,]", "1:4 invalid-json A comma stands before the end of the array"),
    ("{\"a\": 1,}", "1:9 invalid-json A comma stands before the end of the object"),
    ("{a: 1}", "1:2 invalid-json \"a\" stands where a key in double quotes is expected"),
    ("{\"a\" 1}", "1:6 invalid-json Key \"a\" is not followed by a colon"),
    ("[1 2]", "1:4 invalid-json \"2\" stands where the array's comma or end is expected"),
    ("[1] x", "1:5 invalid-json Text follows the end of the JSON value"),
    ("[01]", "1:4 invalid-json Number is not written as JSON wants it"),
    ("[1.]", "1:4 invalid-json Number has no digit after its point"),
    ("[1e]", "1:4 invalid-json Number has no digit in its exponent"),
    ("[-]", "1:3 invalid-json Number is not written as JSON wants it"),
    ("[\n tru]", "2:2 invalid-json \"t\" is not the start of a JSON value"),
    ("[\"a", "1:2 invalid-json String has no closing quote"),
    ("[\"a\nb\"]", "1:4 invalid-json A line break or control character stands inside a JSON string"),
    (#"["\x"]"#, "1:3 invalid-json A backslash begins no JSON escape here"),
    (#"["\u12g4"]"#, "1:7 invalid-json \\u escape needs four hexadecimal digits"),
    (#"["\ud83d"]"#, "1:3 invalid-json \\u escape is half of a surrogate pair"),
    (#"["\ude00"]"#, "1:3 invalid-json \\u escape is half of a surrogate pair"),
  ])
  func saysWhatIsNotJSON(source: String, problem: String) {
    let result = parse(source)
    #expect(result.node == nil)
    #expect(result.problems == [problem])
  }

  @Test func aKeyGivenTwiceIsReportedAndTheFirstStays() {
    let result = parse("{\"a\": 1,\n \"a\": 2}")
    #expect(result.node?.sketch == "{a: 1}")
    #expect(result.problems == ["2:2 duplicate-key Key \"a\" is given twice | first defined here 1:2"])
    let many = "{" + (0..<1000).map { "\"k\($0)\": 1" }.joined(separator: ",") + ", \"k500\": 2, \"k2\": 3}"
    #expect(parse(many).problems.count == 2)
  }

  @Test func refusesWhatIsNestedTooDeeply() {
    #expect(parse(String(repeating: "[", count: 100_000)).problems == ["1:65 nested-too-deeply Values are nested more than 64 levels deep"])
    #expect(parse(String(repeating: "[", count: 64) + String(repeating: "]", count: 64)).node != nil)
  }

  @Test func brokenUTF8IsPlaced() {
    let result = JSON.parse(Array("[\n\"é".utf8) + [0xE9, 0x22, 0x5D], file: "r.json")
    #expect(result.diagnostics.map(\.brief) == ["2:3 invalid-utf8 Byte E9 is not UTF-8"])
    #expect(JSON.parse([0xFF, 0xFE, 0x5B, 0], file: "r.json").diagnostics.map(\.brief) == ["1:1 invalid-utf8 File is UTF-16, not UTF-8"])
  }

  @Test func truncatedAndDamagedTextNeverCrashes() {
    let source = Array(#"{"id": "x", "title": "A é \u00e9 \ud83d\ude00", "n": [1, 2.5e3, null, {"a": true}]}"#.utf8)
    for end in source.indices { #expect(JSON.parse(Array(source[..<end]), file: "r").node == nil) }
    var generator = SeededGenerator(state: 7)
    for _ in 0..<2000 {
      var damaged = source
      damaged[Int.random(in: damaged.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      let result = JSON.parse(damaged, file: "r")
      #expect(result.node != nil || !result.diagnostics.isEmpty)
    }
  }
}
