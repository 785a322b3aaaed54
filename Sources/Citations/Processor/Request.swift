/// One citation of a document: what stands between one pair of brackets, or in one superscript.
package struct CitationRequest: Hashable, Sendable {
  package var cites: [Cite]
  /// The number of the note that the citation stands in; 0 in the text.
  package var noteNumber: Int

  package init(_ cites: [Cite], noteNumber: Int = 0) {
    self.cites = cites
    self.noteNumber = noteNumber
  }
}

/// One reference within a citation.
package struct Cite: Hashable, Sendable {
  package var id: String
  package var locator: String?
  /// What the locator counts: `page` when nil.
  package var label: String?
  package var prefix: String
  package var suffix: String
  package var mode: Mode
  /// Set when the caller knows the position; else it follows from the document.
  package var position: Position?
  package var isNearNote: Bool?

  package enum Mode: Hashable, Sendable {
    case normal, suppressAuthor, authorOnly
    /// The author stands in the running text, the rest in the citation.
    case authorInText
  }

  package init(_ id: String, locator: String? = nil, label: String? = nil, prefix: String = "", suffix: String = "", mode: Mode = .normal) {
    self.id = id
    self.locator = locator
    self.label = label
    self.prefix = prefix
    self.suffix = suffix
    self.mode = mode
    self.position = nil
    self.isNearNote = nil
  }
}

/// A document's citations and bibliography, ready to be written.
package struct FormattedDocument: Hashable, Sendable {
  /// In the order of the requests.
  package var citations: [[Rich]]
  package var bibliography: [Entry]
  package var layout: BibliographyLayout
  /// Ids that were cited and are in no reference, in order of first use.
  package var unresolved: [String]

  package struct Entry: Hashable, Sendable {
    package var id: String
    /// The citation number.
    package var number: Int
    package var content: [Rich]
  }
}

/// What the style says of the list as a whole.
package struct BibliographyLayout: Hashable, Sendable {
  package var hangingIndent = false
  package var secondFieldAlign: SecondFieldAlign?
  package var lineSpacing = 1
  package var entrySpacing = 1
}

/// Formatted text; nested fonts are as the style says, the writers turn an italic within an italic upright.
package indirect enum Rich: Hashable, Sendable {
  case text(String)
  case formatted(Font, [Rich])
  case display(Display, [Rich])
  case link(String, [Rich])
  /// What belongs to one cited reference.
  case cite(String, [Rich])
}
