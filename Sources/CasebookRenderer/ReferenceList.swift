internal import Citations
internal import HTML

/// The list at a document's end: what it cites, then what it does not cite; as an ordered list where the style numbers its entries.
///
/// Entries that nothing cites have no numbers; the others lead back to their citations.
struct ReferenceList {
  /// Only the first entries, where the author asks for it; how many there are besides, and where, is always said.
  struct Extent: Equatable {
    var first: Int
    /// The address of the case's page as people read it, if it has one.
    var pageAddress: String?
  }

  /// What the document cites comes first.
  private let entries: [FormattedDocument.Entry]
  private let isNumbered: Bool
  private let extent: Extent?
  /// For each reference its citations in the text, counted from 0.
  private var citing: [String: [Int]] = [:]

  init(_ document: FormattedDocument, citations: [CitationRequest], _ extent: Extent? = nil) {
    self.extent = extent
    for (index, citation) in citations.enumerated() {
      for cite in citation.cites where citing[cite.id]?.last != index { citing[cite.id, default: []].append(index) }
    }
    isNumbered = document.bibliography.contains { $0.hasNumber }
    let citing = citing
    entries =
      isNumbered
      ? document.bibliography.filter { citing[$0.id] != nil } + document.bibliography.filter { citing[$0.id] == nil }
      : document.bibliography
  }

  /// The id of a citation in the text, counted from 0.
  static func citationID(_ index: Int) -> String { "cite-\(index + 1)" }

  /// The entries that only the case's page lists.
  var idsElsewhere: Set<String> { Set(entries.dropFirst(extent?.first ?? entries.count).map(\.id)) }

  var node: Node {
    let listed = Array(entries.prefix(extent?.first ?? entries.count))
    guard isNumbered else { return [list(listed, isNumbered: false), rest] }
    return [
      list(listed.filter { citing[$0.id] != nil }, isNumbered: true), list(listed.filter { citing[$0.id] == nil }, isNumbered: false), rest,
    ]
  }

  /// "and 8 more: cases.example.org/cases/foot/", for what is not listed here.
  private var rest: Node {
    let count = entries.count - (extent?.first ?? entries.count)
    guard count > 0 else { return .empty }
    let page = { (text: String) in Node.tag("a", ["href": "index.html"], .text(text)) }
    let place: Node = extent?.pageAddress.map { [": ", page($0)] } ?? [" on ", page("the case’s page")]
    return .tag("p", ["class": "more-references"], .text("and \(count) more"), place)
  }

  private func list(_ entries: [FormattedDocument.Entry], isNumbered: Bool) -> Node {
    guard !entries.isEmpty else { return .empty }
    let items = entries.map { entry in
      Node.tag("li", ["id": "ref-\(entry.id)"], Node(entry.withoutNumber, links: false), backLinks(of: entry))
    }
    return .tag(isNumbered ? "ol" : "ul", ["class": isNumbered ? "references" : "references unnumbered"], items)
  }

  /// `↩` for each citation of the entry.
  private func backLinks(of entry: FormattedDocument.Entry) -> Node {
    let citations = citing[entry.id] ?? []
    return .fragment(
      citations.enumerated().map { index, citation in
        let name = citations.count == 1 ? "Back to the citation" : "Back to citation \(index + 1) of \(citations.count)"
        return .tag("a", ["class": "back", "href": "#\(Self.citationID(citation))", "aria-label": name], "↩")
      })
  }
}

extension FormattedDocument.Entry {
  /// Whether the style sets a number or label in the margin.
  fileprivate var hasNumber: Bool { if case .display(.leftMargin, _)? = content.first { true } else { false } }

  /// The entry without its margin, which the list writes itself.
  fileprivate var withoutNumber: [Rich] {
    guard hasNumber else { return content }
    return content.dropFirst().flatMap { rich -> [Rich] in
      if case .display(.rightInline, let children) = rich { children } else { [rich] }
    }
  }
}
