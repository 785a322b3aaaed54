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
    let name = NameParticles.parsed(name)
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
    if level == 0 { return dressedPart(text(joined(name.nonDroppingParticle, name.family)), element?.family) }
    if name.family.isEmpty { return dressedPart(text(given), element?.given) }
    let isSorted = isInverted && !name.staticOrdering || name.staticOrdering && false
    if name.staticOrdering { return static_(name, given) }
    return isSorted ? inverted(name, given) : displayed(name, given)
  }

  /// Chinese, Japanese and Korean names: the family name first, no space.
  private func eastern(_ name: Name, _ given: String) -> [Rendered] {
    dressedPart(text(name.family), element?.family) + dressedPart(text(given), element?.given)
  }

  private func static_(_ name: Name, _ given: String) -> [Rendered] {
    spaced([dressedPart(text(joined(name.nonDroppingParticle, name.family)), element?.family), dressedPart(text(given), element?.given)])
  }

  /// Given names, particles, family name, suffix.
  private func displayed(_ name: Name, _ given: String) -> [Rendered] {
    let first = dressedPart(text(joined(given, name.droppingParticle)), element?.given)
    let family = dressedPart(text(joined(name.nonDroppingParticle, name.family)), element?.family)
    let endsTight = name.droppingParticle.endsTight && !name.droppingParticle.isEmpty && name.nonDroppingParticle.isEmpty
    var nodes = endsTight ? first + family : spaced([first, family])
    if !name.suffix.isEmpty {
      nodes.append(.text(name.commaSuffix ? ", " : " "))
      nodes += text(name.suffix)
    }
    return nodes
  }

  /// Family name, separator, given names, suffix; the non-dropping particle goes before the family name unless demoted.
  private func inverted(_ name: Name, _ given: String) -> [Rendered] {
    let separator = options.sortSeparator ?? ", "
    let isDemoted =
      style.demoteNonDroppingParticle == .displayAndSort || style.demoteNonDroppingParticle == .sortOnly && isSortKey
    let family = isDemoted ? name.family : joined(name.nonDroppingParticle, name.family)
    var rest = joined(given, name.droppingParticle)
    if isDemoted { rest = joined(rest, name.nonDroppingParticle) }
    var nodes = dressedPart(text(family), element?.family)
    if !rest.isEmpty {
      nodes.append(.text(separator))
      nodes += dressedPart(text(rest), element?.given)
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
    return Initials.apply(name.given, mark: mark, isFull: options.initialize ?? true, hyphen: style.initializesWithHyphen)
  }

  private func text(_ text: String) -> [Rendered] { FieldMarkup.parse(text) }

  private func joined(_ first: String, _ second: String) -> String {
    if first.isEmpty || second.isEmpty { return first + second }
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

/// Initials of given names.
enum Initials {
  /// With `isFull` false only what already is an initial gets the mark.
  ///
  ///     Initials.apply("Jean-Luc M.", mark: ".", isFull: true, hyphen: true)  // "J.-L.M."
  static func apply(_ given: String, mark: String, isFull: Bool, hyphen: Bool) -> String {
    var result = ""
    var wasInitial = false
    for (word, isHyphenated) in words(of: given) {
      let isInitial =
        isFull ? word.first.map { $0.properties.isUppercase || $0.properties.generalCategory == .otherLetter } ?? false : word.count == 1
      if isInitial, let first = word.first {
        if isHyphenated, hyphen {
          result = result.trimmedEnd + "-"
        } else if !result.isEmpty, !wasInitial {
          result += " "
        }
        let isTwoLetter = word.count > 2 && word[1].properties.isUppercase && !word.dropFirst().allSatisfy { $0.properties.isUppercase }
        result.unicodeScalars.append(first)
        if isFull, isTwoLetter { result += word[1].properties.lowercaseMapping }
        result += mark
        wasInitial = true
      } else {
        if isHyphenated {
          result = result.trimmedEnd + "-"
        } else if !result.isEmpty {
          result = result.trimmedEnd + " "
        }
        result.unicodeScalars.append(contentsOf: word)
        wasInitial = false
      }
    }
    return result.trimmedEnd
  }

  /// The words of given names, parted at spaces, periods and hyphens; each with whether a hyphen stood before it.
  private static func words(of given: String) -> [(word: [Unicode.Scalar], isHyphenated: Bool)] {
    var words: [(word: [Unicode.Scalar], isHyphenated: Bool)] = []
    var word: [Unicode.Scalar] = []
    var isHyphenated = false
    func end(_ next: Bool) {
      if !word.isEmpty {
        words.append((word, isHyphenated))
        isHyphenated = false
      }
      if next { isHyphenated = true }
      word = []
    }
    for scalar in given.unicodeScalars {
      switch scalar {
      case " ", ".", "\u{A0}": end(false)
      case "-", "\u{2010}", "\u{2011}": end(true)
      default: word.append(scalar)
      }
    }
    end(false)
    return words
  }
}

extension String {
  var trimmedEnd: String {
    var scalars = unicodeScalars
    while let last = scalars.last, last == " " || last == "\u{A0}" { scalars.removeLast() }
    return String(scalars)
  }
}

/// Particles and suffixes that a reference gives within the family or given name.
enum NameParticles {
  /// Leading lower-case words of the family name don't drop, trailing ones of the given name do; what follows a comma is a suffix.
  ///
  ///     family "van den Hoogen"  →  non-dropping particle "van den", family "Hoogen"
  static func parsed(_ name: Name) -> Name {
    guard name.literal.isEmpty else { return name }
    var name = name
    if name.family.utf8.first == UInt8(ascii: "\""), name.family.utf8.count > 2, name.family.utf8.last == UInt8(ascii: "\"") {
      name.family = String(name.family.dropFirst().dropLast())
      return name
    }
    if name.suffix.isEmpty, let comma = name.given.utf8.firstIndex(of: UInt8(ascii: ",")) {
      var suffix = String(name.given[name.given.utf8.index(after: comma)...])
      name.commaSuffix = suffix.utf8.first == UInt8(ascii: "!")
      if name.commaSuffix { suffix.removeFirst() }
      name.suffix = suffix.trimmed
      name.given = String(name.given[..<comma])
    }
    guard name.nonDroppingParticle.isEmpty, name.droppingParticle.isEmpty else { return name }
    splitFamily(&name)
    splitGiven(&name)
    return name
  }

  private static func splitFamily(_ name: inout Name) {
    guard startsLowercase(name.family.unicodeScalars) else { return }
    let words = name.family.split(separator: " ")
    let particles = words.prefix { startsLowercase($0.unicodeScalars) }
    guard particles.count < words.count, particles.count > 0 else { return tightParticle(&name) }
    name.nonDroppingParticle = particles.joined(separator: " ")
    name.family = words.dropFirst(particles.count).joined(separator: " ")
    tightParticle(&name)
  }

  /// "d’Aubigné", "al-Khwarizmi"
  private static func tightParticle(_ name: inout Name) {
    let scalars = name.family.unicodeScalars
    guard startsLowercase(scalars), let mark = scalars.firstIndex(where: { $0 == "'" || $0 == "\u{2019}" || $0 == "-" }) else { return }
    let next = scalars.index(after: mark)
    guard next < scalars.endIndex, scalars[next].properties.isUppercase, scalars.distance(from: scalars.startIndex, to: mark) <= 4 else {
      return
    }
    let particle = String(scalars[..<next])
    name.nonDroppingParticle = name.nonDroppingParticle.isEmpty ? particle : name.nonDroppingParticle + " " + particle
    name.family = String(scalars[next...])
  }

  private static func splitGiven(_ name: inout Name) {
    guard name.given.utf8.contains(UInt8(ascii: " ")) else { return }
    let words = name.given.split(separator: " ")
    let count = words.reversed().prefix { startsLowercase($0.unicodeScalars) }.count
    guard count > 0, count < words.count else { return }
    name.droppingParticle = words.suffix(count).joined(separator: " ")
    name.given = words.dropLast(count).joined(separator: " ")
  }

  private static func startsLowercase<Scalars: Sequence<Unicode.Scalar>>(_ scalars: Scalars) -> Bool {
    for scalar in scalars {
      if scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}" { continue }
      return scalar.properties.isLowercase
    }
    return false
  }
}
