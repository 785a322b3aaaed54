import Testing

@testable import Diagnostics

struct DiagnosticTests {
  @Test func readingOrderIsThatOfTheFiles() {
    func diagnostic(_ rule: String, _ file: String?, _ line: Int = 1) -> Diagnostic {
      Diagnostic(.error, rule, "s", at: file.map { SourceLocation(file: $0, line: line) })
    }
    let unsorted = [
      diagnostic("d", "b", 2), diagnostic("c", "b", 1), diagnostic("b", "a", 9), diagnostic("a", nil), diagnostic("e", "b", 2),
    ]
    #expect(unsorted.inReadingOrder().map(\.rule) == ["a", "b", "c", "d", "e"])
  }

  @Test func onlyErrorsAreErrors() {
    #expect(![Diagnostic(.warning, "r", "s"), Diagnostic(.info, "r", "s")].containErrors)
    #expect([Diagnostic(.error, "r", "s")].containErrors)
    #expect(Severity.info < .warning && Severity.warning < .error)
  }

  @Test(arguments: [
    ("keymessage", "key-message"), ("tilte", "title"), ("TITLE", "title"), ("zzz", nil), ("", nil),
  ])
  func nearestIsWhatWasMeant(word: String, expected: String?) {
    #expect(nearest(to: word, in: ["title", "key-message", "keywords"]) == expected)
  }
}
