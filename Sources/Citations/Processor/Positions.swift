extension Document {
  /// Finds each cite's position: first, subsequent, ibid, ibid-with-locator, and whether an earlier cite is in a near note.
  mutating func assignPositions() {
    var lastNote: [Int: Int] = [:]
    var previous: [Bool: (citation: CitationRequest, isAlone: Bool)] = [:]
    contexts.reserveCapacity(citations.count)
    for citation in citations {
      var list: [CiteContext] = []
      list.reserveCapacity(citation.cites.count)
      for (index, cite) in citation.cites.enumerated() {
        var context = CiteContext()
        context.locator = cite.locator ?? ""
        context.label = cite.label?.termName ?? "page"
        if let item = itemIndex[cite.id] {
          context.firstReferenceNote = items[item].firstNote
          if let earlier = lastNote[item] {
            context.position = position(of: cite, at: index, in: citation, after: previous[citation.noteNumber > 0])
            context.isNearNote = citation.noteNumber - earlier <= style.citation.nearNoteDistance
          }
          lastNote[item] = citation.noteNumber
          if context.position == .first { context.firstReferenceNote = 0 }
        }
        if let position = cite.position { context.position = position }
        if let isNearNote = cite.isNearNote { context.isNearNote = isNearNote }
        list.append(context)
      }
      contexts.append(list)
      // The text and the notes are two sequences; of a note with several citations none is repeated by an ibid.
      let isNote = citation.noteNumber > 0
      let sharesNote = isNote && previous[isNote]?.citation.noteNumber == citation.noteNumber
      previous[isNote] = (citation, !sharesNote)
    }
  }

  /// A cite that repeats the one before it, in its citation or as the only one of the citation before, is an ibid.
  private func position(
    of cite: Cite, at index: Int, in citation: CitationRequest, after previous: (citation: CitationRequest, isAlone: Bool)?
  ) -> Position {
    let before: Cite
    if index > 0 {
      before = citation.cites[index - 1]
    } else if let previous, previous.isAlone || previous.citation.noteNumber == citation.noteNumber, previous.citation.cites.count == 1 {
      before = previous.citation.cites[0]
    } else {
      return .subsequent
    }
    guard before.id == cite.id else { return .subsequent }
    let (old, new) = (before.locator ?? "", cite.locator ?? "")
    if new.isEmpty { return old.isEmpty ? .ibid : .subsequent }
    let isSame = old == new && (before.label ?? "page") == (cite.label ?? "page")
    return isSame ? .ibid : .ibidWithLocator
  }
}
