internal import CasebookModel
internal import HTML

/// The wounds of a document as a chart, as tables and as numbers in its text.
extension Composition {
  func woundChart(_ selection: GeneratedPart.WoundSelection) -> Node { .empty }
  func woundTable(_ selection: GeneratedPart.WoundSelection) -> Node { .empty }
  func number(_ words: String) -> Node { .text("{\(words)}") }
}

enum WoundProgressSummary {
  static func markup(of case: Case) -> String? { nil }
}
