internal import Citations
internal import HTML

/// The list at a document's end: what it cites, then what it does not cite; as an ordered list where the style numbers its entries.
///
/// Entries that nothing cites have no numbers.
struct ReferenceList {
  let entries: [FormattedDocument.Entry]
  let cited: Set<String>

  init(_ document: FormattedDocument, cited: [String]) {
    entries = document.bibliography
    self.cited = Set(cited)
  }

  var node: Node {
    let isNumbered = entries.contains { $0.hasNumber }
    guard isNumbered else { return list(entries, isNumbered: false) }
    let first = entries.filter { cited.contains($0.id) }
    let others = entries.filter { !cited.contains($0.id) }
    return [list(first, isNumbered: true), list(others, isNumbered: false)]
  }

  private func list(_ entries: [FormattedDocument.Entry], isNumbered: Bool) -> Node {
    guard !entries.isEmpty else { return .empty }
    let items = entries.map { entry in
      Node.tag("li", ["id": "ref-\(entry.id)"], Node(entry.withoutNumber, links: false))
    }
    return .tag(isNumbered ? "ol" : "ul", ["class": isNumbered ? "references" : "references unnumbered"], items)
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
