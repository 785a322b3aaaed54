internal import CasebookModel
internal import Diagnostics
internal import Markdown

/// The sections of a poster in the order that its format asks for, and the columns that each is given.
struct PosterOrder {
  private(set) var sections: [Manuscript.Section]
  /// Columns for each section; 0 where nothing was said.
  private(set) var spanned: [Int]
  private(set) var diagnostics: [Diagnostic] = []
  /// The author's order begins with a section that takes several columns.
  private(set) var startsWithFigures = false

  var greatestSpan: Int { spanned.max() ?? 0 }

  init(_ format: PosterFormat, _ all: [Manuscript.Section]) {
    sections = all
    spanned = []
    var first: [Int] = []
    for name in format.sections {
      if let index = all.firstIndex(where: { $0.isNamed(name.value) }) {
        if !first.contains(index) { first.append(index) }
      } else {
        diagnostics.append(unknown(name, all))
      }
    }
    sections = first.map { all[$0] } + all.indices.filter { !first.contains($0) }.map { all[$0] }
    spanned = sections.map { _ in 0 }
    for span in format.spans {
      if let index = sections.firstIndex(where: { $0.isNamed(span.section.value) }) {
        spanned[index] = span.columns
      } else {
        diagnostics.append(unknown(span.section, all))
      }
    }
    if !first.isEmpty, let start = sections.first {
      startsWithFigures = spanned[0] > 1 || spanned[0] == 0 && (start.role == .timeline || start.role == .progress)
    }
  }

  private func unknown(_ name: Located<String>, _ all: [Manuscript.Section]) -> Diagnostic {
    Diagnostic(
      .warning, "unknown-poster-section", "The poster has no section \"\(name.value)\"", at: name.location,
      remedy: "write one of \(all.map(\.name).joined(separator: ", "))")
  }
}

extension Manuscript.Section {
  /// What an author calls the section in `posters:`.
  fileprivate var name: String {
    switch role {
    case .timeline: "timeline"
    case .progress: "wounds"
    default: id
    }
  }

  fileprivate func isNamed(_ text: String) -> Bool {
    let name = text.lowercased()
    if name == id || name == self.name || name == Slug.make(heading.plainText) { return true }
    return role == .conclusion && name == "conclusion" || role == .references && name == "references" || role == .events && name == "events"
  }
}
