import Testing

@testable import Diagnostics

/// The look of a message, and that hostile text can't spoil it.
struct DiagnosticPrinterTests {
  private func printed(_ diagnostic: Diagnostic, source: String? = nil, isColored: Bool = false) -> String {
    DiagnosticPrinter(isColored: isColored) { _, _ in source }.text(diagnostic)
  }

  private func marked(_ source: String, column: Int, length: Int) -> String {
    let location = SourceLocation(file: "f", line: 1, column: column, length: length)
    let lines = printed(Diagnostic(.error, "r", "s", at: location), source: source).split(separator: "\n", omittingEmptySubsequences: false)
    return lines[3...4].joined(separator: "\n")
  }

  @Test func wholeMessage() {
    let location = SourceLocation(file: "content/cases/calcinosis-cutis/case.yaml", line: 3, column: 1, length: 10)
    let diagnostic = Diagnostic(
      .error, "unknown-key", "\"keymessage\" is not a key of a case", at: location, explanation: "Keys are words joined by hyphens.",
      remedy: "did you mean \"key-message\"?", notes: [.init("first defined here", at: SourceLocation(file: "a.yaml", line: 7, column: 2))])
    #expect(
      printed(diagnostic, source: "keymessage: Finding the threshold dose") == """
        error[unknown-key]: "keymessage" is not a key of a case
          --> content/cases/calcinosis-cutis/case.yaml:3:1
           |
         3 | keymessage: Finding the threshold dose
           | ^^^^^^^^^^ did you mean "key-message"?
           = Keys are words joined by hyphens.
           = first defined here: a.yaml:7:2

        """)
  }

  @Test func gutterIsAsWideAsTheNumber() {
    let location = SourceLocation(file: "f.md", line: 1234, column: 5, length: 3)
    #expect(
      printed(Diagnostic(.warning, "r", "Summary", at: location), source: "one two") == """
        warning[r]: Summary
             --> f.md:1234:5
              |
         1234 | one two
              |     ^^^

        """)
  }

  @Test func withoutSourceTheRemedyIsANote() {
    let diagnostic = Diagnostic(.info, "r", "Summary", at: SourceLocation(file: "f"), remedy: "add a line\nor two")
    #expect(printed(diagnostic) == "info[r]: Summary\n  --> f:1:1\n   = add a line\n     or two\n")
    #expect(printed(Diagnostic(.error, "r", "Summary")) == "error[r]: Summary\n")
  }

  @Test(arguments: [
    ("\tkey: x", 2, 3, " 1 |     key: x\n   |     ^^^"),
    ("日本 key", 4, 3, " 1 | 日本 key\n   |      ^^^"),
    ("日本 key", 1, 2, " 1 | 日本 key\n   | ^^^^"),
    ("e\u{301}e\u{301} key", 6, 3, " 1 | e\u{301}e\u{301} key\n   |    ^^^"),
    ("🦶 key", 3, 3, " 1 | 🦶 key\n   |    ^^^"),
    ("key", 9, 3, " 1 | key\n   |    ^"),
    ("key", 2, 50, " 1 | key\n   |  ^^"),
    ("", 1, 0, " 1 |\n   | ^"),
    ("שלום key", 6, 3, " 1 | שלום key\n   |      ^^^"),
  ])
  func caretsStandBelowThePlace(source: String, column: Int, length: Int, expected: String) {
    #expect(marked(source, column: column, length: length) == expected)
  }

  @Test func longLinesAreCutAroundThePlace() {
    let source = String(repeating: "a", count: 500) + "key" + String(repeating: "b", count: 100_000)
    let expected =
      " 1 | …" + String(repeating: "a", count: 30) + "key" + String(repeating: "b", count: 67) + "…\n   |  "
      + String(repeating: " ", count: 30) + "^^^"
    #expect(marked(source, column: 501, length: 3) == expected)
  }

  @Test(arguments: [(Int.max, Int.max), (0, 0), (-5, -5), (Int.min, Int.max)])
  func impossiblePlacesDoNoHarm(column: Int, length: Int) {
    let text = printed(
      Diagnostic(.error, "r", "s", at: SourceLocation(file: "f", line: 1, column: column, length: length)), source: "some text")
    #expect(text.contains("some text"))
    #expect(text.contains("^"))
  }

  @Test func controlCharactersAreWrittenOut() {
    let location = SourceLocation(file: "a\u{1B}[2J\n.yaml", line: 1, column: 3, length: 1)
    let text = printed(
      Diagnostic(.error, "r", "Bad \u{1B}]0;x\u{7} \u{202E}name", at: location, remedy: "remove \u{0}"), source: "a\u{1B}b\u{202E}c\r")
    #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{7}" || $0 == "\r" || $0 == "\u{0}" })
    #expect(text.contains("error[r]: Bad \\u{1B}]0;x\\u{7} \\u{202E}name\n"))
    #expect(text.contains("a\\u{1B}b\\u{202E}c\\u{D}\n   |        ^ remove"))
  }

  @Test func colorsSurroundWhatTheyMark() {
    let text = printed(Diagnostic(.error, "r", "s", at: SourceLocation(file: "f", length: 1)), source: "x", isColored: true)
    #expect(text.hasPrefix("\u{1B}[1;31merror[r]\u{1B}[0m\u{1B}[1m: s\u{1B}[0m\n"))
    #expect(text.contains("\u{1B}[1;31m^\u{1B}[0m"))
  }

  @Test func severalAreSeparatedAndCounted() {
    let diagnostics = [Diagnostic(.error, "a", "A"), Diagnostic(.warning, "b", "B"), Diagnostic(.error, "c", "C")]
    #expect(DiagnosticPrinter(isColored: false) { _, _ in nil }.text(diagnostics) == "error[a]: A\n\nwarning[b]: B\n\nerror[c]: C\n")
    #expect(diagnostics.tally == "2 errors, 1 warning")
    #expect([Diagnostic]().tally == nil)
  }
}
