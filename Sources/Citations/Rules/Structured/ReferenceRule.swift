package import Diagnostics

/// A rule for references that are read from a file.
package struct ReferenceRule: Sendable {
  package let id: String
  /// The code under which reviewers know it, if it has one.
  package let code: String?
  package let explanation: String
  /// Of a reference and, for an article, of its journal where it is known.
  let check: @Sendable (Reference, Journal?) -> ReferenceFlaw?

  package static let all: [ReferenceRule] = [
    .reversedPages, .missingVolume, .missingIssue, .missingDOI, .journalNotAbbreviated, .incompleteWebReference, .titleCaseTitle,
    .malformedDOI,
    .missingTitle, .missingAuthor, .missingDate, .retracted,
  ]
}

/// What a rule found in a reference.
struct ReferenceFlaw: Sendable {
  var severity: Severity
  var summary: String
  var remedy: String?

  init(_ severity: Severity, _ summary: String, remedy: String? = nil) {
    self.severity = severity
    self.summary = summary
    self.remedy = remedy
  }
}

extension ReferenceRule {
  /// What the rules say of each reference, then which references are there twice.
  package static func check(_ references: [Reference]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for reference in references {
      let journal = reference.isArticle ? reference.journal : nil
      for rule in all {
        guard let flaw = rule.check(reference, journal) else { continue }
        diagnostics.append(
          Diagnostic(
            flaw.severity, rule.id, "\(flaw.summary): reference \"\(reference.id)\"", at: reference.location, explanation: rule.explanation,
            remedy: flaw.remedy, notes: rule.code.map { [.init($0)] } ?? []))
      }
    }
    return diagnostics + DuplicateReferences.check(references)
  }
}

extension Reference {
  var isArticle: Bool { type == "article-journal" }

  /// The name that a style prints for the journal.
  var printedContainer: String? { variables["container-title-short"] ?? variables["container-title"] }

  var journal: Journal? {
    variables["container-title-short"].flatMap(Journal.named) ?? variables["container-title"].flatMap(Journal.named)
  }

  /// Not yet in a volume.
  var isAhead: Bool {
    ["advance online publication", "in press", "forthcoming", "inpress", "ahead of print", "submitted"].contains(
      variables["status"]?.lowercased() ?? "")
      || dates["issued"]?.literal?.lowercased() == "in press"
  }
}
