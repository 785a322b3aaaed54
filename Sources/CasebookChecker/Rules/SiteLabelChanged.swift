internal import CasebookModel
internal import Diagnostics

extension Rule {
  static let siteLabelChanged = Rule(
    "site-label-changed", .warning, "Site keeps its name from date to date",
    why: """
      The figure timeline has a row for each site. Where one site ends and another begins, and their names differ in one
      word (lateral, medial; right, left) or in spelling, one place may have been given two names. Casebook does not merge
      them: the author decides.
      """,
    remedy: "write one name for one place, or waive the rule where they are two places",
    bad: """
      - {id: leg-1, date: 2018-05-10, site: Left lateral leg}
      - {id: leg-2, date: 2018-10-25, site: Left medial leg}
      """,
    good: """
      - {id: leg-1, date: 2018-05-10, site: Left lateral leg}
      - {id: leg-2, date: 2018-10-25, site: Left lateral leg}
      """
  ) { subject in
    let rows = rows(of: subject.case)
    var problems: [Problem] = []
    // More sites than a patient has are another mistake.
    for later in rows.indices.prefix(300) {
      guard let earlier = rows[..<later].last(where: { $0.isProbably(rows[later]) }) else { continue }
      problems.append(
        Problem(
          "figures.\(rows[later].first.id.value)",
          "Site \"\(rows[later].name)\" begins at \(rows[later].label) where \"\(earlier.name)\" ends", at: rows[later].place,
          explanation: "The names differ in one word and no date has both: they make two rows of the figure timeline.",
          remedy: "write one name for one place, or waive this where they are two places",
          notes: [.init("\"\(earlier.name)\", first used here", at: earlier.place)]))
    }
    return problems
  }
}

private struct Row {
  var name: String
  var place: SourceLocation
  var words: [String]
  var first: Figure
  /// Of the first figure.
  var label: String
  var times: Set<Int>

  /// The same place by another name: spelled otherwise, or one word exchanged and never seen at one time.
  func isProbably(_ other: Row) -> Bool {
    if words == other.words { return true }
    guard words.count == other.words.count, times.isDisjoint(with: other.times), first.kind == other.first.kind else { return false }
    if let wound = first.wound?.value, let otherWound = other.first.wound?.value, wound != otherWound { return false }
    let differing = words.indices.filter { words[$0] != other.words[$0] }
    guard differing.count == 1, let index = differing.first else { return false }
    let (a, b) = (words[index], other.words[index])
    if aspects.contains(a), aspects.contains(b) { return true }
    return min(a.utf8.count, b.utf8.count) >= 5 && nearest(to: a, in: [b]) != nil && !ordinals.contains(a) && !ordinals.contains(b)
  }
}

private let aspects: Set<String> = [
  "right", "left", "anterior", "posterior", "medial", "lateral", "dorsal", "plantar", "volar", "proximal", "distal", "upper", "lower",
  "inner",
  "outer", "anteromedial", "anterolateral", "posteromedial", "posterolateral",
]
private let ordinals: Set<String> = ["first", "second", "third", "fourth", "fifth"]

/// A row for each site that is photographed at known times, in the order of their first times.
private func rows(of case: Case) -> [Row] {
  guard `case`.figures.count > 1 else { return [] }
  var rows: [Row] = []
  var positions: [String: Int] = [:]
  let timed = `case`.figures.compactMap { figure in figure.time.map { (figure, `case`.chronology.sortKey(of: $0.value), $0.value) } }
  for (figure, key, time) in timed.enumerated().sorted(by: { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }).map(\.element) {
    guard let site = `case`.site(of: figure) else { continue }
    if let position = positions[site.value] {
      rows[position].times.insert(key)
    } else {
      positions[site.value] = rows.count
      let words = Token.tokens(in: Array(site.value.utf8)).map(\.word)
      let label = `case`.chronology.label(of: time).lowercasedRelative
      rows.append(Row(name: site.value, place: site.location, words: words, first: figure, label: label, times: [key]))
    }
  }
  return rows
}

extension String {
  /// "Week 5" inside a sentence is "week 5"; a month stays as it is.
  fileprivate var lowercasedRelative: String {
    ["Day ", "Week ", "Month ", "Year ", "Visit "].contains { hasPrefix($0) } ? prefix(1).lowercased() + dropFirst() : self
  }
}
