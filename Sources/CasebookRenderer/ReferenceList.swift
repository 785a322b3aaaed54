internal import Citations
internal import HTML

/// The list at a document's end: what it cites, then what it does not cite; as an ordered list where the style numbers its entries.
///
/// Entries that nothing cites have no numbers; the others lead back to their citations.
struct ReferenceList {
  let entries: [FormattedDocument.Entry]
  /// For each reference its citations in the text, counted from 0.
  private var citing: [String: [Int]] = [:]

  init(_ document: FormattedDocument, citations: [CitationRequest]) {
    entries = document.bibliography
    for (index, citation) in citations.enumerated() {
      for cite in citation.cites where citing[cite.id]?.last != index { citing[cite.id, default: []].append(index) }
    }
  }

  /// The id of a citation in the text, counted from 0.
  static func citationID(_ index: Int) -> String { "cite-\(index + 1)" }

  var node: Node {
    let isNumbered = entries.contains { $0.hasNumber }
    guard isNumbered else { return list(entries, isNumbered: false) }
    let first = entries.filter { citing[$0.id] != nil }
    let others = entries.filter { citing[$0.id] == nil }
    return [list(first, isNumbered: true), list(others, isNumbered: false)]
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
