package import CasebookModel
package import Diagnostics

/// Something that a case should keep to, with its documentation and the check itself.
package struct Rule: Sendable {
  package let documentation: RuleDocumentation
  package let check: @Sendable (Subject) -> [Problem]

  package var id: String { documentation.id }
  package var severity: Severity { documentation.severity ?? .warning }

  /// `severity` is what a problem has that names none itself.
  init(
    _ id: String, _ severity: Severity, _ headline: String, why: String, remedy: String, bad: String, good: String,
    check: @escaping @Sendable (Subject) -> [Problem]
  ) {
    documentation = RuleDocumentation(id, severity, headline, why: why, remedy: remedy, bad: bad, good: good)
    self.check = check
  }
}

/// What a rule found at one place.
package struct Problem: Hashable, Sendable {
  /// The key path that a waiver names: `figures.foot-1`, `title`, `narrative`.
  package var target: String
  package var summary: String
  package var location: SourceLocation
  /// nil: the rule's.
  package var severity: Severity?
  package var explanation: String?
  package var remedy: String?
  package var notes: [Diagnostic.Note]

  package init(
    _ target: String, _ summary: String, at location: SourceLocation, severity: Severity? = nil, explanation: String? = nil,
    remedy: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    self.target = target
    self.summary = summary
    self.location = location
    self.severity = severity
    self.explanation = explanation
    self.remedy = remedy
    self.notes = notes
  }
}

/// What rules look at: a case in its site, and the case's texts as sentences.
package struct Subject: Sendable {
  package let `case`: Case
  package let site: Site
  /// Keys of the references that all cases share.
  package let sharedKeys: Set<String>
  let narrative: Prose
  let poster: Prose?

  package init(_ case: Case, site: Site, sharedKeys: Set<String> = []) {
    self.case = `case`
    self.site = site
    self.sharedKeys = sharedKeys
    narrative = Prose(`case`.narrative, target: "narrative")
    poster = `case`.poster.map { Prose($0, target: "poster") }
  }

  var texts: [Prose] { [narrative, poster].compactMap { $0 } }
}
