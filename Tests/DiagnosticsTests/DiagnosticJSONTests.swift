import Foundation
import Testing

@testable import Diagnostics

/// The JSON form, read back by another reader.
struct DiagnosticJSONTests {
  private func read(_ diagnostics: [Diagnostic]) throws -> [[String: Any]] {
    let data = Data(DiagnosticJSON.text(diagnostics).utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
  }

  @Test func everyKeyIsThere() throws {
    let diagnostic = Diagnostic(
      .warning, "figure-dpi", "Figure has 72 dpi", at: SourceLocation(file: "case.yaml", line: 3, column: 5, length: 2),
      remedy: "use a larger picture", notes: [.init("shown here", at: SourceLocation(file: "poster.md", line: 9, column: 1)), .init("see")])
    #expect(
      DiagnosticJSON.text([diagnostic]) == """
        [
          {"rule":"figure-dpi","severity":"warning","file":"case.yaml","line":3,"column":5,"length":2,"summary":"Figure has 72 dpi",\
        "explanation":null,"remedy":"use a larger picture","notes":[{"text":"shown here","file":"poster.md","line":9,"column":1,"length":0},\
        {"text":"see","file":null,"line":null,"column":null,"length":null}]}
        ]

        """)
    #expect(try read([diagnostic, diagnostic]).count == 2)
  }

  @Test func nothingIsAnEmptyArray() throws {
    #expect(DiagnosticJSON.text([Diagnostic]()) == "[]\n")
  }

  @Test func everyCharacterSurvives() throws {
    let hostile = "\u{0}\u{1}\t\n\r\"\\/</script>\u{7F}\u{85}\u{2028}\u{2029}\u{202E}é日🦶"
    let object = try #require(try read([Diagnostic(.error, hostile, hostile, explanation: hostile)]).first)
    #expect(object["rule"] as? String == hostile)
    #expect(object["summary"] as? String == hostile)
    #expect(object["explanation"] as? String == hostile)
    #expect(object["file"] is NSNull)
  }
}
