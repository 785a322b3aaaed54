extension Document {
  /// Tells cites that look the same apart: more names, given names, the `disambiguate` condition, year suffixes, in this order.
  mutating func disambiguate() {
    let rules = style.citation.disambiguation
    guard !rules.isEmpty, items.count > 1 else { return }
    if rules.addsGivenNames, rules.givenNameRule != .byCite { citationEvaluator.nameLevels = nameLevels(rules.givenNameRule) }
    for pool in pools(Array(items.indices)) where pool.count > 1 { resolve(pool, rules) }
  }

  /// The items in groups that look the same, each in the bibliography's order.
  private mutating func pools(_ members: [Int]) -> [[Int]] {
    var groups: [String: Int] = [:]
    var pools: [[Int]] = []
    for item in members {
      let text = citeText(item, items[item].choices)
      if let group = groups[text] {
        pools[group].append(item)
      } else {
        groups[text] = pools.count
        pools.append([item])
      }
    }
    return pools.map { $0.sorted { items[$0].number < items[$1].number } }
  }

  /// What a cite of an item that was cited before looks like, without spaces, affixes, locator and year suffix.
  mutating func citeText(_ item: Int, _ choices: DisambiguationChoices) -> String {
    var choices = choices
    choices.yearSuffix = nil
    var context = CiteContext()
    context.position = .subsequent
    context.isNearNote = true
    citationEvaluator.isComparing = true
    defer { citationEvaluator.isComparing = false }
    let nodes = citationEvaluator.evaluate(style.citation.layout.elements, items[item], context, choices)
    return Flattener.rich(nodes, locale).plainText.removing(" ")
  }

  private mutating func resolve(_ pool: [Int], _ rules: Style.DisambiguationRules) {
    var unresolved = [pool]
    let givesNames = rules.addsGivenNames && rules.givenNameRule == .byCite
    if rules.addsNames || givesNames {
      unresolved = addNames(pool, addsNames: rules.addsNames, addsGivenNames: givesNames)
    }
    if rules.hasCondition {
      unresolved = unresolved.flatMap { group in
        for item in group { items[item].choices.isConditionTrue = true }
        return pools(group).filter { $0.count > 1 }
      }
    }
    guard rules.addsYearSuffix else { return }
    for group in unresolved { assignYearSuffixes(group) }
  }

  /// a, b, c … in the order of the bibliography.
  private mutating func assignYearSuffixes(_ group: [Int]) {
    guard group.count > 1 else { return }
    let sorted = group.sorted { items[$0].number < items[$1].number }
    for (position, item) in sorted.enumerated() { items[item].choices.yearSuffix = position + 1 }
  }

  /// Adds names and given names step by step, and keeps the steps that told items apart; returns the groups that stay alike.
  private mutating func addNames(_ pool: [Int], addsNames: Bool, addsGivenNames: Bool) -> [[Int]] {
    var search = NameSearch(base: baseChoices(pool[0]), addsNames: addsNames, addsGivenNames: addsGivenNames)
    var lists: [(choices: DisambiguationChoices, members: [Int])] = [(search.tried, pool)]
    var unresolved: [[Int]] = []
    var next = 0
    while next < lists.count {
      var members = lists[next].members
      search.restart(lists[next].choices, totals: totals(members))
      next += 1
      var clashes = Int.max
      while !members.isEmpty {
        let isExhausted = search.advance()
        let text = citeText(members[0], search.tried)
        var partners = [members[0]]
        var others: [Int] = []
        for item in members.dropFirst() {
          if citeText(item, search.tried) == text { partners.append(item) } else { others.append(item) }
        }
        let before = clashes
        clashes = partners.count - 1
        if clashes == 0 || others.count == 1 || clashes < before && before != Int.max || !others.isEmpty {
          search.keepStep()
          if clashes == 0 { items[partners[0]].choices = search.kept }
          if others.count == 1 { items[others[0]].choices = search.kept }
          members = clashes == 0 ? others : partners
          if clashes == 0, others.count == 1 { members = [] }
          if clashes > 0, others.count > 1 { lists.append((search.kept, others)) }
          if clashes == 0 {
            search.waits = true
            clashes = Int.max
          }
        } else if isExhausted {
          for item in partners { items[item].choices = search.kept }
          unresolved.append(partners)
          members = others
        }
      }
    }
    return unresolved
  }

  /// What the style shows of an item's names, as the point to start from.
  private mutating func baseChoices(_ item: Int) -> DisambiguationChoices {
    _ = citeText(item, DisambiguationChoices())
    var choices = DisambiguationChoices()
    choices.names = citationEvaluator.renderedNames.map(\.shown)
    choices.givens = citationEvaluator.renderedNames.map { Array(repeating: 0, count: $0.total) }
    return choices
  }

  /// The most names that some item has, for each names element.
  private mutating func totals(_ members: [Int]) -> [Int] {
    var totals: [Int] = []
    for item in members {
      _ = citeText(item, DisambiguationChoices())
      for (index, names) in citationEvaluator.renderedNames.enumerated() {
        if index < totals.count { totals[index] = max(totals[index], names.total) } else { totals.append(names.total) }
      }
    }
    return totals
  }

  /// Collects the names of all cites for the rules that look at the whole document.
  private mutating func nameLevels(_ rule: Style.GivenNameRule) -> NameLevels {
    var levels = NameLevels()
    levels.rule = rule
    for item in items.indices {
      citationEvaluator.collectsNames = true
      citationEvaluator.collectedNames = []
      _ = citeText(item, DisambiguationChoices())
      for list in citationEvaluator.collectedNames {
        for (index, name) in list.enumerated() where index == 0 || !levels.isPrimaryOnly { levels.add(name) }
      }
    }
    citationEvaluator.collectsNames = false
    return levels
  }
}

