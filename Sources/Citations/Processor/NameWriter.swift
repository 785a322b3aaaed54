/// Writes one name in the order and form that a style asks.
struct NameWriter {
  let element: NameElement?
  let options: NameOptions
  let style: Style
  let isInverted: Bool
  let isSortKey: Bool
  /// 0 family name only, 1 with initials, 2 with the full given name.
  let level: Int
  let isEnglish: Bool

  func nodes(_ name: Name) -> [Rendered] {
    var formatting = element?.formatting ?? .none
    formatting.prefix = ""
    formatting.suffix = ""
    formatting.delimiter = ""
    var name = NameParticles.parsed(name)
    // With initials that have no period a suffix has none either: "Medsger TA Jr".
    if let mark = options.initializeWith, !mark.utf8.contains(UInt8(ascii: ".")) { name.suffix = name.suffix.removing(".") }
    let parts = name.literal.isEmpty ? personal(name) : institution(name)
    let adjusted = formatting.textCase.map { $0.apply(to: parts, isEnglish: isEnglish) } ?? parts
    return Rendered.dressed(adjusted, formatting).map { [$0] } ?? []
  }

  private func institution(_ name: Name) -> [Rendered] {
    var literal = name.literal
    if isSortKey {
      for article in ["The ", "the ", "A ", "a ", "An ", "an "] where literal.hasPrefix(article) {
        literal.removeFirst(article.utf8.count)
        break
      }
    }
    return dressedPart(FieldMarkup.parse(literal), element?.family)
  }

  private func personal(_ name: Name) -> [Rendered] {
    let given = level == 0 ? "" : givenName(name)
    guard name.isRomanesque else { return eastern(name, given) }
    if level == 0, !name.family.isEmpty {
      if isSortKey, style.demoteNonDroppingParticle != .never {
        return spaced([font(text(name.family), element?.family), font(text(name.nonDroppingParticle.trimmedEnd), element?.family)])
      }
      return affixed(particle(name.nonDroppingParticle, element?.family) + font(text(name.family), element?.family), element?.family)
    }
    if name.family.isEmpty { return dressedPart(text(name.given), element?.given) }
    if name.staticOrdering { return fixed(name, given) }
    return isInverted ? inverted(name, given) : displayed(name, given)
  }

  /// Chinese, Japanese and Korean names: the family name first, no space.
  private func eastern(_ name: Name, _ given: String) -> [Rendered] {
    dressedPart(text(name.family), element?.family) + dressedPart(text(given), element?.given)
  }

  private func fixed(_ name: Name, _ given: String) -> [Rendered] {
    spaced([dressedPart(text(joined(name.nonDroppingParticle, name.family)), element?.family), dressedPart(text(given), element?.given)])
  }

  /// Given names, particles, family name, suffix; the affixes of the family part go around all but the given names.
  private func displayed(_ name: Name, _ given: String) -> [Rendered] {
    let first = dressedPart(text(given), element?.given)
    var rest = particle(name.droppingParticle, element?.given)
    rest += particle(name.nonDroppingParticle, element?.family) + font(text(name.family), element?.family)
    if !name.suffix.isEmpty {
      rest.append(.text(name.commaSuffix ? ", " : " "))
      rest += text(name.suffix)
    }
    let isSpaced = element?.given.suffix.unicodeScalars.last == "\u{A0}"
    let family = affixed(rest, element?.family)
    return isSpaced ? first + family : spaced([first, family])
  }

  /// A particle before its name, with a space unless it ends in an apostrophe or hyphen.
  private func particle(_ particle: String, _ formatting: Formatting?) -> [Rendered] {
    if particle.isEmpty { return [] }
    let nodes = font(text(particle.trimmedEnd), formatting)
    return particle.endsTight ? nodes : nodes + [.text(" ")]
  }

