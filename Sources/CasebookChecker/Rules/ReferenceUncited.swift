internal import CasebookModel
internal import Diagnostics
internal import Markdown

extension Rule {
  static let referenceUncited = Rule(
    "reference-uncited", .error, "Every reference is cited",
    why: """
      The site asks for it with `uncited-references: error`. Without that, references which nothing cites are listed after the
      cited ones, or left out with `omit`.
      """,
    remedy: "cite the reference, or take it out of the case's file",
    bad: "A references.bib with sheehan2003, and no [@sheehan2003] anywhere",
    good: "… smaller after four weeks [@sheehan2003]."
  ) { subject in
    guard subject.site.uncitedReferences == .error else { return [] }
    var cited: Set<String> = []
    func collect(_ inline: Inline) {
      [inline].visit { if case .citation(let citation) = $0 { cited.formUnion(citation.items.map(\.key)) } }
    }
    for text in [subject.case.narrative, subject.case.poster].compactMap({ $0 }) {
      for blocks in [text.document.blocks] + text.document.footnotes.map(\.blocks) { blocks.visitInlines { inline, _ in collect(inline) } }
    }
    let captions = subject.case.figures.compactMap(\.caption) + subject.case.events.map(\.text)
    captions.flatMap(\.inlines).forEach(collect)
    return subject.case.references.filter { !cited.contains($0.id) }.map { reference in
      Problem(
        "references.\(reference.id)", "Reference \"\(reference.id)\" is cited nowhere", at: reference.location ?? subject.case.location)
    }
  }
}
