import Foundation
import Testing

@testable import Citations

/// Styles that were cut off or changed by chance are read, and used when they can be, without harm.
@Suite struct DamagedStyleTests {
  private static let ids = ["american-medical-association", "apa"]

  /// `scripts/fuzz` looks longer for inputs that do harm.
  private static let fuzzTime = Duration.seconds(Int(ProcessInfo.processInfo.environment["CASEBOOK_FUZZ_SECONDS"] ?? "") ?? 0)

  private static let references: [Reference] = {
    let items = """
      [{"id": "a", "type": "article-journal", "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"}, {"literal": "G"}],
        "title": "<i>Feet</i> and: \\"skin\\"", "container-title": "Foot", "volume": "3", "page": "101-9", "issued": {"date-parts": [[2012, 4]]}},
       {"id": "b", "type": "book", "editor": [{"family": "Roe", "given": "J.-P."}], "title": "Skin", "edition": "2",
        "issued": {"date-parts": [[2020, 1, 2], [2020, 3, 4]]}},
       {"id": "c", "type": "webpage", "title": "Nails", "URL": "https://example.org", "issued": {"season": 2, "date-parts": [[-44]]}}]
      """
    return ReferenceReader.read(Array(items.utf8), file: "items.json").references
  }()

  @Test(arguments: ids)
  func changedAnywhereIsUsedWithoutHarm(id: String) throws {
    let original = try BuiltIn.bytes(id)
    let locale = try BuiltIn.english()
    var random = SeededGenerator(state: UInt64(id.utf8.count))
    var round = 0
    var used = 0
    let start = ContinuousClock.now
    while round < 60 || ContinuousClock.now - start < Self.fuzzTime {
      round += 1
      let bytes = Self.damaged(original, &random)
      let began = ContinuousClock.now
      let (style, diagnostics) = Style.parse(bytes, file: "damaged.csl")
      if let style {
        used += 1
        use(Processor(style: style, locales: [locale]))
      } else {
        #expect(!diagnostics.isEmpty)
      }
      #expect(ContinuousClock.now - began < .seconds(20), "round \(round) took long")
    }
    #expect(used > 0)
  }

  @Test func cutAnywhereIsAnError() throws {
    let bytes = try BuiltIn.bytes("american-medical-association")
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: ">")))
    for length in stride(from: 0, to: end, by: 97) {
      let (style, diagnostics) = Style.parse(Array(bytes[..<length]), file: "cut.csl")
      #expect(style == nil && !diagnostics.isEmpty)
    }
  }

  private func use(_ processor: Processor) {
    let cites = ["a", "b", "c", "a", "none"].map { Cite($0, locator: $0 == "a" ? "5-7" : nil, label: "page") }
    let document = processor.format(
      citations: [CitationRequest(cites), CitationRequest([Cite("b")], noteNumber: 2)], references: Self.references)
    for entry in document.bibliography { _ = entry.content.html(links: true) }
    #expect(document.citations.count == 2)
  }

  /// The bytes with one to four changes: other bytes, other numbers, lines that are missing, doubled or elsewhere.
  private static func damaged(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.insert(contentsOf: Array("<>\"'&/= ".utf8).shuffled(using: &random).prefix(2), at: at)
      case 2:
        if let digit = bytes[at...].firstIndex(where: { $0 >= 0x30 && $0 <= 0x39 }) {
          bytes.replaceSubrange(digit...digit, with: "99999999999999999999".utf8)
        }
      case 3, 4, 5:
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        let from = Int.random(in: 0..<lines.count, using: &random)
        let moved = lines[from]
        if Bool.random(using: &random) { lines.remove(at: from) }
        if Bool.random(using: &random) { lines.insert(moved, at: Int.random(in: 0...lines.count, using: &random)) }
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
      default: swapValues(&bytes, &random)
      }
    }
    return bytes
  }

  /// Puts the value of one attribute in the place of another, so that macros call each other and options take strange values.
  private static func swapValues(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let quotes = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\"") }
    guard quotes.count > 3 else { return }
    let pick = { (random: inout SeededGenerator) -> Range<Int> in
      let i = Int.random(in: 0..<(quotes.count / 2), using: &random) * 2
      return (quotes[i] + 1)..<max(quotes[i] + 1, quotes[min(i + 1, quotes.count - 1)])
    }
    let value = Array(bytes[pick(&random)])
    bytes.replaceSubrange(pick(&random), with: value)
  }
}
