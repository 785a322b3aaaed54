internal import Citations
internal import HTML

/// What fills a document's slots, known only when all of it is composed: the list of references, then each citation.
struct CitationSlots {
  /// What the document cites.
  let requests: [CitationRequest]
  let document: FormattedDocument
  let nodes: [Node]

  var hasReferences: Bool { !document.bibliography.isEmpty }

  init(_ requests: [CitationRequest], _ document: FormattedDocument, _ extent: ReferenceList.Extent? = nil) {
    self.requests = requests
    self.document = document
    let list = ReferenceList(document, citations: requests, extent)
    let elsewhere = list.idsElsewhere
    nodes =
      [list.node]
      + document.citations.enumerated().map { index, citation in
        .tag("span", ["class": "cite", "id": ReferenceList.citationID(index)], Node(citation, links: true, elsewhere: elsewhere))
      }
  }
}
