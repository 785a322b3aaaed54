/// Renders the elements of a style for one item at a time.
struct Evaluator {
  let style: Style
  let locale: Locale
  let area: Area
  let options: NameOptions
  let isEnglishStyle: Bool

  enum Area: Sendable { case citation, bibliography }

  /// The item at hand and how it is cited.
  var reference = Reference(id: "", type: "")
  var number = 0
  var cite = CiteContext()
  var choices = DisambiguationChoices()
  /// The style's name levels for `givenname-disambiguation-rule`s that look at all names of the document.
  var nameLevels = NameLevels()
  var sortKey: Style.SortKey?

  /// Variables that a substitution used up.
  var suppressed: [String] = []
  /// Whether elements since the group began called variables, and whether some had a value.
  var hasCalled = false
  var hasFilled = false
  /// The form of the last label: labels within a number take it as well.
  var labelForm = TermForm.short
  /// The names elements rendered so far: disambiguation counts them.
  var nameSets = 0
  var hasYearSuffix = false
  /// The settings of the names element that a substitute stands in for.
  var outerNames: NamesElement?
  var isSubstituting = false
  /// What disambiguation needs to know of the names that were rendered.
  var renderedNames: [RenderedNames] = []
  /// Whether cites are compared for disambiguation, where the date of access doesn't count.
  var isComparing = false
  var collectsNames = false
  var collectedNames: [[Name]] = []

  init(style: Style, locale: Locale, area: Area) {
    self.style = style
    self.locale = locale
    self.area = area
    options = area == .citation ? style.citation.options : style.bibliography?.options ?? NameOptions()
    isEnglishStyle = locale.language.hasPrefix("en")
  }

  /// Renders a layout's or macro's elements for an item, from a clean state.
  mutating func evaluate(_ elements: [Element], _ item: Item, _ cite: CiteContext, _ choices: DisambiguationChoices) -> [Rendered] {
    reference = item.reference
    number = item.number
    self.cite = cite
    self.choices = choices
    suppressed.removeAll(keepingCapacity: true)
    hasCalled = false
    hasFilled = false
    labelForm = .short
    nameSets = 0
    hasYearSuffix = false
    outerNames = nil
    renderedNames.removeAll(keepingCapacity: true)
    return render(elements)
  }

  mutating func render(_ elements: [Element]) -> [Rendered] {
    var nodes: [Rendered] = []
    for element in elements {
      if case .choose(let branches) = element {
        if let branch = branches.first(where: { isTrue($0) }) { nodes += render(branch.children) }
      } else if let node = render(element) {
        nodes.append(node)
      }
    }
    return nodes
  }

  mutating func render(_ element: Element) -> Rendered? {
    switch element {
    case .text(let element): text(element)
    case .number(let element): number(element)
    case .label(let element): label(element)
    case .names(let element): names(element)
    case .date(let element): date(element)
    case .group(let element): group(element)
    case .choose(let branches): branches.first { isTrue($0) }.flatMap { .joined(render($0.children)) }
    }
  }

  /// A group or macro disappears when it calls variables and none of them has a value; what it renders counts as a variable outside.
  private mutating func group(_ element: GroupElement) -> Rendered? {
    let (outerCalled, outerFilled) = (hasCalled, hasFilled)
    hasCalled = false
    hasFilled = false
    let children = render(element.children)
    let isSuppressed = children.isEmpty || hasCalled && !hasFilled
    hasFilled = outerFilled || !isSuppressed
    hasCalled = outerCalled || hasCalled || !isSuppressed
    return isSuppressed ? nil : .dressed(children, element.formatting)
  }

  private mutating func text(_ element: TextElement) -> Rendered? {
    switch element.source {
    case .variable(let name, let isShort):
      return variable(name, isShort: isShort, element.formatting)
    case .macro(let index):
      let (outerCalled, outerFilled) = (hasCalled, hasFilled)
      hasCalled = false
      hasFilled = false
      let nodes = render(style.macros[index].elements)
      let isSuppressed = nodes.isEmpty || hasCalled && !hasFilled
      hasFilled = outerFilled || !isSuppressed
      hasCalled = outerCalled || hasCalled || !isSuppressed
      return isSuppressed ? nil : .dressed(adjusted(nodes, element.formatting), element.formatting)
    case .term(let name, let form, let isPlural):
      guard let term = locale.term(name, form: form, isPlural: isPlural), !term.isEmpty else { return nil }
      let nodes = adjusted(FieldMarkup.parse(term), element.formatting)
      return .dressed(element.formatting.textCase == nil ? [.tagged(.term, nodes)] : nodes, element.formatting)
    case .value(let value):
      return .dressed(adjusted(FieldMarkup.parse(value), element.formatting), element.formatting)
    }
  }

