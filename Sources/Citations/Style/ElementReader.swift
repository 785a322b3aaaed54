extension StyleReader {
  /// The rendering elements inside an element, in order.
  mutating func elements(_ parent: XMLElement) -> [Element] { parent.children.compactMap { element($0) } }

  mutating func element(_ element: XMLElement) -> Element? {
    switch element.name {
    case "text": text(element)
    case "number": number(element)
    case "label": .label(label(element))
    case "names": .names(names(element))
    case "date": element["variable"].map { .date(date(element, variable: $0)) } ?? missing("variable", element)
    case "group": .group(GroupElement(children: elements(element), formatting: formatting(element)))
    case "choose": .choose(element.children.map { branch($0) })
    case "sort": nil
    default: unknown(element)
    }
  }

  private mutating func unknown(_ element: XMLElement) -> Element? {
    reportUnknown(element)
    return nil
  }

  private mutating func missing(_ attribute: String, _ element: XMLElement) -> Element? {
    report(.warning, "invalid-style", "\"\(element.name)\" has no \"\(attribute)\"", element)
    return nil
  }

  private mutating func text(_ element: XMLElement) -> Element? {
    let source: TextElement.Source
    if let name = element["macro"] {
      guard let index = call(name, element) else { return nil }
      source = .macro(index)
    } else if let variable = element["variable"] {
      if variable == "year-suffix" { placesYearSuffix = true }
      source = .variable(variable, isShort: element["form"] == "short")
    } else if let term = element["term"] {
      source = .term(term.termName, form: choice(element, "form") ?? .long, isPlural: element.flag("plural") ?? false)
    } else if let value = element["value"] {
      source = .value(value)
    } else {
      return missing("variable", element)
    }
    return .text(TextElement(source: source, formatting: formatting(element)))
  }

  private mutating func number(_ element: XMLElement) -> Element? {
    guard let variable = element["variable"] else { return missing("variable", element) }
    return .number(NumberElement(variable: variable, form: choice(element, "form") ?? .numeric, formatting: formatting(element)))
  }

  private mutating func label(_ element: XMLElement) -> LabelElement {
    let form: TermForm? = choice(element, "form")
    return LabelElement(
      variable: element["variable"] ?? "", form: form ?? .long, innerForm: form ?? .short, plural: choice(element, "plural") ?? .contextual,
      formatting: formatting(element))
  }

  mutating func date(_ element: XMLElement, variable: String) -> DateElement {
    DateElement(
      variable: variable, form: choice(element, "form"), precision: choice(element, "date-parts") ?? .yearMonthDay,
      parts: element.all("date-part").compactMap { datePart($0) }, formatting: formatting(element))
  }

  private mutating func datePart(_ element: XMLElement) -> DatePart? {
    guard let name: DatePart.Name = choice(element, "name") else { return nil }
    return DatePart(name: name, form: element["form"] ?? "", rangeDelimiter: element["range-delimiter"], formatting: formatting(element))
  }

  private mutating func branch(_ element: XMLElement) -> Branch {
    var conditions: [Condition] = []
    for attribute in element.attributes where element.name != "else" {
      let words = attribute.value.words
      switch attribute.name {
      case "disambiguate":
        hasDisambiguateCondition = true
        conditions.append(.disambiguate(attribute.value == "true"))
      case "is-numeric": conditions += words.map { .isNumeric($0) }
      case "is-uncertain-date": conditions += words.map { .isUncertainDate($0) }
      case "locator": conditions += words.map { .locator($0) }
      case "position": conditions += words.compactMap { Position(rawValue: $0).map { .position($0) } }
      case "type": conditions += words.map { .type($0) }
      case "variable": conditions += words.map { .variable($0) }
      default: break
      }
    }
    return Branch(conditions: conditions, match: choice(element, "match") ?? .all, children: elements(element))
  }

  private mutating func names(_ element: XMLElement) -> NamesElement {
    var names = NamesElement(
      variables: (element["variable"] ?? "").words, options: nameOptions(element, isName: false), formatting: formatting(element))
    names.options.namesDelimiter = element["delimiter"] ?? names.options.namesDelimiter
    for child in element.children {
      switch child.name {
      case "name": names.name = name(child)
      case "et-al": names.etAl = EtAlElement(term: (child["term"] ?? "et-al").termName, formatting: formatting(child))
      case "label":
        names.isLabelFirst = names.name == nil
        names.label = label(child)
      case "substitute": names.substitutes = elements(child)
      default: reportUnknown(child)
      }
    }
    if names.name == nil { names.isLabelFirst = false }
    return names
  }

  private mutating func name(_ element: XMLElement) -> NameElement {
    var name = NameElement(options: nameOptions(element, isName: true), formatting: formatting(element))
    for part in element.all("name-part") {
      switch part["name"] {
      case "given": name.given = formatting(part)
      case "family": name.family = formatting(part)
      default: report(.warning, "unknown-value", "Name part is neither \"given\" nor \"family\"", part)
      }
    }
    return name
  }

  /// The inheritable name attributes; on outer elements `form` and `delimiter` are called `name-form` and `name-delimiter`.
  mutating func nameOptions(_ element: XMLElement, isName: Bool) -> NameOptions {
    let number = { (attribute: String) in element[attribute].flatMap { Int($0) } }
    return NameOptions(
      and: choice(element, "and"), delimiter: element[isName ? "delimiter" : "name-delimiter"],
      delimiterPrecedesEtAl: choice(element, "delimiter-precedes-et-al"),
      delimiterPrecedesLast: choice(element, "delimiter-precedes-last"), etAlMin: number("et-al-min"),
      etAlUseFirst: number("et-al-use-first"), etAlSubsequentMin: number("et-al-subsequent-min"),
      etAlSubsequentUseFirst: number("et-al-subsequent-use-first"), etAlUseLast: element.flag("et-al-use-last"),
      form: choice(element, isName ? "form" : "name-form"), initialize: element.flag("initialize"),
      initializeWith: element["initialize-with"], nameAsSortOrder: choice(element, "name-as-sort-order"),
      sortSeparator: element["sort-separator"], namesDelimiter: element["names-delimiter"])
  }

  mutating func formatting(_ element: XMLElement) -> Formatting {
    var formatting = Formatting()
    for attribute in element.attributes {
      switch attribute.name {
      case "prefix": formatting.prefix = attribute.value
      case "suffix": formatting.suffix = attribute.value
      case "delimiter": formatting.delimiter = attribute.value
      case "font-style": formatting.font.style = choice(element, "font-style")
      case "font-variant": formatting.font.variant = choice(element, "font-variant")
      case "font-weight": formatting.font.weight = choice(element, "font-weight")
      case "text-decoration": formatting.font.decoration = choice(element, "text-decoration")
      case "vertical-align": formatting.font.alignment = choice(element, "vertical-align")
      case "display": formatting.display = choice(element, "display")
      case "text-case": formatting.textCase = choice(element, "text-case")
      case "quotes": formatting.hasQuotes = attribute.value == "true"
      case "strip-periods": formatting.stripsPeriods = attribute.value == "true"
      default: break
      }
    }
    return formatting
  }
}