  private func font(_ nodes: [Rendered], _ formatting: Formatting?) -> [Rendered] {
    guard var formatting else { return nodes }
    formatting.prefix = ""
    formatting.suffix = ""
    return dressedPart(nodes, formatting)
  }

  private func affixed(_ nodes: [Rendered], _ formatting: Formatting?) -> [Rendered] {
    guard let formatting, !(formatting.prefix.isEmpty && formatting.suffix.isEmpty) else { return nodes }
    return [.group(Rendered.Group(formatting: Formatting(prefix: formatting.prefix, suffix: formatting.suffix), children: nodes))]
  }

  /// Family name, separator, given names, suffix; the non-dropping particle goes before the family name unless demoted.
  private func inverted(_ name: Name, _ given: String) -> [Rendered] {
    let separator = options.sortSeparator ?? ", "
    let isDemoted =
      style.demoteNonDroppingParticle == .displayAndSort || style.demoteNonDroppingParticle == .sortOnly && isSortKey
    var nodes = isDemoted ? [] : particle(name.nonDroppingParticle, element?.family)
    nodes = affixed(nodes + font(text(name.family), element?.family), element?.family)
    var rest = spaced([
      font(text(given), element?.given), font(text(name.droppingParticle.trimmedEnd), element?.given),
      isDemoted ? font(text(name.nonDroppingParticle.trimmedEnd), element?.family) : [],
    ])
    if !rest.isEmpty {
      rest = affixed(rest, element?.given)
      nodes.append(.text(separator))
      nodes += rest
    }
    if !name.suffix.isEmpty {
      nodes.append(.text(separator))
      nodes += text(name.suffix)
    }
    return nodes
  }

  private func givenName(_ name: Name) -> String {
    guard let mark = options.initializeWith, name.isRomanesque else { return name.given }
    if level >= 2 && (options.initialize ?? true) { return name.given }
    let isFull = options.initialize ?? true
    guard name.given.utf8.contains(UInt8(ascii: "<")) else {
      return Initials.apply(name.given, mark: mark, isFull: isFull, hyphen: style.initializesWithHyphen)
    }
    return Initials.applyWithTags(name.given, mark: mark, isFull: isFull, hyphen: style.initializesWithHyphen)
  }

  private func text(_ text: String) -> [Rendered] { FieldMarkup.parse(text) }

  private func joined(_ first: String, _ second: String) -> String {
    if first.isEmpty || second.isEmpty { return first + second }
    if first.hasSuffix(" ") { return first + second }
    return first.endsTight ? first + second : first + " " + second
  }

  private func spaced(_ parts: [[Rendered]]) -> [Rendered] {
    var nodes: [Rendered] = []
    for part in parts where !part.isEmpty {
      if !nodes.isEmpty { nodes.append(.text(" ")) }
      nodes += part
    }
    return nodes
  }

  private func dressedPart(_ nodes: [Rendered], _ formatting: Formatting?) -> [Rendered] {
    guard let formatting, !nodes.isEmpty else { return nodes }
    let adjusted = formatting.textCase.map { $0.apply(to: nodes, isEnglish: isEnglish) } ?? nodes
    return Rendered.dressed(adjusted, formatting).map { [$0] } ?? []
  }
}

extension String {
  /// After these a particle is followed by its name without a space: "d’", "al-".
  var endsTight: Bool {
    guard let last = unicodeScalars.last else { return false }
    return last == "'" || last == "\u{2019}" || last == "-" || last == "\u{2013}" || last == "." && false
  }
}

extension Name {
  /// Whether the name is written in a script with spaces between its parts.
  var isRomanesque: Bool {
    for scalar in family.unicodeScalars where scalar.properties.isAlphabetic { return scalar.value < 0x2E80 || scalar.value > 0xD7FF }
    for scalar in given.unicodeScalars where scalar.properties.isAlphabetic { return scalar.value < 0x2E80 || scalar.value > 0xD7FF }
    return true
  }
}
