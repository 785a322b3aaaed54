/// Reading of number variables: "2", "12–17", "3 & 4", "2b".
enum NumberText {
  /// Whether every part is a number with at most letters around it: "2nd", "D2", "1, 4-6" but not "second" or "2nd edition".
  static func isNumeric(_ text: String) -> Bool {
    let parts = text.unicodeScalars.split { separators.contains($0) || $0 == " " }.map(Array.init)
    guard !parts.isEmpty else { return false }
    // Words may be parted by separators, not by space alone.
    var wasSpace = false
    var wasSeparator = true
    for scalar in text.trimmed.unicodeScalars {
      if scalar == " " {
        wasSpace = true
      } else if separators.contains(scalar) {
        wasSeparator = true
        wasSpace = false
      } else {
        if wasSpace && !wasSeparator { return false }
        wasSpace = false
        wasSeparator = false
      }
    }
    return parts.allSatisfy { part in
      guard part.contains(where: { $0.isDigit }) else { return false }
      return isLabelled(part)
    }
  }

  /// Letters, digits, letters.
  private static func isLabelled(_ part: [Unicode.Scalar]) -> Bool {
    let rest = part.drop { !$0.isDigit && isLetter($0) }.drop { $0.isDigit }
    return rest.allSatisfy { isLetter($0) } || part.allSatisfy { $0.isDigit || $0 == "." || isLetter($0) || $0 == ":" || $0 == "/" }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  static let separators: Set<Unicode.Scalar> = ["-", "\u{2013}", ",", "&"]

  /// Whether the text names more than one: "12-17", "3 & 4".
  static func isPlural(_ text: String) -> Bool {
    guard text.unicodeScalars.contains(where: { $0.isDigit }) || RomanNumeral.isRange(text) else { return false }
    var hasNumber = false
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if separators.contains(scalar), hasNumber, !isEscaped { return true }
      isEscaped = scalar == "\\"
      if scalar.isDigit || scalar.properties.isAlphabetic { hasNumber = true }
    }
    return false
  }

  /// A text to sort by: numbers of number variables get leading zeros.
  static func sortText(_ text: String, variable: String) -> String {
    guard numberVariables.contains(variable), isNumeric(text) else { return text }
    var result = ""
    var digits = ""
    for scalar in text.unicodeScalars {
      if scalar.isDigit {
        digits.unicodeScalars.append(scalar)
      } else {
        result += padded(digits)
        digits = ""
        result.unicodeScalars.append(scalar)
      }
    }
    return result + padded(digits)
  }

  private static func padded(_ digits: String) -> String {
    digits.isEmpty ? "" : String(repeating: "0", count: max(0, 9 - digits.utf8.count)) + digits
  }

  static let numberVariables: Set<String> = [
    "chapter-number", "citation-number", "collection-number", "edition", "first-reference-note-number", "issue", "locator", "number",
    "number-of-pages", "number-of-volumes", "page", "page-first", "part-number", "printing-number", "section", "supplement-number",
    "version",
    "volume",
  ]

  static func firstPage(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix { !separators.contains($0) })).trimmed
  }

  static func roman(_ number: Int) -> String? {
    guard number > 0, number < 5000 else { return nil }
    let steps: [(Int, String)] = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
      (4, "iv"), (1, "i"),
    ]
    var rest = number
    var result = ""
    for (value, letters) in steps {
      while rest >= value {
        result += letters
        rest -= value
      }
    }
    return result
  }
}

extension Evaluator {
  mutating func number(_ element: NumberElement) -> Rendered? {
    hasCalled = true
    if suppressed.contains(element.variable) { return nil }
    if isSubstituting { substituted.append(element.variable) }
    guard let value = value(element.variable), !value.isEmpty else { return nil }
    hasFilled = true
    if sortKey != nil { return .text(NumberText.sortText(value, variable: element.variable)) }
    var nodes: [Rendered]
    if let numbers = labelledNumbers(value, variable: element.variable) {
      nodes = FieldMarkup.parse(text(of: numbers, variable: element.variable) { formatted($0, element) })
    } else if NumberText.isNumeric(value) {
      nodes = FieldMarkup.parse(formatted(value, element))
    } else {
      nodes = [.text(numberText(value, variable: element.variable))]
    }
    if element.variable == "citation-number" { nodes = [.tagged(.citationNumber, nodes)] }
    if element.variable == "locator" { nodes = [.tagged(.locator, nodes)] }
    return .dressed(adjusted(nodes, element.formatting), element.formatting)
  }

