/// What disambiguation needs to know of one list of names.
struct RenderedNames: Hashable, Sendable {
  /// How many names are shown, and how many there are.
  var shown: Int
  var total: Int
}

extension Evaluator {
  /// The names of one or more variables; a substitute when all are empty.
  mutating func names(_ element: NamesElement) -> Rendered? {
    let element = inheriting(element)
    hasCalled = true
    var lists: [(variable: String, names: [Name])] = []
    for variable in element.variables where !suppressed.contains(variable) {
      if isSubstituting { substituted.append(variable) }
      if let names = reference.names[variable], !names.isEmpty { lists.append((variable, names)) }
    }
    guard !lists.isEmpty else { return substitute(element) }
    hasFilled = true
    mergeEditorTranslator(&lists)
    let options = nameOptions(element)
    if options.form == .count { return count(lists, element, options) }
    var nodes: [Rendered] = []
    for list in lists {
      var parts: [Rendered] = [.tagged(.nameList, nameList(list.names, element, options))]
      if sortKey == nil, let label = nameLabel(list.variable, list.names.count, element) {
        parts.insert(label, at: element.isLabelFirst ? 0 : 1)
      }
      if parts.allSatisfy({ $0.isEmpty }) { continue }
      if let node = Rendered.joined(parts) { nodes.append(node) }
    }
    var formatting = element.formatting
    formatting.delimiter = element.options.namesDelimiter ?? self.options.namesDelimiter ?? formatting.delimiter
    return Rendered.dressed(nodes, formatting).map { .tagged(.names, [$0]) }
  }

  /// A bare names element within a substitute takes the children of the one it stands in for.
  private func inheriting(_ element: NamesElement) -> NamesElement {
    guard let outer = outerNames, element.name == nil, element.etAl == nil, element.label == nil, element.substitutes.isEmpty else {
      return element
    }
    var result = element
    result.name = outer.name
    result.etAl = outer.etAl
    result.label = outer.label
    result.isLabelFirst = outer.isLabelFirst
    if result.formatting == .none { result.formatting = outer.formatting }
    result.options = element.options.inheriting(outer.options)
    return result
  }

  private func nameOptions(_ element: NamesElement) -> NameOptions {
    var options = (element.name?.options ?? NameOptions()).inheriting(element.options).inheriting(self.options)
    if let sortKey {
      if let minimum = sortKey.namesMin {
        options.etAlMin = minimum
        options.etAlSubsequentMin = nil
      }
      if let first = sortKey.namesUseFirst {
        options.etAlUseFirst = first
        options.etAlSubsequentUseFirst = nil
      }
      if let last = sortKey.namesUseLast { options.etAlUseLast = last }
      options.nameAsSortOrder = .all
      options.and = nil
    }
    if area == .citation, cite.position != .first {
      options.etAlMin = options.etAlSubsequentMin ?? options.etAlMin
      options.etAlUseFirst = options.etAlSubsequentUseFirst ?? options.etAlUseFirst
    }
    return options
  }

  /// The first substitute with output; its variables appear nowhere else.
  private mutating func substitute(_ element: NamesElement) -> Rendered? {
    guard !element.substitutes.isEmpty else { return nil }
    let saved = (outerNames, isSubstituting, substituted)
    var outer = element
    outer.substitutes = []
    for candidate in element.substitutes {
      outerNames = outer
      isSubstituting = true
      substituted = []
      let nodes = render([candidate])
      let used = substituted
      // A term that the locale has, though empty, is a hit as well.
      var isEmptyTerm = false
      if case .text(let text) = candidate, case .term(let name, let form, _) = text.source {
        isEmptyTerm = locale.term(name, form: form) == ""
      }
      (outerNames, isSubstituting, substituted) = saved
      if isEmptyTerm { return nil }
      if !nodes.isEmpty {
        suppressed += used
        hasFilled = true
        if nodes.contains(where: { $0.contains(.names) }) { return .joined(nodes) }
        return .tagged(.names, [.tagged(.nameList, [.tagged(.name, [.tagged(.standIn, nodes)])])])
      }
    }
    return nil
  }

  /// The same people as editors and translators are named once, as both.
  private func mergeEditorTranslator(_ lists: inout [(variable: String, names: [Name])]) {
    guard let editors = lists.firstIndex(where: { $0.variable == "editor" }),
      let translators = lists.firstIndex(where: { $0.variable == "translator" }), lists[editors].names == lists[translators].names,
      let term = locale.term("editortranslator"), !term.isEmpty
    else { return }
    lists[min(editors, translators)].variable = "editortranslator"
    lists.remove(at: max(editors, translators))
  }

  private mutating func count(_ lists: [(variable: String, names: [Name])], _ element: NamesElement, _ options: NameOptions) -> Rendered? {
    var total = 0
    for list in lists { total += shownCount(list.names.count, options).shown }
    return total == 0 ? nil : .dressed([.text(String(total))], element.formatting)
  }

  private mutating func nameLabel(_ variable: String, _ count: Int, _ element: NamesElement) -> Rendered? {
    guard let label = element.label else { return nil }
    let isPlural =
      switch label.plural {
      case .always: true
      case .never: false
      case .contextual: count > 1
      }
    guard let term = locale.term(variable, form: label.form, isPlural: isPlural), !term.isEmpty else { return nil }
    return .dressed(adjusted([.text(term)], label.formatting), label.formatting)
  }

