package import CasebookModel

/// A document for paper: one of a case's posters, or its handout.
package enum PaperDocument: Hashable, Sendable {
  case poster(Int)
  case handout
}

/// What a poster or handout is made as, beside the one that the site shows. A variant's files are not for the site.
///
/// Both pages offer `window.casebookFit`: a promise that is kept when fonts and pictures are there and the fit is final, with a report that
/// can be written as JSON:
///
///     {fits: true, width: 4608, height: 3456,            // CSS pixels
///      body: 29.4, title: 96, floor: 24,                 // points
///      smallest: {points: 18, text: "Balin SJ, Wetter"}, distance: "4ft",
///      blocks: [{id: "discussion", kind: "text", title: "Discussion", words: 164, column: 2, x: 1520, y: 800, width: 960, height: 1210,
///                points: 29.4, overflow: 0, parts: [{column: 2, x: 1520, y: 800, width: 960, height: 1210}]}],
///      columns: [{index: 1, height: 2610, used: 2598, white: 0.005}],
///      pictures: [{id: "fig-foot-0", printedWidth: 7.2, naturalWidth: 1680, dpi: 233}],     // inches, pixels
///      problems: [{block: "Discussion", by: {words: 95, px: 410, points: 3.1},
///                  remedy: "remove about 95 words from Discussion, or …"}]}
///
/// A section that runs over several columns is one block with several `parts`; `x`, `y`, `width`, `height` are the first one's. Sizes are
/// those of the least legible fit where nothing fits: such a page is shown smaller than the floor, so that nothing is lost.
package struct PosterVariant: Hashable, Sendable {
  /// Leaves out names, institutions, logos, contact, address and what was paid by whom, for blind review.
  package var isBlind = false
  /// Prints DRAFT across the page and these lines in its margin.
  package var draft: [String]?
  /// A sheet of Letter size to be marked up: edges, column bounds, sizes of type and resolutions.
  package var isProof = false

  package init(isBlind: Bool = false, draft: [String]? = nil, isProof: Bool = false) {
    self.isBlind = isBlind
    self.draft = draft
    self.isProof = isProof
  }

  /// "-blind-draft": what tells the variant's file from the site's.
  var suffix: String { (isBlind ? "-blind" : "") + (draft == nil ? "" : "-draft") + (isProof ? "-proof" : "") }
}

extension PaperDocument {
  /// The first poster is `poster.html`; the others carry their ids.
  package func fileName(of case: Case, as variant: PosterVariant = PosterVariant()) -> String {
    switch self {
    case .poster(0): "poster\(variant.suffix).html"
    case .poster(let index): "poster-\(`case`.posters[index].id.value)\(variant.suffix).html"
    case .handout: "handout\(variant.suffix).html"
    }
  }
}