  private mutating func variable(_ name: String, isShort: Bool, _ formatting: Formatting) -> Rendered? {
    if name == "year-suffix" { return yearSuffix(formatting) }
    hasCalled = true
    if suppressed.contains(name) { return nil }
    if isSubstituting { substituted.append(name) }
    guard let value = value(name, isShort: isShort), !value.isEmpty else { return nil }
    hasFilled = true
    if sortKey != nil { return .joined([.text(NumberText.sortText(value.removingTags, variable: name))]) }
    var nodes: [Rendered]
    switch name {
    case "citation-number": nodes = [.tagged(.citationNumber, [.text(value)])]
    case "page",
      "locator", "chapter-number", "collection-number", "edition", "issue", "number",
      "number-of-pages", "number-of-volumes", "volume", "supplement", "printing", "part", "version":
      let text = labelledNumbers(value, variable: name).map { numbers in
        self.text(of: numbers, variable: name) { numberText($0, variable: name) }
      }
      nodes = FieldMarkup.parse(text ?? numberText(value, variable: name))
    default: nodes = FieldMarkup.parse(value)
    }
    if name == "locator" { nodes = [.tagged(.locator, nodes)] }
    if name == "citation-label", let suffix = implicitYearSuffix() { nodes.append(suffix) }
    nodes = adjusted(nodes, formatting)
    return linked(nodes, name, value, formatting)
  }

  private mutating func yearSuffix(_ formatting: Formatting) -> Rendered? {
    guard let suffix = choices.yearSuffix else { return nil }
    hasFilled = true
    hasYearSuffix = true
    return .dressed([.tagged(.yearSuffix, [.text(letters(suffix))])], formatting)
  }

  /// DOI, PMID, PMCID and URL lead to the web; a prefix that already begins the address belongs to the link.
  private func linked(_ nodes: [Rendered], _ name: String, _ value: String, _ formatting: Formatting) -> Rendered? {
    let address: String
    switch name {
    case "URL":
      guard let web = Self.webAddress(value) else { return .dressed(nodes, formatting) }
      address = web
    case "DOI": address = value.hasPrefix("http") ? value : "https://doi.org/" + value
    case "PMID": address = "https://pubmed.ncbi.nlm.nih.gov/" + value
    case "PMCID": address = "https://www.ncbi.nlm.nih.gov/pmc/articles/" + value
    default: return .dressed(nodes, formatting)
    }
    if name == "DOI", formatting.prefix.hasSuffix("doi.org/") {
      return Rendered.dressed(nodes, formatting).map { .tagged(.link(address), [$0]) }
    }
    return .dressed([.tagged(.link(address), nodes)], formatting)
  }

  /// The address that a URL leads to; nil for one that a page should not link, such as `javascript:…`.
  ///
  ///     webAddress("www.example.org")  // "https://www.example.org"
  private static func webAddress(_ url: String) -> String? {
    let start = url.prefix(8).lowercased()
    if ["http://", "https://", "ftp://"].contains(where: start.hasPrefix) { return url }
    return start.hasPrefix("www.") ? "https://" + url : nil
  }

  /// Strips periods and changes case as the formatting says.
  func adjusted(_ nodes: [Rendered], _ formatting: Formatting) -> [Rendered] {
    var nodes = nodes
    if formatting.stripsPeriods { nodes = nodes.map { stripped($0) } }
    if let textCase = formatting.textCase {
      let language = reference.variables["language"] ?? ""
      nodes = textCase.apply(to: nodes, isEnglish: isEnglish, isTurkic: language.hasPrefix("tr") || language.hasPrefix("az"))
    }
    return nodes
  }

  private func stripped(_ node: Rendered) -> Rendered {
    switch node {
    case .text(let text): .text(text.removing("."))
    case .group(var group):
      .group(
        {
          group.children = group.children.map { stripped($0) }
          group.formatting.prefix = group.formatting.prefix.removing(".")
          group.formatting.suffix = group.formatting.suffix.removing(".")
          return group
        }())
    default: node.replacingChildren(node.children.map { stripped($0) })
    }
  }

  /// Title case is for English items: by their own language, else by the style's.
  var isEnglish: Bool {
    if let language = reference.variables["language"], !language.isEmpty { return language.hasPrefix("en") }
    return isEnglishStyle
  }

  var substituted: [String] {
    get { substitutedVariables }
    set { substitutedVariables = newValue }
  }
  var substitutedVariables: [String] = []
}

/// How an item is cited where it stands.
struct CiteContext: Hashable, Sendable {
  var locator = ""
  var label = "page"
  var position = Position.first
  var isNearNote = false
  var firstReferenceNote = 0
}

/// What disambiguation decided for one item.
struct DisambiguationChoices: Hashable, Sendable {
  /// The number of names to show, for each names element; 0 leaves it to the style.
  var names: [Int] = []
  /// For each names element and name: 0 as the style says, 1 initials, 2 the full given name.
  var givens: [[Int]] = []
  var isConditionTrue = false
  /// 1 for a, 2 for b.
  var yearSuffix: Int?
}

/// An item of the document.
struct Item: Sendable {
  var reference: Reference
  /// The citation number.
  var number = 0
  var choices = DisambiguationChoices()
  var isCited = false
  var firstNote = 0
}

/// 1 is "a", 26 "z", 27 "aa".
func letters(_ number: Int) -> String {
  var rest = number
  var result: [UInt8] = []
  while rest > 0 {
    result.append(UInt8(97 + (rest - 1) % 26))
    rest = (rest - 1) / 26
  }
  return String(decoding: result.reversed(), as: UTF8.self)
}

extension String {
  func removing(_ character: Unicode.Scalar) -> String {
    String(String.UnicodeScalarView(unicodeScalars.filter { $0 != character }))
  }
}

extension String {
  /// The text without the markup of fields.
  var removingTags: String { Flattener.rich(FieldMarkup.parse(self), Locale()).plainText }
}
