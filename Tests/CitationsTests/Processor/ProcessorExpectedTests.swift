import Citations
import DataFormats
import Testing

/// The entries and clusters of 13 styles, as they are expected, for 35 references.
@Suite struct ProcessorExpectedTests {
  @Test(.enabled(if: Shared.exists, "the folder of shared test data is not there"), arguments: ExpectedStyle.all)
  func `official styles give the expected entries and citations`(_ expected: ExpectedStyle) throws {
    let bytes = try #require(Shared.bytes("csl-test-suite/support/styles/\(expected.id).csl"))
    let (style, _) = Style.parse(bytes, file: expected.id)
    try expected.check(Processor(style: try #require(style), language: "en-US", locales: [try Shared.locale("en-US")]))
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
    let document = processor.format(citations: references.map { CitationRequest([Cite($0.id)]) }, references: references)
    #expect(document.bibliography.map(\.id) == order)
    for entry in document.bibliography {
      let expected = node["bibliography"]?[entry.id]?["html"]?.text
      #expect(entry.htmlBlock == expected, "\(entry.id)")
    }
    for cluster in node["cites"]?.elements ?? [] {
      var cites = (cluster["ids"]?.elements ?? []).compactMap(\.text).map { Cite($0) }
      if let locator = cluster["locator"] {
        cites[0].locator = locator["value"]?.text
        cites[0].label = locator["label"]?.text
      }
      let all = references.map { CitationRequest([Cite($0.id)]) }
      let citation = processor.format(citations: all + [CitationRequest(cites)], references: references).citations[all.count]
      #expect(citation.html() == cluster["html"]?.text)
    }
  }
}
