import Citations
import DataFormats
import Testing

/// The entries and clusters of 13 styles, as they are expected, for 35 references.
@Suite struct ProcessorExpectedTests {
  @Test(.enabled(if: Shared.exists, "the folder of shared test data is not there"), arguments: ExpectedStyle.all)
  func `official styles give the expected entries and citations`(_ expected: ExpectedStyle) throws {
    let bytes = try #require(Shared.bytes("csl-test-suite/support/styles/\(expected.id).csl"))
    let (style, _) = Style.parse(bytes, file: expected.id)
    let language = try #require(style).defaultLocale ?? "en-US"
    let locales = try Locale.fallbackChain(for: language).map { try Shared.locale($0) }
    try expected.check(Processor(style: try #require(style), locales: locales))
  }

  @Test(
    .enabled(if: Shared.exists, "the folder of shared test data is not there"),
    arguments: ExpectedStyle.all.filter { BuiltIn.ids.contains($0.id) })
  func `built-in styles give the expected entries and citations`(_ expected: ExpectedStyle) throws {
    try expected.check(BuiltIn.processor(expected.id))
  }
}

/// One style's part of the list of expected output.
struct ExpectedStyle: CustomTestStringConvertible {
  var id: String
  var node: Node

  var testDescription: String { id }

  static let all: [ExpectedStyle] = {
    guard let bytes = Shared.bytes("reference-styles-expected.json"), let root = JSON.parse(bytes, file: "expected").node else { return [] }
    return (root["styles"]?.entries ?? []).map { ExpectedStyle(id: $0.key.value, node: $0.value) }
  }()

  static func references() throws -> [Reference] {
    let bytes = try #require(Shared.bytes("reference-styles-items.json"))
    return ReferenceReader.read(bytes, as: .cslJSON, file: "items").references
  }

  func check(_ processor: Processor) throws {
    let references = try Self.references()
    let order = (node["order"]?.elements ?? []).compactMap(\.text)
    let entries = node["bibliography"]?.entries ?? []
    #expect(entries.count == 35)
    let clusters = (node["cites"]?.elements ?? []).map { cluster in
      var cites = (cluster["ids"]?.elements ?? []).compactMap(\.text).map { Cite($0) }
      if let locator = cluster["locator"] {
        cites[0].locator = locator["value"]?.text
        cites[0].label = locator["label"]?.text
      }
      return CitationRequest(cites)
    }
    let first = references.map { CitationRequest([Cite($0.id)]) }
    let document = processor.format(citations: first + clusters, references: references)
    #expect(document.bibliography.map(\.id) == order)
    for entry in document.bibliography where !differing.contains(entry.id) {
      let expected = node["bibliography"]?[entry.id]?["html"]?.text
      #expect(entry.htmlBlock == expected, "\(entry.id)")
    }
    for (cluster, citation) in zip(node["cites"]?.elements ?? [], document.citations.dropFirst(first.count)) {
      #expect(citation.html() == cluster["html"]?.text)
    }
  }

  /// Where citeproc-js shows in the list the names that tell citations apart, which the specification asks for in citations only.
  private var differing: Set<String> {
    id == "modern-language-association" ? ["peytrignet-online", "valenzuela2015abs", "valenzuela2016"] : []
  }
}
