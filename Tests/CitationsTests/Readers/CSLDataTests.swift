import Testing

@testable import Citations

@Suite struct CSLDataTests {
  @Test func readsJSON() throws {
    let (references, diagnostics) = ReferenceReader.read(
      Array(
        """
        [{"id": "a", "type": "article-journal", "title": "Feet", "volume": 148, "custom": {"x": 1},
          "author": [{"family": "Hoogen", "non-dropping-particle": "van den", "given": "F."}, {"literal": "WHO"}, {"family": "X", "suffix": "Jr",
            "comma-suffix": true}],
          "issued": {"date-parts": [["2012", 4], [2012, "6", 3]], "circa": 1}, "accessed": {"raw": "22 November 2026"},
          "submitted": {"literal": "in press"}, "event-date": "2012-04/2012-05", "keyword": ["b", "c"]},
         {"id": 7, "type": "book"}, {"title": "no id"}, 5, {"id": "b", "title": ["x"]}]
        """.utf8), file: "references.json")
    #expect(references.map(\.id) == ["a", "7", "b"])
    let first = try #require(references.first)
    #expect(first.variables["volume"] == "148" && first.variables["keyword"] == "b, c" && first.variables["custom"] == nil)
    #expect(
      first.names["author"] == [
        Name(family: "Hoogen", given: "F.", nonDroppingParticle: "van den"), Name(literal: "WHO"),
        Name(family: "X", suffix: "Jr", commaSuffix: true),
      ])
    #expect(
      first.dates["issued"] == ReferenceDate(parts: [.init(year: 2012, month: 4), .init(year: 2012, month: 6, day: 3)], isCirca: true))
    #expect(first.dates["accessed"]?.parts == [.init(year: 2026, month: 11, day: 22)])
    #expect(first.dates["submitted"]?.literal == "in press")
    #expect(first.dates["event-date"]?.parts == [.init(year: 2012, month: 4), .init(year: 2012, month: 5)])
    #expect(diagnostics.map(\.location?.line) == [6, 6, 6, 6])
    #expect(diagnostics.allSatisfy { $0.rule == "csl-data" })
  }

  @Test func readsYAML() throws {
    let (references, diagnostics) = ReferenceReader.read(
      Array(
        """
        references:
        - id: a
          type: book
          title: "Feet: all of them"
          author:
          - {family: Doe, given: Jo}
          issued: 2012-04
        - id: b
          type: webpage
          issued:
          - year: 2011
            month: 3
        """.utf8), file: "references.yaml")
    #expect(diagnostics.isEmpty)
    #expect(references.map(\.id) == ["a", "b"])
    #expect(references[0].names["author"] == [Name(family: "Doe", given: "Jo")])
    #expect(references[0].dates["issued"]?.parts == [.init(year: 2012, month: 4)])
    #expect(references[1].dates["issued"]?.parts == [.init(year: 2011, month: 3)])
    #expect(references[1].location?.line == 8)
  }
}
