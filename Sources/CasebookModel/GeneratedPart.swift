package import Diagnostics

/// A part of a page that Casebook makes from the case's data: a fenced block ```` ```{timeline} ```` with its options.
package enum GeneratedPart: Hashable, Sendable {
  case timeline(FigureSelection)
  case figure(Located<String>)
  case figures(FigureSelection)
  case woundTable(WoundSelection)
  case woundChart(WoundSelection)
  case events(kinds: [Event.Kind])
  case table(TableSelection)
  /// `first: 8`: how many entries a poster lists; nil is all of them.
  case references(first: Int?)

  /// What the author writes between the braces.
  package static let names = ["timeline", "figure", "figures", "wound-table", "wound-chart", "events", "table", "references"]

  /// `figures: [foot-1, foot-2]`, `wound: foot`, `site: Left heel`, `caption: …`, `id: fig-course`; all empty means all of the case.
  package struct FigureSelection: Hashable, Sendable {
    package var figures: [Located<String>] = []
    package var wound: Located<String>?
    package var site: Located<String>?
    package var caption: RichText?
    /// The id that cross-references name, without `fig-`.
    package var id: String?

    package init() {}
  }

  /// `wounds: [foot]`, `form: area | percent | log`, `title: …`, `caption: …`, `columns: [area, reduction]`, `push: true`,
  /// `milestones: true`, `tissue: true`, `id: tbl-progress`.
  package struct WoundSelection: Hashable, Sendable {
    package enum Form: String, Hashable, Sendable, CaseIterable { case area, percent, log }

    /// A column of a wound's table, or the group of columns that one word stands for.
    package enum Column: String, Hashable, Sendable, CaseIterable {
      case size, area, reduction, change, rate, perimeter, undermining, tunnel, tissue, exudate, pain, push, treatment
    }

    package var wounds: [Located<String>] = []
    package var form: Form = .area
    package var title: String?
    package var caption: RichText?
    package var columns: [Located<Column>] = []
    package var showsPUSH = false
    package var showsMilestones = false
    package var showsTissue = false
    /// The id that cross-references name, without `tbl-` or `fig-`.
    package var id: String?

    package init() {}
  }

  /// `file: labs.csv`, `caption: …`, `id: tbl-labs`.
  package struct TableSelection: Hashable, Sendable {
    package var file: Located<String>
    package var caption: RichText?
    package var id: String?

    package init(file: Located<String>) { self.file = file }
  }
}
