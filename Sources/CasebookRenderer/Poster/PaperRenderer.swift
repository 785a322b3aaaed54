package import CasebookModel

extension Renderer {
  /// The documents that a case has on paper: its posters, then its handout; none of a withdrawn one.
  package func paperDocuments(of case: Case) -> [PaperDocument] {
    `case`.status.value == .withdrawn ? [] : `case`.posters.indices.map { .poster($0) } + [.handout]
  }

  /// One document as a variant: its page, and the pictures that it shows.
  package func render(_ document: PaperDocument, of case: Case, as variant: PosterVariant) -> Rendered {
    var rendered = Rendered()
    switch document {
    case .poster(let index):
      var page = PosterPage(`case`, poster: index, context, as: variant)
      rendered.outputs = page.outputs()
      rendered.diagnostics = page.diagnostics
    case .handout:
      var page = HandoutPage(`case`, context, as: variant)
      rendered.outputs = page.outputs()
      rendered.diagnostics = page.diagnostics
    }
    rendered.outputs = rendered.outputs.uniquePaths
    return fill(rendered)
  }
}
