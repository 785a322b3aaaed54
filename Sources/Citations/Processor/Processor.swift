/// Formats citations and bibliographies in a style; made once, used by many documents at the same time.
package struct Processor: Sendable {
  package let style: Style
  let locale: Locale

  /// `locales` from the most specific to the most general, as `Locale.fallbackChain` names them for the language.
  ///
  /// The language is the style's own when nil, else English.
  package init(style: Style, language: String? = nil, locales: [Locale]) {
    self.style = style
    var merged = Locale()
    for locale in locales.reversed() { merged = merged.overlaid(by: locale) }
    let language = language ?? style.defaultLocale ?? "en-US"
    let primary = language.prefix { $0 != "-" }
    for wanted in ["", String(primary), language] {
      for locale in style.locales where locale.language == wanted { merged = merged.overlaid(by: locale) }
      if wanted == language { break }
    }
    merged.language = language
    locale = merged
  }

  /// Formats all citations of a document and its bibliography at once.
  ///
  /// The bibliography holds what is cited, then `uncited`, in the style's order. Ids that no reference has are in `unresolved`.
  package func format(citations: [CitationRequest], references: [Reference], uncited: [String] = []) -> FormattedDocument {
    var document = Document(processor: self, citations: citations, references: references, uncited: uncited)
    document.sortBibliography()
    document.assignPositions()
    document.disambiguate()
    return FormattedDocument(
      citations: document.renderCitations(), bibliography: document.renderBibliography(), layout: bibliographyLayout,
      unresolved: document.unresolved)
  }

  /// The ids of references in the order of a bibliography that holds them all.
  package func bibliographyOrder(of references: [Reference]) -> [String] {
    var document = Document(processor: self, citations: [], references: references, uncited: references.map(\.id))
    document.sortBibliography()
    return document.order.map { document.items[$0].reference.id }
  }

  package var bibliographyLayout: BibliographyLayout {
    guard let bibliography = style.bibliography else { return BibliographyLayout() }
    return BibliographyLayout(
      hangingIndent: bibliography.hangingIndent, secondFieldAlign: bibliography.secondFieldAlign, lineSpacing: bibliography.lineSpacing,
      entrySpacing: bibliography.entrySpacing)
  }
}

/// A document under way: each phase fills in what the next needs.
struct Document {
  let style: Style
  let locale: Locale
  let citations: [CitationRequest]
  var items: [Item] = []
  var itemIndex: [String: Int] = [:]
  /// Indices of items in the order of the bibliography.
  var order: [Int] = []
  /// For each citation and cite.
  var contexts: [[CiteContext]] = []
  var unresolved: [String] = []
  var citationEvaluator: Evaluator

  /// Registers the items in the order of their first citation, then the uncited ones.
  init(processor: Processor, citations: [CitationRequest], references: [Reference], uncited: [String]) {
    style = processor.style
    locale = processor.locale
    self.citations = citations
    citationEvaluator = Evaluator(style: style, locale: locale, area: .citation)
    var byID: [String: Int] = [:]
    byID.reserveCapacity(references.count)
    for (index, reference) in references.enumerated() { byID[reference.id] = index }
    items.reserveCapacity(references.count)
    for citation in citations {
      for cite in citation.cites { register(cite.id, isCited: true, note: citation.noteNumber, references, byID) }
    }
    for id in uncited { register(id, isCited: false, note: 0, references, byID) }
    order = Array(items.indices)
    for index in items.indices { items[index].number = index + 1 }
  }

  private mutating func register(_ id: String, isCited: Bool, note: Int, _ references: [Reference], _ byID: [String: Int]) {
    guard itemIndex[id] == nil else { return }
    guard let index = byID[id] else {
      if !unresolved.contains(id) { unresolved.append(id) }
      return
    }
    itemIndex[id] = items.count
    items.append(Item(reference: references[index].readingNoteFields, isCited: isCited, firstNote: note))
  }
}