  /// A numeric text, each number in it in the element's form; hyphens become range delimiters, commas and ampersands get their spaces.
  private func formatted(_ value: String, _ element: NumberElement) -> String {
    if element.form == .numeric { return numberText(value, variable: element.variable) }
    let gender = locale.gender(of: element.variable)
    var result = ""
    for token in NumberToken.split(value) {
      switch token {
      case .separator(let separator): result += self.separator(separator)
      case .word(let word):
        guard let number = Int(word) else {
          result += word
          continue
        }
        switch element.form {
        case .roman: result += NumberText.roman(number) ?? word
        case .ordinal: result += ordinal(number, gender: gender)
        case .longOrdinal: result += longOrdinal(number, gender: gender)
        case .numeric: result += word
        }
      }
    }
    return result
  }

  private func separator(_ separator: String) -> String {
    switch separator {
    case ",": ", "
    case "&": ampersand
    default: rangeDelimiter
    }
  }

  var ampersand: String { " " + (locale.term("and", form: .symbol) ?? "&") + " " }

  var rangeDelimiter: String { locale.term("page-range-delimiter") ?? "\u{2013}" }

  /// "1st"; the ending by whole number, then last two digits, then last digit, then the general one.
  func ordinal(_ number: Int, gender: Gender) -> String {
    String(number) + (ordinalEnding(number, gender: gender) ?? "")
  }

  private func ordinalEnding(_ number: Int, gender: Gender) -> String? {
    let last = number % 10
    let lastTwo = number % 100
    let twoDigits = { (n: Int) in n < 10 ? "0\(n)" : "\(n)" }
    let candidates: [(Int, Locale.Term.Match)] =
      number < 100
      ? [(number, .wholeNumber), (lastTwo, .lastTwoDigits), (last, .lastDigit)] : [(lastTwo, .lastTwoDigits), (last, .lastDigit)]
    for (digits, match) in candidates {
      let name = "ordinal-" + twoDigits(digits)
      for gender in gender == .none ? [Gender.none] : [gender, .none] {
        guard let term = locale.terms[Locale.TermKey(name: name, gender: gender)] else { continue }
        let fits =
          switch match {
          case .wholeNumber: term.match == .wholeNumber
          case .lastTwoDigits: term.match == .lastTwoDigits
          case .lastDigit: term.match == .lastDigit
          }
        if fits { return term.single }
      }
    }
    return locale.term("ordinal", gender: gender)
  }

  private func longOrdinal(_ number: Int, gender: Gender) -> String {
    guard number >= 1, number <= 10 else { return ordinal(number, gender: gender) }
    return locale.term("long-ordinal-" + (number < 10 ? "0" : "") + String(number), gender: gender) ?? ordinal(number, gender: gender)
  }

  /// The label of a number variable, singular or plural as its content is.
  mutating func label(_ element: LabelElement) -> Rendered? {
    let variable = element.variable
    guard var value = value(variable), !value.isEmpty else { return nil }
    var name = variable == "locator" ? cite.label : variable
    labelForm = element.innerForm
    if let first = labelledNumbers(value, variable: variable)?.parts.first {
      value = first.text
      name = first.label ?? name
    }
    let isPlural =
      switch element.plural {
      case .always: true
      case .never: false
      case .contextual:
        variable == "number-of-pages" || variable == "number-of-volumes"
          ? NumberText.isNumeric(value) && value != "1"
          : NumberText.isPlural(value) || value.words.contains("and") || locale.term("and").map { value.words.contains($0) } ?? false
      }
    guard let term = locale.term(name, form: element.form, isPlural: isPlural), !term.isEmpty else { return nil }
    return .dressed(adjusted(FieldMarkup.parse(term), element.formatting), element.formatting)
  }
}

/// The parts of a number text.
enum NumberToken {
  case word(String)
  /// `-`, `,` or `&`; spaces around it are gone.
  case separator(String)

  static func split(_ text: String) -> [NumberToken] {
    var tokens: [NumberToken] = []
    var word = String.UnicodeScalarView()
    func end() {
      let text = String(word).trimmed
      if !text.isEmpty { tokens.append(.word(text)) }
      word = String.UnicodeScalarView()
    }
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == "\\" {
        isEscaped = true
      } else if isEscaped {
        isEscaped = false
        word.append(scalar)
      } else if NumberText.separators.contains(scalar) {
        end()
        tokens.append(.separator(scalar == "\u{2013}" ? "-" : String(scalar)))
      } else {
        word.append(scalar)
      }
    }
    end()
    return tokens
  }
}

/// Roman page numbers.
enum RomanNumeral {
  static func isOne(_ text: String) -> Bool { !text.isEmpty && text.lowercased().utf8.allSatisfy { "ivxlcdm".utf8.contains($0) } }

  /// Whether all parts between separators are roman numerals.
  static func isRange(_ text: String) -> Bool {
    NumberToken.split(text).allSatisfy { token in
      if case .word(let word) = token { return isOne(word) }
      return true
    }
  }
}
