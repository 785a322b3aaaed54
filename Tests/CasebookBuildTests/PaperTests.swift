import CasebookBuild
import CasebookModel
import CasebookRenderer
import TestSupport
import Testing

/// Posters and handouts as they are printed: what is on them, and what a variant leaves out.
@Suite struct PaperTests {
  private static let yaml = """
    title: Closure of a plantar ulcer
    key-message: The ulcer was closed at week 16.
    status: published
    authors:
      - {name: Riley Sample, credentials: [DPM], affiliations: [eh], corresponding: {email: riley@example.org}}
      - {name: Jordan Example, affiliations: [eh], presenting: true}
    affiliations: {eh: {name: Example Health, logo: logos/eh.svg}}
    funding: A grant of Example Health
    ethics: No approval was needed
    acknowledgements: Thanks to Casey Demo
    presented: [{meeting: Example Congress, number: P-114}]
    posters:
      - {id: hall, size: 48x36in}
      - {id: wall, size: A0, layout: billboard}
      - {id: order, size: 48x36in, sections: [discussion, nothing], spans: {discussion: 2}}
    """

  private func render(
    _ document: PaperDocument, as variant: PosterVariant = PosterVariant(), site: String = "url: https://cases.example.org/\n",
    yaml: String = yaml
  ) throws -> (page: String, paths: [String], rules: [String]) {
    let folder = try TestFolder([
      "content/site.yaml": site, "content/cases/foot/case.yaml": yaml,
      "content/cases/foot/narrative.md": "## Case\n\nA man.\n\n## Discussion\n\nIt closed.\n\n## Conclusion\n\nClosed.\n",
      "content/cases/foot/logos/eh.svg":
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><path d=\"M0 0h4v3z\" fill=\"#fff\"/></svg>",
    ])
    let library = try Library(root: folder.path)
    let found = try #require(library.part("foot").case)
    let rendered = try #require(library.renderer).render(document, of: found, as: variant)
    let page = try #require(rendered.outputs.last { $0.path.hasSuffix(".html") })
    guard case .bytes(let bytes) = page.content else { return ("", [], []) }
    return (String(decoding: bytes, as: UTF8.self), rendered.outputs.map(\.path), rendered.diagnostics.map(\.rule))
  }

  @Test(arguments: [PaperDocument.poster(0), .handout])
  func everythingThatIsStatedIsThere(document: PaperDocument) throws {
    let (page, paths, _) = try render(document)
    for words in [
      "Closure of a plantar ulcer", "The ulcer was closed at week 16.", "Riley Sample", "Example Health", "riley@example.org",
      "A grant of", "No approval", "Casey Demo", "Example Congress, P-114", "cases.example.org/cases/foot/", "class=\"code\"",
      "class=\"logo light\"", "A man.", "It closed.", "Closed.",
    ] { #expect(page.contains(words), "\(words) is missing") }
    #expect(paths.contains { $0.hasPrefix("cases/foot/figures/logo-1.") && $0.hasSuffix(".svg") })
  }

  @Test(arguments: [PaperDocument.poster(0), .poster(1), .handout])
  func aBlindOneNamesNobody(document: PaperDocument) throws {
    let (page, paths, _) = try render(document, as: PosterVariant(isBlind: true))
    for words in ["Riley", "Sample", "Jordan", "Example Health", "example.org", "grant", "Casey", "Congress", "class=\"code\"", "logo"] {
      #expect(!page.contains(words), "\(words) is there")
    }
    #expect(page.contains("No approval") && page.contains("It closed."))
    #expect(paths.allSatisfy { $0.hasSuffix("-blind.html") })
  }

  @Test func aDraftCarriesItsProblems() throws {
    let (page, paths, _) = try render(.poster(0), as: PosterVariant(draft: ["title: \"Cure\" <promises>"]))
    #expect(page.contains(">DRAFT<") && page.contains("title: &quot;Cure&quot; &lt;promises&gt;") || page.contains("&lt;promises>"))
    #expect(paths.last == "cases/foot/poster-draft.html")
    #expect(try render(.poster(0)).page.contains("DRAFT") == false)
  }

  @Test func aProofSaysSo() throws {
    #expect(try render(.poster(1), as: PosterVariant(isBlind: true, isProof: true)).paths.last == "cases/foot/poster-wall-blind-proof.html")
    #expect(try render(.poster(0), as: PosterVariant(isProof: true)).page.contains("data-proof"))
  }

  @Test func aCodeNeedsAnAddressAndAPublishedCase() throws {
    #expect(try render(.poster(0), site: "title: Cases\n").page.contains("class=\"code\"") == false)
    let draft = Self.yaml.replacing("status: published", with: "status: unlisted")
    #expect(try render(.poster(0), yaml: draft).page.contains("class=\"code\"") == false)
  }

  @Test func theHandoutHasTheSheetOfItsCountry() throws {
    #expect(try render(.handout).page.contains("size:8.5in 11in"))
    #expect(try render(.handout, yaml: Self.yaml + "\nlanguage: en-GB").page.contains("size:210mm 297mm"))
    #expect(try render(.handout, yaml: Self.yaml + "\nlanguage: he").page.contains("dir=\"rtl\""))
  }

  @Test func sectionsStandInTheAuthorsOrder() throws {
    let (page, _, rules) = try render(.poster(2))
    #expect(rules == ["unknown-poster-section"])
    let flow = try #require(page.range(of: "class=\"flow\"")).lowerBound
    let hero = try #require(page.range(of: "class=\"hero\"")).lowerBound
    #expect(try #require(page.range(of: "It closed.")).lowerBound > hero)
    #expect(try #require(page.range(of: "A man.")).lowerBound > flow && page.contains("figures-first"))
  }

  @Test func aBillboardHasItsMessageInTheMiddle() throws {
    let page = try render(.poster(1)).page
    #expect(page.contains("arranged-center"))
    let main = try #require(page.range(of: "<main>")).lowerBound
    #expect(try #require(page.range(of: "class=\"message\"")).lowerBound > main)
    let silent = Self.yaml.replacing("key-message: The ulcer was closed at week 16.\n", with: "")
    #expect(try render(.poster(1), yaml: silent).page.contains("arranged-plain"))
  }
}

extension String {
  fileprivate func range(of words: String) -> Range<String.Index>? { firstRange(of: words) }
}
