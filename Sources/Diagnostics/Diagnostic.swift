/// How much a diagnostic matters: is the output wrong, doubtful, or could it be better?
package enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
  case info, warning, error

  package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One thing to tell the author: what, where, why, and what to do.
///
/// `rule` is the kebab-case id that `casebook explain` knows (`figure-needs-alt-text`). `summary` is phrased as the rule, most specific
/// fact first, without a final period. `remedy` starts with a verb or a "did you mean".
package struct Diagnostic: Hashable, Sendable {
  package var rule: String
  package var severity: Severity
  package var summary: String
  package var location: SourceLocation?
  package var explanation: String?
  package var remedy: String?
  package var notes: [Note]

  /// Another place that belongs to the diagnostic: "first defined here".
  package struct Note: Hashable, Sendable {
    package var text: String
    package var location: SourceLocation?

    package init(_ text: String, at location: SourceLocation? = nil) {
      self.text = text
      self.location = location
    }
  }

  package init(
    _ severity: Severity, _ rule: String, _ summary: String, at location: SourceLocation? = nil, explanation: String? = nil,
    remedy: String? = nil, notes: [Note] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.summary = summary
    self.location = location
    self.explanation = explanation
    self.remedy = remedy
    self.notes = notes
  }
}

extension Sequence<Diagnostic> {
  package var containErrors: Bool { contains { $0.severity == .error } }

  /// In the order a reader goes through the files; those without a place come first.
  package func inReadingOrder() -> [Diagnostic] {
    sorted { a, b in
      switch (a.location, b.location) {
      case (let x?, let y?) where x != y: x < y
      case (nil, .some): true
      case (.some, nil): false
      default: (a.rule, a.summary) < (b.rule, b.summary)
      }
    }
  }
}
