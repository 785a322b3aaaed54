package import CasebookModel

/// What a case is rendered for. Each has its own numbers of citations, figures and tables.
package enum Medium: Hashable, Sendable {
  case page
  case poster(PosterFormat)

  /// The class on a heading that keeps a section to this medium.
  var className: String { isPoster ? "poster" : "page" }
  /// The class that keeps a section away from it.
  var otherClassName: String { isPoster ? "page" : "poster" }
  var isPoster: Bool { if case .poster = self { true } else { false } }
}
