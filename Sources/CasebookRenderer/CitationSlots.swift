internal import Citations
internal import HTML

/// What fills a document's slots, known only when all of it is composed: the list of references, then each citation.
struct CitationSlots {
  /// What the document cites.
  let requests: [CitationRequest]
  let hasReferences: Bool
  let nodes: [Node]

  init(_ requests: [CitationRequest], _ document: FormattedDocument) {
    self.requests = requests
    hasReferences = !document.bibliography.isEmpty
    nodes =
      [ReferenceList(document, citations: requests).node]
      + document.citations.enumerated().map { index, citation in
        .tag("span", ["class": "cite", "id": ReferenceList.citationID(index)], Node(citation, links: true))
      }
  }
}
