import Citations
import Diagnostics
import Testing

/// Styles and locales as files: what is wrong with them is named with its place.
@Suite struct StyleTests {
  private func parse(_ text: String) -> (Style?, [Diagnostic]) { Style.parse(Array(text.utf8), file: "x.csl") }

  private func style(_ body: String) -> String {
    "<style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"in-text\" version=\"1.0\">\n\(body)</style>"
  }

  @Test(arguments: ["", "no markup", "<style", "<style></macro>", "<style>\u{0}</style>"])
  func `what is not XML is an error with a place`(text: String) {
    let (style, diagnostics) = parse(text)
    #expect(style == nil)
    #expect(diagnostics.map(\.rule) == ["invalid-xml"])
    #expect(diagnostics.first?.location?.file == "x.csl")
  }

  @Test func `another root element is an error`() {
    #expect(parse("<html/>").1.map(\.summary) == ["Root element is \"html\", not \"style\""])
  }

  @Test func `unknown elements are warnings with line and column`() {
    let (style, diagnostics) = parse(style("  <citation><layout>\n    <blink/></layout></citation>"))
    #expect(style != nil)
    #expect(
      diagnostics == [
        Diagnostic(
          .warning, "unknown-element", "\"blink\" is not an element that CSL has here",
          at: SourceLocation(file: "x.csl", line: 3, column: 5))
      ])
  }

  @Test func `macros that call each other in a circle are an error`() {
    let text = style(
      """
      <macro name="a"><text macro="b"/></macro>
      <macro name="b"><group><text macro="a"/></group></macro>
      <citation><layout><text macro="a"/></layout></citation>
      """)
    let (parsed, diagnostics) = parse(text)
    #expect(parsed == nil)
    #expect(diagnostics.map(\.summary) == ["Macro \"a\" calls itself"])
    #expect(diagnostics.first?.location == SourceLocation(file: "x.csl", line: 3, column: 24))
  }

  @Test func `macros that double with each call are an error, not a hang`() {
    let macros = (0..<40).map {
      "<macro name=\"m\($0)\">" + ($0 == 0 ? "" : String(repeating: "<text macro=\"m\($0 - 1)\"/>", count: 2)) + "</macro>"
    }
    let (parsed, diagnostics) = parse(style(macros.joined() + "<citation><layout><text macro=\"m39\"/></layout></citation>"))
    #expect(parsed == nil)
    #expect(diagnostics.first?.rule == "macro-loop")
  }

  @Test func `a million nested groups are an error`() {
    let (parsed, diagnostics) = parse(style("<citation><layout>" + String(repeating: "<group>", count: 1_000_000)))
    #expect(parsed == nil)
    #expect(diagnostics.map(\.summary) == ["Elements are nested more than 128 deep"])
  }

  @Test func `an unknown macro names the near one`() {
    let (_, diagnostics) = parse(style("<macro name=\"author\"/><citation><layout><text macro=\"autor\"/></layout></citation>"))
    #expect(diagnostics.first?.remedy == "did you mean \"author\"?")
  }

  @Test func `locales fall back to the language and to English`() {
    #expect(Locale.fallbackChain(for: "en-GB") == ["en-GB", "en-US"])
    #expect(Locale.fallbackChain(for: "de-AT") == ["de-AT", "de-DE", "en-US"])
    #expect(Locale.fallbackChain(for: "en-US") == ["en-US"])
  }

  @Test func `a locale that is not one is an error`() {
    #expect(Locale.parse(Array("<style/>".utf8), file: "l.xml").1.map(\.rule) == ["invalid-locale"])
  }

  @Test func `old names and dependent styles lead to their style`() {
    let files = [
      "nlm-citation-sequence": style("<info><id>nlm</id></info><citation><layout/></citation>"),
      "journal": style("<info><link rel=\"independent-parent\" href=\"http://www.zotero.org/styles/vancouver\"/></info>"),
      "circle": style("<info><link rel=\"independent-parent\" href=\"circle\"/></info>"),
    ]
    let resolve = { (id: String) in Style.resolve(id) { files[$0].map { Array($0.utf8) } } }
    #expect(resolve("vancouver").0?.id == "nlm")
    #expect(resolve("http://www.zotero.org/styles/journal").0?.id == "nlm")
    #expect(resolve("circle").0 == nil)
    #expect(resolve("nothing").1.map(\.summary) == ["\"nothing\" is not a citation style that is installed"])
  }
}