  /// How many names are shown, and whether the rest is "et al.".
  private mutating func shownCount(_ total: Int, _ options: NameOptions) -> (shown: Int, isCut: Bool) {
    let minimum = options.etAlMin ?? 0
    let first = options.etAlUseFirst ?? 1
    var shown = minimum > 0 && total >= minimum ? min(first, total) : total
    if sortKey == nil, nameSets < choices.names.count, choices.names[nameSets] > shown { shown = min(choices.names[nameSets], total) }
    return (shown, shown < total)
  }

  private mutating func nameList(_ names: [Name], _ element: NamesElement, _ options: NameOptions) -> [Rendered] {
    let (shown, isCut) = shownCount(names.count, options)
    let givens = nameSets < choices.givens.count ? choices.givens[nameSets] : []
    nameSets += 1
    if collectsNames { collectedNames.append(names.map { NameParticles.parsed($0) }) }
    renderedNames.append(RenderedNames(shown: shown, total: names.count))
    let usesLast = isCut && options.etAlUseLast ?? false && shown > 0 && shown <= names.count - 2
    var nodes: [Rendered] = []
    var isLastInverted = false
    func writer(_ index: Int) -> NameWriter {
      let isInverted = options.nameAsSortOrder == .all || options.nameAsSortOrder == .first && index == 0
      return NameWriter(
        element: element.name, options: options, style: style, isInverted: isInverted, isSortKey: sortKey != nil,
        level: level(names[index], index, index < givens.count ? givens[index] : 0, options), isEnglish: isEnglish)
    }
    let delimiter = options.delimiter ?? ", "
    for index in 0..<shown {
      let writer = writer(index)
      if index > 0 {
        let isLast = index == shown - 1 && !isCut
        // After several persons an institution is a list of its own.
        let isOtherKind = index > 1 && !names[index].literal.isEmpty && names[index - 1].literal.isEmpty
        nodes.append(.text(isLast ? lastDelimiter(delimiter, shown, isLastInverted, isOtherKind, options) : delimiter))
      }
      nodes.append(.tagged(.name, writer.nodes(names[index])))
      isLastInverted = writer.isInverted && names[index].literal.isEmpty
    }
    if usesLast {
      nodes.append(.text((shown > 1 ? delimiter : " ") + "\u{2026} "))
      nodes.append(.tagged(.name, writer(names.count - 1).nodes(names[names.count - 1])))
    } else if isCut, shown > 0, sortKey == nil, let etAl = etAl(element) {
      let isTight = (locale.term(element.etAl?.term ?? "et-al")?.unicodeScalars.first?.value ?? 0) >= 0x2E80
      nodes.append(.text(etAlDelimiter(delimiter, shown, isLastInverted, isTight, options)))
      nodes.append(etAl)
    }
    guard let name = element.name, !(name.formatting.prefix.isEmpty && name.formatting.suffix.isEmpty) else { return nodes }
    return [.group(Rendered.Group(formatting: Formatting(prefix: name.formatting.prefix, suffix: name.formatting.suffix), children: nodes))]
  }

  private func etAl(_ element: NamesElement) -> Rendered? {
    guard let term = locale.term(element.etAl?.term ?? "et-al"), !term.isEmpty else { return nil }
    guard let formatting = element.etAl?.formatting else { return .text(term) }
    return .dressed(adjusted([.text(term)], formatting), formatting)
  }

  /// What stands between the last two names: the delimiter, "and", or both.
  private func lastDelimiter(_ delimiter: String, _ count: Int, _ isInverted: Bool, _ isOtherKind: Bool, _ options: NameOptions) -> String {
    guard let and = options.and else { return delimiter }
    let term = (and == .text ? locale.term("and") : locale.term("and", form: .symbol) ?? "&") ?? "and"
    let hasDelimiter =
      switch options.delimiterPrecedesLast ?? .contextual {
      case .contextual: count > 2
      case .always: true
      case .never: isOtherKind
      case .afterInvertedName: isInverted || isOtherKind
      }
    // A term that ends in a punctuation space is written on to the next name, as in Hebrew.
    if let space = term.unicodeScalars.last, space == "\u{2008}" { return (hasDelimiter ? delimiter : "") + term }
    return (hasDelimiter ? delimiter : " ") + term + " "
  }

  private func etAlDelimiter(_ delimiter: String, _ shown: Int, _ isInverted: Bool, _ isTight: Bool, _ options: NameOptions) -> String {
    let hasDelimiter =
      switch options.delimiterPrecedesEtAl ?? .contextual {
      case .contextual: shown > 1
      case .always: true
      case .never: false
      case .afterInvertedName: isInverted
      }
    return hasDelimiter ? delimiter : isTight ? "" : " "
  }

  /// 0 family name, 1 initials, 2 full given name: the style's choice, raised where disambiguation asks.
  private func level(_ name: Name, _ index: Int, _ chosen: Int, _ options: NameOptions) -> Int {
    let base = options.form == .short ? 0 : options.initializeWith != nil && options.initialize ?? true ? 1 : 2
    guard area == .citation else { return base }
    return max(base, chosen, nameLevels.level(of: NameParticles.parsed(name), isPrimary: index == 0, base: base, options))
  }
}
