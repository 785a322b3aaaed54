extension Evaluator {
  /// Whether a branch of `choose` is taken.
  func isTrue(_ branch: Branch) -> Bool {
    guard !branch.conditions.isEmpty else { return true }
    switch branch.match {
    case .all: return branch.conditions.allSatisfy { isTrue($0) }
    case .any: return branch.conditions.contains { isTrue($0) }
    case .none: return !branch.conditions.contains { isTrue($0) }
    }
  }

  private func isTrue(_ condition: Condition) -> Bool {
    switch condition {
    case .disambiguate(let isWanted): choices.isConditionTrue == isWanted
    case .isNumeric(let variable):
      value(variable).map { value in
        labelledNumbers(value, variable: variable).map { $0.parts.allSatisfy { NumberText.isNumeric($0.text) } }
          ?? NumberText.isNumeric(value)
      } ?? false
    case .isUncertainDate(let variable): reference.dates[variable]?.isCirca ?? false
    case .locator(let label): !cite.locator.isEmpty && cite.label == label.termName
    case .position(let position): isAt(position)
    case .type(let type): reference.type == type
    case .variable(let variable): isSet(variable)
    }
  }

  /// `ibid-with-locator` is also `ibid`, and both are also `subsequent`.
  private func isAt(_ position: Position) -> Bool {
    guard area == .citation else { return false }
    return switch position {
    case .first: cite.position == .first
    case .subsequent: cite.position != .first
    case .ibid: cite.position == .ibid || cite.position == .ibidWithLocator
    case .ibidWithLocator: cite.position == .ibidWithLocator
    case .nearNote: cite.isNearNote
    case .farNote: cite.position != .first && !cite.isNearNote
    }
  }

  private func isSet(_ variable: String) -> Bool {
    if let names = reference.names[variable] { return !names.isEmpty }
    if let date = reference.dates[variable] { return !date.isEmpty }
    return value(variable).map { !$0.isEmpty } ?? false
  }

  /// The text of a standard or number variable.
  func value(_ name: String, isShort: Bool = false) -> String? {
    switch name {
    case "citation-number": return number > 0 ? String(number) : nil
    case "citation-label": return reference.variables[name] ?? citationLabel()
    case "locator": return cite.locator
    case "page-first": return reference.variables[name] ?? reference.variables["page"].map { NumberText.firstPage($0) }
    case "first-reference-note-number": return cite.firstReferenceNote > 0 ? String(cite.firstReferenceNote) : nil
    case "title" where isShort:
      return reference.variables["title-short"] ?? reference.variables["shortTitle"] ?? reference.variables["title"]
    case "title-short": return reference.variables["title-short"] ?? reference.variables["shortTitle"]
    case "container-title" where isShort: return shortContainer ?? reference.variables["container-title"]
    case "container-title-short": return shortContainer
    case "event-title": return reference.variables["event-title"] ?? reference.variables["event"]
    default:
      if isShort, let short = reference.variables[name + "-short"] { return short }
      return reference.variables[name]
    }
  }

  private var shortContainer: String? { reference.variables["container-title-short"] ?? reference.variables["journalAbbreviation"] }

  /// Up to four letters of the names and two digits of the year: "Doe99", "DoRo99", "DoRS99".
  private func citationLabel() -> String? {
    let names = reference.names["author"] ?? reference.names["editor"] ?? []
    let families = names.prefix(4).map { name in
      let name = NameParticles.parsed(name)
      return (name.family.isEmpty ? name.literal : name.family).unicodeScalars.filter { $0.properties.isAlphabetic }
    }
    let lengths = [[], [4], [2, 2], [2, 1, 1], [1, 1, 1, 1]][families.count]
    var letters = zip(families, lengths).map { String(String.UnicodeScalarView($0.prefix($1))) }.joined()
    if letters.isEmpty, let title = reference.variables["title"] {
      let start = title.unicodeScalars.filter { $0.properties.isAlphabetic }.prefix(4)
      letters = String(String.UnicodeScalarView(start)).lowercased().capitalizedAtFirstLetter
    }
    let year = (reference.dates["issued"]?.parts.first?.year.magnitude ?? 0) % 100
    return letters + (year < 10 ? "0" : "") + String(year)
  }
}

extension ReferenceDate {
  var isEmpty: Bool { parts.isEmpty && (literal ?? "").isEmpty && season == nil }
}
