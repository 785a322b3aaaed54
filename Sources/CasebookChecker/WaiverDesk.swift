internal import CasebookModel
internal import Diagnostics

/// A case's waivers, and which of them were needed.
struct WaiverDesk {
  private let waivers: [Waiver]
  private var used: [Bool]

  init(_ waivers: [Waiver]) {
    self.waivers = waivers
    used = Array(repeating: false, count: waivers.count)
  }

  /// Whether the case sets the rule aside at the place; without a place for the whole case, at `figures` for each figure.
  mutating func waives(_ rule: String, _ target: String?) -> Bool {
    var found = false
    for index in waivers.indices where waivers[index].rule.value == rule && covers(waivers[index].target?.value, target) {
      used[index] = true
      found = true
    }
    return found
  }

  mutating func use(_ rule: String) {
    for index in waivers.indices where waivers[index].rule.value == rule { used[index] = true }
  }

  private func covers(_ place: String?, _ target: String?) -> Bool {
    guard let place, let target else { return true }
    return target == place || target.hasPrefix(place + ".")
  }

  /// Of waivers for rules that don't exist or can't be waived, and of those that nothing needed.
  var diagnostics: [Diagnostic] {
    waivers.indices.compactMap { index in
      let rule = waivers[index].rule
      guard let documentation = RuleDocumentation.of(rule.value) else { return .unknownRule(rule) }
      guard documentation.isAdjustable else { return .fixedRule(rule) }
      guard !used[index] else { return nil }
      let place = waivers[index].target.map { " at \($0.value)" } ?? ""
      return Diagnostic(
        .info, "unused-waiver", "Waiver of \"\(rule.value)\"\(place) is not needed", at: rule.location,
        remedy: "remove it, so that it hides nothing later")
    }
  }
}
