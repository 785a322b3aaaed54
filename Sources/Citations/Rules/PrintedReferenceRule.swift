package import Diagnostics

/// A rule for printed references, with its documentation and examples.
package struct PrintedReferenceRule: Sendable {
  package let id: String
  /// The code under which reviewers know it.
  package let code: String
  package let severity: Severity
  package let explanation: String
  /// Lists of AMA style that the rule speaks of, and lists that it lets pass.
  package let flagged: [String]
  package let accepted: [String]
  let check: Check

  enum Check: Sendable {
    case entry(@Sendable (PrintedReference, PrintedReferenceContext) -> [PrintedFlaw])
    case list(@Sendable (PrintedReferenceContext) -> [PrintedFlaw])
    /// Needs to know what the source really is.
    case record(@Sendable (PrintedReference, Reference, PrintedReferenceContext) -> [PrintedFlaw])
  }

  /// Does the rule need records to compare with?
  package var needsRecords: Bool {
    if case .record = check { true } else { false }
  }

  /// In the order of their codes.
  package static let all: [PrintedReferenceRule] = [
    .reversedPageRange, .articleNeedsVolume, .articleNeedsIssue, .articleNeedsDOI, .referencePunctuation, .journalAbbreviation,
    .authorNameForm,
    .etAlTooEarly, .authorsMatchRecord, .editorsAsAuthors, .webReferenceIncomplete, .referenceDateForm, .sentenceCaseTitle,
    .titleMatchesRecord,
    .referenceOrder, .referenceSpacing, .mixedReferenceForms, .anotherKindOfSource,
  ]
}

/// The style that a list is meant to follow.
package enum PrintedReferenceStyle: Sendable {
  case ama
  case nlm

  /// Names before "et al" when there are seven or more.
  var namesBeforeEtAl: Int { self == .ama ? 3 : 6 }
}

/// What a rule may look at.
struct PrintedReferenceContext: Sendable {
  var list: PrintedReferenceList
  var style: PrintedReferenceStyle
  var records: [Reference] = []

  func text(_ range: Range<Int>) -> String { list.text(range) }
}

/// What a rule found in an entry.
struct PrintedFlaw: Sendable {
  var range: Range<Int>
  var summary: String
  var remedy: String?
  /// When it is another one than the rule's.
  var severity: Severity?

  init(_ summary: String, at range: Range<Int>, remedy: String? = nil, severity: Severity? = nil) {
    self.range = range
    self.summary = summary
    self.remedy = remedy
    self.severity = severity
  }
}

extension PrintedReferenceList {
  /// What the rules say, one diagnostic for a rule and an entry; the rule's code and its other places are notes.
  ///
  /// Rules that need a record (`authors-match-record` and others) speak only of entries whose title or DOI is among `records`.
  package func check(style: PrintedReferenceStyle = .ama, records: [Reference] = []) -> [Diagnostic] {
    let context = PrintedReferenceContext(list: self, style: style, records: records)
    let matches = RecordMatcher(records: records)
    var places = self
    var diagnostics = self.diagnostics
    for reference in references {
      let record = matches.record(for: reference, in: self)
      for rule in PrintedReferenceRule.all {
        let flaws: [PrintedFlaw]
        switch rule.check {
        case .entry(let check): flaws = check(reference, context)
        case .record(let check): flaws = record.map { check(reference, $0, context) } ?? []
        case .list: continue
        }
        if let diagnostic = places.diagnostic(rule, flaws) { diagnostics.append(diagnostic) }
      }
    }
    for rule in PrintedReferenceRule.all {
      guard case .list(let check) = rule.check, !references.isEmpty else { continue }
      if let diagnostic = places.diagnostic(rule, check(context)) { diagnostics.append(diagnostic) }
    }
    return diagnostics.inReadingOrder()
  }

  private mutating func diagnostic(_ rule: PrintedReferenceRule, _ flaws: [PrintedFlaw]) -> Diagnostic? {
    let severity = { (flaw: PrintedFlaw) in flaw.severity ?? rule.severity }
    guard let worst = flaws.map(severity).max(), let main = flaws.firstIndex(where: { severity($0) == worst }) else { return nil }
    var notes = [Diagnostic.Note(rule.code)]
    for (i, flaw) in flaws.enumerated() where i != main { notes.append(.init(flaw.summary, at: location(of: flaw.range))) }
    let flaw = flaws[main]
    return Diagnostic(
      worst, rule.id, flaw.summary, at: location(of: flaw.range), explanation: rule.explanation, remedy: flaw.remedy, notes: notes)
  }
}
