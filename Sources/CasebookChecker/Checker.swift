package import CasebookModel
package import Citations
package import Diagnostics

/// Checks cases against the rules of a site.
package struct Checker: Sendable {
  package let site: Site
  /// Keys of the references that all cases share.
  package let sharedKeys: Set<String>
  private let severities: [String: Severity?]

  package init(site: Site, sharedKeys: Set<String> = []) {
    self.site = site
    self.sharedKeys = sharedKeys
    severities = Dictionary(site.rules.map { ($0.rule.value, $0.severity) }, uniquingKeysWith: { _, last in last })
  }

  /// What is wrong with the settings of the site themselves.
  package func checkSettings() -> [Diagnostic] {
    site.rules.compactMap { setting in
      guard let rule = RuleDocumentation.of(setting.rule.value) else { return .unknownRule(setting.rule) }
      return rule.isAdjustable ? nil : .fixedRule(setting.rule)
    }
  }

  package func check(_ case: Case) -> [Diagnostic] { check(`case`, after: []) }

  /// What the rules say of a case, together with what its reading said: severities as the site sets them, without what the case waives.
  package func check(_ case: Case, after reading: [Diagnostic]) -> [Diagnostic] {
    var desk = WaiverDesk(`case`.waivers)
    var diagnostics: [Diagnostic] = []
    for diagnostic in reading {
      if let kept = adjusted(diagnostic, target: nil, &desk) { diagnostics.append(kept) }
    }
    if `case`.status.value != .withdrawn {
      let subject = Subject(`case`, site: site, sharedKeys: sharedKeys)
      for rule in Rules.all {
        let setting = severities[rule.id]
        if case .some(.none) = setting { continue }
        for problem in rule.check(subject) {
          guard !desk.waives(rule.id, problem.target) else { continue }
          diagnostics.append(Diagnostic(problem, of: rule, (setting ?? nil) ?? problem.severity ?? rule.severity))
        }
      }
      diagnostics += check(references: subject.ownReferences, &desk)
    }
    if `case`.chronology.policy < site.dates { desk.use("looser-dates") }
    // Whether these are needed is only known when the case is printed.
    for rule in Checker.printRules { desk.use(rule) }
    return diagnostics + desk.diagnostics
  }

  /// References on their own: those of a case or, without waivers, those that all cases share.
  package func check(sharedReferences: [Reference]) -> [Diagnostic] {
    var none = WaiverDesk([])
    return check(references: sharedReferences, &none)
  }

  private func check(references: [Reference], _ desk: inout WaiverDesk) -> [Diagnostic] {
    ReferenceRule.check(references).compactMap { adjusted($0, target: nil, &desk) }
  }

  /// The diagnostic of another stage as the site and the case want it.
  func adjusted(_ diagnostic: Diagnostic, target: String?, _ desk: inout WaiverDesk) -> Diagnostic? {
    let documentation = RuleDocumentation.of(diagnostic.rule)
    guard documentation?.isAdjustable == true || diagnostic.severity != .error else { return diagnostic }
    guard let setting = severities[diagnostic.rule] else { return desk.waives(diagnostic.rule, target) ? nil : diagnostic }
    guard let severity = setting, !desk.waives(diagnostic.rule, target) else { return nil }
    var changed = diagnostic
    changed.severity = severity
    return changed
  }
}

extension Subject {
  /// Those of the case's own files; shared ones are checked once for the site.
  fileprivate var ownReferences: [Reference] {
    `case`.references.filter { !($0.location?.file.hasPrefix("content/references/") ?? false) }
  }
}

extension Diagnostic {
  fileprivate init(_ problem: Problem, of rule: Rule, _ severity: Severity) {
    self.init(
      severity, rule.id, problem.summary, at: problem.location, explanation: problem.explanation, remedy: problem.remedy,
      notes: problem.notes)
  }

  static func unknownRule(_ rule: Located<String>) -> Diagnostic {
    let near = nearest(to: rule.value, in: RuleDocumentation.all.map(\.id))
    return Diagnostic(
      .error, "unknown-rule", "There is no rule \"\(rule.value)\"", at: rule.location,
      remedy: near.map { "did you mean \"\($0)\"?" } ?? "list the rules with \"casebook explain\"")
  }

  static func fixedRule(_ rule: Located<String>) -> Diagnostic {
    Diagnostic(
      .error, "rule-not-adjustable", "Rule \"\(rule.value)\" can't be changed or waived", at: rule.location,
      explanation: "It says that something could not be read: a part of the output would be missing.",
      remedy: "remove the line, and mend what the rule reports")
  }
}
