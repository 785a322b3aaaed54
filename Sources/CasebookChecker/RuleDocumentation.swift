package import Diagnostics

/// What a rule is about, for `casebook explain` and for the list in docs/diagnostics.md.
package struct RuleDocumentation: Hashable, Sendable {
  package let id: String
  /// nil where it depends on the place.
  package let severity: Severity?
  /// The rule as a sentence: "Figure needs alternative text".
  package let headline: String
  /// What sets it off, and why it matters.
  package let why: String
  /// How to mend it; starts with a verb.
  package let remedy: String
  /// A sample that sets it off, and what it should look like; empty where the headline says it all.
  package let bad: String
  package let good: String
  package let group: Group

  /// The part of Casebook that reports it, in the order of a case's way.
  package enum Group: String, Hashable, Sendable, CaseIterable {
    case cases = "The case"
    case references = "References"
    case printedReferences = "Printed references"
    case files = "Files and YAML"
    case data = "Keys and values"
    case markdown = "Markdown"
    case styles = "Templates and citation styles"
    case output = "Pictures and output"
  }

  package init(
    _ id: String, _ severity: Severity?, _ headline: String, why: String = "", remedy: String, bad: String = "", good: String = "",
    group: Group = .cases
  ) {
    self.id = id
    self.severity = severity
    self.headline = headline
    self.why = why
    self.remedy = remedy
    self.bad = bad
    self.good = good
    self.group = group
  }

  /// An error that says that something could not be read can neither be waived nor be made less: a part of the output would be missing.
  package var isAdjustable: Bool {
    group == .cases || group == .references || group == .printedReferences || severity == .info || severity == .warning
  }
}

extension RuleDocumentation {
  /// Of every id that any stage reports, in the order of the ids.
  package static let all: [RuleDocumentation] = {
    let others = [
      ofCases, ofReferences, ofPrintedReferences, ofFiles, ofData, ofMarkdown, ofStyles, ofOutput,
    ].flatMap { $0 }
    return (Rules.all.map(\.documentation) + others).sorted { $0.id < $1.id }
  }()

  private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  package static func of(_ id: String) -> RuleDocumentation? { byID[id] }

  /// What `casebook explain` prints.
  package var text: String {
    var parts = ["\(id) (\(severity?.rawValue ?? "severity by place"))\n\n\(headline)."]
    if !why.isEmpty { parts.append(why) }
    if !bad.isEmpty { parts.append("Reported:\n\n\(Self.indented(bad))") }
    if !good.isEmpty { parts.append("Not reported:\n\n\(Self.indented(good))") }
    parts.append("To mend it, \(remedy).")
    parts.append(isAdjustable ? adjusting : "It can't be waived or changed: something would be missing from the output.")
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var adjusting: String {
    "For the whole site, in site.yaml:   rules: {\(id): off}          (or error, warning, info)\n"
      + "For one place, in case.yaml:        waivers: [{rule: \(id), at: …, reason: …}]"
  }

  private static func indented(_ sample: String) -> String {
    sample.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }

  /// What `casebook explain` prints without a name, by group.
  package static var list: String {
    let width = all.map(\.id.utf8.count).max() ?? 0
    return Group.allCases.map { group in
      let lines = all.filter { $0.group == group }.map { rule in
        "  \(rule.id)\(String(repeating: " ", count: width - rule.id.utf8.count))  \(rule.headline)"
      }
      return ([group.rawValue] + lines).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  /// The list in docs/diagnostics.md, by group.
  package static var table: String {
    Group.allCases.map { group in
      let rows = all.filter { $0.group == group }.map { rule in
        "| `\(rule.id)` | \(rule.severity?.rawValue ?? "by place") | \(rule.headline.replacing("|", with: "\\|")) |"
      }
      return "### \(group.rawValue)\n\n| rule | severity | says |\n| --- | --- | --- |\n" + rows.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate func replacing(_ part: Character, with other: String) -> String {
    reduce(into: "") { $0 += $1 == part ? other : String($1) }
  }
}
