package import CasebookModel
package import Diagnostics

/// What must be known of each case to compare it with the others.
package struct LibraryEntry: Hashable, Sendable {
  package var slug: String
  package var aliases: [Located<String>]
  package var topics: [Located<String>]

  package init(slug: String, aliases: [Located<String>], topics: [Located<String>]) {
    self.slug = slug
    self.aliases = aliases
    self.topics = topics
  }

  package init(_ case: Case) {
    slug = `case`.slug
    aliases = `case`.aliases
    topics = `case`.status.value == .draft || `case`.status.value == .withdrawn ? [] : `case`.topics
  }
}

extension Checker {
  /// What is wrong between cases: an old address that another case has, a topic written in two ways.
  package func check(_ entries: [LibraryEntry]) -> [Diagnostic] {
    (aliasClashes(entries) + topicSpellings(entries)).compactMap { diagnostic in
      guard let setting = site.rules.last(where: { $0.rule.value == diagnostic.rule }) else { return diagnostic }
      return setting.severity.map { severity in
        var changed = diagnostic
        changed.severity = severity
        return changed
      }
    }
  }

  private func aliasClashes(_ entries: [LibraryEntry]) -> [Diagnostic] {
    let slugs = Set(entries.map(\.slug))
    var first: [String: (slug: String, place: SourceLocation)] = [:]
    var diagnostics: [Diagnostic] = []
    for entry in entries {
      for alias in entry.aliases {
        if slugs.contains(alias.value) {
          let whose = alias.value == entry.slug ? "the case's own address" : "the address of another case"
          diagnostics.append(
            Diagnostic(
              .error, "alias-taken", "Alias \"\(alias.value)\" is \(whose)", at: alias.location,
              remedy: alias.value == entry.slug ? "remove it" : "remove it, or rename the other case's folder"))
        } else if let known = first[alias.value] {
          diagnostics.append(
            Diagnostic(
              .error, "alias-taken", "Alias \"\(alias.value)\" is also one of case \"\(known.slug)\"", at: alias.location,
              remedy: "keep it in one of the two cases", notes: [.init("first used here", at: known.place)]))
        } else {
          first[alias.value] = (entry.slug, alias.location)
        }
      }
    }
    return diagnostics
  }

  private func topicSpellings(_ entries: [LibraryEntry]) -> [Diagnostic] {
    var first: [String: Located<String>] = [:]
    var told: Set<String> = []
    var diagnostics: [Diagnostic] = []
    for topic in entries.flatMap(\.topics) {
      let key = Self.compared(topic.value)
      guard let known = first[key] else {
        first[key] = topic
        continue
      }
      guard known.value != topic.value, told.insert(topic.value).inserted else { continue }
      diagnostics.append(
        Diagnostic(
          .warning, "topic-spelled-two-ways", "Topic \"\(topic.value)\" is \"\(known.value)\" in another place", at: topic.location,
          explanation: "Each spelling gets a page of its own.", remedy: "write \"\(known.value)\" in both",
          notes: [.init("the other spelling", at: known.location)]))
    }
    return diagnostics
  }

  /// Letters and digits in lower case, without a plural's s: "Off-loading" and "Offloading" are one.
  private static func compared(_ topic: String) -> String {
    var key = topic.lowercased().filter { $0.isLetter || $0.isNumber }
    if key.utf8.count > 4, key.hasSuffix("s"), !key.hasSuffix("ss"), !key.hasSuffix("is"), !key.hasSuffix("us") { key.removeLast() }
    return key
  }
}