/// The steps by which names are added: each name in turn as initials, then in full, then one name more.
private struct NameSearch {
  var tried: DisambiguationChoices
  /// `tried`, but only the steps that helped.
  var kept: DisambiguationChoices
  /// Whether the next call leaves everything as it is.
  var waits = true
  private let addsNames: Bool
  private let addsGivenNames: Bool
  private var totals: [Int] = []
  private var set = 0
  private var name = 0

  init(base: DisambiguationChoices, addsNames: Bool, addsGivenNames: Bool) {
    tried = base
    kept = base
    self.addsNames = addsNames
    self.addsGivenNames = addsGivenNames
  }

  mutating func restart(_ choices: DisambiguationChoices, totals: [Int]) {
    tried = choices
    kept = choices
    waits = true
    self.totals = totals
    set = 0
    name = 0
    for index in totals.indices {
      if index >= tried.names.count { tried.names.append(0) }
      if index >= tried.givens.count { tried.givens.append([]) }
      while tried.givens[index].count < totals[index] { tried.givens[index].append(0) }
    }
    kept = tried
  }

  /// Makes the next step; true when there is none left.
  mutating func advance() -> Bool {
    if waits {
      waits = false
      return totals.isEmpty
    }
    guard set < totals.count else { return true }
    if addsGivenNames, name < tried.givens[set].count, tried.givens[set][name] < 2 {
      tried.givens[set][name] += 1
      return false
    }
    let limit = addsNames ? totals[set] : min(tried.names[set], totals[set])
    if name + 1 < limit {
      name += 1
      if addsNames { tried.names[set] = max(tried.names[set], name + 1) }
      return false
    }
    set += 1
    name = 0
    return set >= totals.count
  }

  mutating func keepStep() {
    guard set < totals.count else { return }
    kept.names[set] = tried.names[set]
    if name < kept.givens[set].count { kept.givens[set][name] = tried.givens[set][name] }
  }
}

/// How much of a given name must be shown, by the rules that look at all names of the document.
struct NameLevels: Sendable {
  var rule: Style.GivenNameRule?
  /// Family name → initials → full given names.
  private var known: [String: [String: Set<String>]] = [:]

  var isPrimaryOnly: Bool { rule == .primaryName || rule == .primaryNameWithInitials }

  mutating func add(_ name: Name) {
    guard name.literal.isEmpty else { return }
    known[key(name), default: [:]][initials(name), default: []].insert(name.given.removing(" "))
  }

  private func key(_ name: Name) -> String { name.nonDroppingParticle + " " + name.family }

  private func initials(_ name: Name) -> String { Initials.apply(name.given, mark: "", isFull: true, hyphen: false) }

  func level(of name: Name, isPrimary: Bool, base: Int, _ options: NameOptions) -> Int {
    guard let rule, isPrimary || !isPrimaryOnly, let family = known[key(name)] else { return base }
    let count = family.values.reduce(0) { $0 + $1.count }
    guard count > 1 else { return base }
    switch rule {
    case .allNamesWithInitials, .primaryNameWithInitials: return family.count > 1 ? 1 : base
    default: return (family[initials(name)]?.count ?? 0) > 1 ? 2 : 1
    }
  }
}
