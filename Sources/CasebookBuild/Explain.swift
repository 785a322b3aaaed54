internal import CasebookChecker
internal import Diagnostics

/// What `casebook explain` says.
package enum Explanation: Hashable, Sendable {
  case text(String)
  /// No such rule; what to do instead.
  case unknown(remedy: String)
}

/// The documentation of a rule, or without a name the list of all.
package func explanation(of rule: String?) -> Explanation {
  guard let rule else { return .text(RuleDocumentation.list) }
  if let documentation = RuleDocumentation.of(rule) { return .text(documentation.text) }
  let near = nearest(to: rule, in: RuleDocumentation.all.map(\.id))
  return .unknown(remedy: near.map { "did you mean \"\($0)\"?" } ?? "list them with \"casebook explain\"")
}
