/// The value of one sort key, ready to compare.
struct SortValue: Sendable {
  var text: CollationKey
  var isDescending: Bool

  /// Empty values come last, whichever the direction.
  static func isBefore(_ a: [SortValue], _ b: [SortValue]) -> Bool? {
    for (x, y) in zip(a, b) {
      if x.text == y.text { continue }
      if x.text.isEmpty || y.text.isEmpty { return y.text.isEmpty }
      let isLess = x.text < y.text
      return x.isDescending ? !isLess : isLess
    }
    return nil
  }
}

extension Document {
  /// Puts the items in the bibliography's order and numbers them by it.
  mutating func sortBibliography() {
    guard let bibliography = style.bibliography, !bibliography.sort.isEmpty, items.count > 0 else { return }
    let keys = sortValues(bibliography.sort, area: .bibliography)
    order.sort { a, b in SortValue.isBefore(keys[a], keys[b]) ?? (a < b) }
    for (position, index) in order.enumerated() { items[index].number = position + 1 }
  }

  /// The values of sort keys for every item.
  func sortValues(_ keys: [Style.SortKey], area: Evaluator.Area) -> [[SortValue]] {
    var evaluator = Evaluator(style: style, locale: locale, area: area)
    return items.map { item in sortValues(keys, item, &evaluator) }
  }

  func sortValues(_ keys: [Style.SortKey], _ item: Item, _ evaluator: inout Evaluator) -> [SortValue] {
    keys.map { key in
      evaluator.sortKey = key
      let elements: [Element]
      switch key.source {
      case .macro(let index): elements = style.macros[index].elements
      case .variable(let name): elements = [sortElement(name, item.reference)]
      }
      var context = CiteContext()
      context.position = .first
      let nodes = evaluator.evaluate(elements, item, context, item.choices)
      var flattener = Flattener(locale)
      flattener.write(nodes)
      return SortValue(text: CollationKey(flattener.result().plainText), isDescending: key.isDescending)
    }
  }

  private func sortElement(_ variable: String, _ reference: Reference) -> Element {
    if reference.dates[variable] != nil {
      return .date(DateElement(variable: variable, form: nil, precision: .yearMonthDay, parts: [], formatting: .none))
    }
    if reference.names[variable] != nil {
      return .names(NamesElement(variables: [variable], options: NameOptions(), formatting: .none))
    }
    return .text(TextElement(source: .variable(variable, isShort: false), formatting: .none))
  }
}

/// A text as it is compared: letters without accents and case first, then accents, then case.
struct CollationKey: Hashable, Comparable, Sendable {
  private var primary: [UInt32]
  private var accents: [UInt32]
  private var cases: [UInt32]

  var isEmpty: Bool { primary.isEmpty }

  init(_ text: String) {
    primary = []
    accents = []
    cases = []
    for scalar in text.unicodeScalars {
      if Self.ignored.contains(scalar) || primary.isEmpty && Self.ignoredAtStart.contains(scalar) { continue }
      let base = Self.base(scalar)
      for letter in base.lower {
        primary.append(Self.weight(letter))
      }
      accents.append(base.isAccented ? scalar.value : 0)
      cases.append(scalar.properties.isUppercase ? 1 : 0)
    }
  }

  static func < (a: CollationKey, b: CollationKey) -> Bool {
    if a.primary != b.primary { return a.primary.lexicographicallyPrecedes(b.primary) }
    if a.accents != b.accents { return a.accents.lexicographicallyPrecedes(b.accents) }
    return a.cases.lexicographicallyPrecedes(b.cases)
  }

  static func == (a: CollationKey, b: CollationKey) -> Bool { a.primary == b.primary && a.accents == b.accents }

  func hash(into hasher: inout Hasher) {
    hasher.combine(primary)
    hasher.combine(accents)
  }

  /// Quotation marks, brackets and commas don't count.
  private static let ignored: Set<Unicode.Scalar> = [
    "\"", "\u{201C}", "\u{201D}", "\u{AB}", "\u{BB}", "[", "]", "(", ")", ",", "\u{2BC}", "\u{2BB}", "\u{2BE}", "\u{2BF}",
  ]

  /// Nor do apostrophes at the beginning: "’t Horvath".
  private static let ignoredAtStart: Set<Unicode.Scalar> = ["'", "\u{2018}", "\u{2019}", " "]

  /// Spaces, then marks, then digits, then letters.
  private static func weight(_ scalar: Unicode.Scalar) -> UInt32 {
    if scalar.properties.isWhitespace { return 1 }
    if scalar.isDigit { return 0x1000 + scalar.value }
    if scalar.properties.isAlphabetic { return 0x10000 + scalar.value }
    return 2 + min(scalar.value, 0xF00)
  }

  private static func base(_ scalar: Unicode.Scalar) -> (lower: [Unicode.Scalar], isAccented: Bool) {
    if scalar.isASCII {
      let value = scalar.value
      return ([value >= 65 && value <= 90 ? Unicode.Scalar(UInt8(value + 32)) : scalar], false)
    }
    let lower = Array(scalar.properties.lowercaseMapping.unicodeScalars)
    if let first = lower.first, let letters = Accents.base[first] { return (Array(letters.unicodeScalars), true) }
    return (lower, false)
  }
}

/// Latin letters with accents, and the letters they sort as.
enum Accents {
  static let base: [Unicode.Scalar: String] = {
    let table: [(String, String)] = [
      ("a", "àáâãäåāăąǎǻạảấầẩẫậắằẳẵặ"), ("c", "çćĉċč"), ("d", "ďđḍ"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģǧ"), ("h", "ĥħḥ"),
      ("i", "ìíîïĩīĭįıǐịỉ"),
      ("j", "ĵ"), ("k", "ķǩ"), ("l", "ĺļľŀłḷ"), ("n", "ñńņňŉṇ"), ("o", "òóôõöøōŏőǒọỏốồổỗộớờởỡợơ"), ("r", "ŕŗřṛ"), ("s", "śŝşšșṣ"),
      ("t", "ţťŧțṭ"),
      ("u", "ùúûüũūŭůűųǔụủứừửữựư"), ("w", "ŵẁẃẅ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżžẓ"), ("ae", "æǽ"), ("oe", "œ"), ("ss", "ß"), ("th", "þ"),
      ("d", "ð"),
    ]
    var base: [Unicode.Scalar: String] = [:]
    for (letters, accented) in table {
      for scalar in accented.unicodeScalars { base[scalar] = letters }
    }
    return base
  }()
}
