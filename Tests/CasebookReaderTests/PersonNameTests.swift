import Testing

@Suite struct PersonNameTests {
  @Test(arguments: [
    ("Jordan Example, DPM, PGY-3", "Jordan||Example|", ["DPM", "PGY-3"]),
    ("Riley A. van der Sample Jr, MD", "Riley A.|van der|Sample|Jr", ["MD"]),
    ("Riley Sample, Jr, DPM", "Riley||Sample|Jr", ["DPM"]),
    ("Plato", "||Plato|", []),
    ("van Sample", "|van|Sample|", []),
    ("riley sample", "riley||sample|", []),
    ("Casey Demo III", "Casey||Demo|III", []),
    ("Ana María López, PhD", "Ana María||López|", ["PhD"]),
  ])
  func theShortFormIsTakenApart(text: String, name: String, credentials: [String]) throws {
    let author = try #require(try readCase(["case.yaml": "title: T\nauthors:\n  - \(text)\n"]).case?.authors.first)
    #expect([author.name.given, author.name.particle, author.name.family, author.name.suffix].joined(separator: "|") == name)
    #expect(author.credentials == credentials)
  }
}
