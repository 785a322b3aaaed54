import DataFormats
import Testing

@Suite struct YAMLTests {
  private func parse(_ text: String) -> (node: Node?, problems: [String]) {
    let result = YAML.parse(Array(text.utf8), file: "case.yaml")
    return (result.node, result.diagnostics.map(\.brief))
  }

  @Test func readsWhatAnAuthorWrites() {
    let result = parse(
      """
      %YAML 1.2
      ---
      # a comment
      title: "Staged closure: a case"   # quoted
      answer: no
      age: 08
      nothing:
      authors:
        - Jordan Example, DPM
        - name: {given: Riley, family: Sample}
          credentials: [DPM, 'FACFAS']
      text: |
        two
        lines
      folded: one
        line
      """)
    #expect(
      result.node?.sketch == """
        {title: "Staged closure: a case", answer: no, age: 08, nothing: , authors: [Jordan Example, DPM, \
        {name: {given: Riley, family: Sample}, credentials: [DPM, "FACFAS"]}], text: "two\nlines\n", folded: one line}
        """)
    #expect(result.problems.isEmpty)
  }

  @Test func placesOfKeysAndValuesCountScalars() {
    let node = parse("\u{FEFF}é: {😀: \"x\"}\r\nlist:\r\n  - ab\r\n").node
    #expect(node?.entries?.map { "\($0.key.location.line):\($0.key.location.column)+\($0.key.location.length)" } == ["1:1+1", "2:1+4"])
    #expect(node?["é"]?.place == "1:4+0")
    #expect(node?["é"]?["😀"]?.place == "1:8+3")
    #expect(node?["list"]?.elements?.map(\.place) == ["3:5+2"])
    #expect(YAML.parse(Array("a: b".utf8), file: "n.md", firstLine: 7).node?["a"]?.place == "7:4+1")
  }

  @Test func nullIsNothingOnlyWhenPlain() {
    let node = parse("a:\nb: ~\nc: null\nd: \"\"\ne: \"null\"").node
    #expect(["a", "b", "c", "d", "e"].map { node?[$0]?.isNull } == [true, true, true, false, false])
  }

  @Test(arguments: ["", "# only a comment\n", "---\n...\n"])
  func anEmptyFileHasNoProblemsOfItsOwn(text: String) {
    let result = parse(text)
    #expect(result.node == nil || result.node?.isNull == true)
    #expect(result.problems.isEmpty)
  }

  @Test func aKeyGivenTwiceKeepsItsFirstValue() {
    let result = parse("a: 1\nb:\n  c: 1\n  c: 2\na: 2\n")
    #expect(result.node?.sketch == "{a: 1, b: {c: 1}}")
    #expect(
      result.problems == [
        "4:3 duplicate-key Key \"c\" is given twice | first defined here 3:3",
        "5:1 duplicate-key Key \"a\" is given twice | first defined here 1:1",
      ])
  }

  @Test func anchorsAliasesAndMergeKeysWork() {
    let result = parse("base: &b {x: 1, y: 2}\nuse: *b\nmore:\n  <<: *b\n  y: 3\nseveral:\n  <<: [{y: 9}, *b]\n")
    #expect(result.node?.sketch == "{base: {x: 1, y: 2}, use: {x: 1, y: 2}, more: {y: 3, x: 1}, several: {y: 9, x: 1}}")
    #expect(result.node?["use"]?.place == "2:6+0")
    #expect(parse("a: *b").problems == ["1:4 unknown-anchor \"*b\" refers to no anchor above it"])
    #expect(parse("a: &a [*a]").problems == ["1:8 unknown-anchor \"*a\" refers to no anchor above it"])
    #expect(parse("a:\n  <<: 3").problems == ["2:7 invalid-yaml Only mappings can be merged by <<"])
  }

  @Test func anAliasBombIsRefused() {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...30 { bomb += "a\(level): &a\(level) [\((0..<9).map { _ in "*a\(level - 1)" }.joined(separator: ", "))]\n" }
    let result = parse(bomb)
    #expect(result.node == nil)
    #expect(result.problems == ["6:10 too-many-aliases Aliases repeat more than 100000 values"])
    let chain = "a0: &a0 [x]\n" + (1...200).map { "a\($0): &a\($0) [*a\($0 - 1)]\n" }.joined()
    #expect(parse(chain).problems.first?.contains("nested-too-deeply") == true)
  }

  @Test func refusesWhatIsNestedTooDeeply() {
    #expect(parse(String(repeating: "[", count: 1000)).problems == ["1:65 nested-too-deeply Values are nested more than 64 levels deep"])
    let block = (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(parse(block).problems == ["65:65 nested-too-deeply Values are nested more than 64 levels deep"])
    #expect(parse(String(repeating: "- ", count: 20_000)).problems.first?.contains("nested-too-deeply") == true)
  }

  @Test func refusesAFileThatNobodyWrote() {
    let result = YAML.parse([UInt8](repeating: 0x20, count: 100_000_000), file: "case.yaml")
    #expect(result.diagnostics.map(\.brief) == ["1:1 file-too-large File has 100 MB; at most 5 MB are read"])
  }

  @Test func aSecondDocumentIsReported() {
    let result = parse("---\na: 1\n---\nb: 2\n")
    #expect(result.node?.sketch == "{a: 1}")
    #expect(result.problems == ["3:1 several-documents A second YAML document begins here"])
  }

  @Test func brokenUTF8IsPlaced() {
    let result = YAML.parse(Array("title: x\nname: é".utf8) + [0x93], file: "case.yaml")
    #expect(result.diagnostics.map(\.brief) == ["2:8 invalid-utf8 Byte 93 is not UTF-8"])
  }

  @Test func separatorsOfUnicodeAreNoLineBreaks() {
    #expect(parse("a: one\u{2028}two\nb: x").node?.sketch == "{a: one\u{A0}two, b: x}")
  }

  @Test func truncatedAndDamagedTextNeverCrashes() {
    let source = Array("a: &x {b: 'c', d: [1, \"2\", *y]}\ntitle: “Ulcer”: é # x\n- |\n  t\n<<: *x\n? [k]\n: v\n".utf8)
    for end in source.indices { _ = YAML.parse(Array(source[..<end]), file: "c") }
    var generator = SeededGenerator(state: 3)
    for _ in 0..<3000 {
      var damaged = source
      for _ in 0..<3 { damaged[Int.random(in: damaged.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator) }
      let result = YAML.parse(damaged, file: "c")
      #expect(result.node != nil || !result.diagnostics.isEmpty || damaged.isEmpty)
    }
  }
}
