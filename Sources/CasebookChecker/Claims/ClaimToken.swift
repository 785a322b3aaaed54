/// A piece of a sentence as the search for numbers reads it.
enum ClaimToken: Hashable, Sendable {
  /// In lower case; digits that follow letters directly belong to the word: "cm2", "hba1c".
  case word(String)
  case number(WrittenNumber)
  /// `%`, `×`, `,` and so on; any dash is `-`.
  case mark(Unicode.Scalar)
  /// A number that the data gives, `{area foot week 4}`: never a claim of its own.
  case computed
  case citation

  var word: String? { if case .word(let text) = self { text } else { nil } }
  var number: WrittenNumber? { if case .number(let number) = self { number } else { nil } }

  func isMark(_ mark: Unicode.Scalar) -> Bool { self == .mark(mark) }
}

/// A number in a text, and how precisely it was written: "52.0" is to the tenth.
struct WrittenNumber: Hashable, Sendable {
  var value: Double
  /// What one of its last digit is worth: 0.1 for "52.0".
  var step: Double
  var text: String
}

/// A sentence's tokens, and where each begins in the text's UTF-8.
struct ClaimSentence: Hashable, Sendable {
  var tokens: [ClaimToken] = []
  var offsets: [Int] = []
}

/// Splits a text into sentences of tokens.
struct ClaimScanner {
  private let scalars: [Unicode.Scalar]
  /// By scalar: its place in UTF-8.
  private let places: [Int]
  private var index = 0
  private var tokens: [ClaimToken] = []
  private var offsets: [Int] = []
  private var sentences: [ClaimSentence] = []

  /// "It shrank by 62%. {area last}" → two sentences.
  static func sentences(of text: String) -> [ClaimSentence] {
    var scanner = ClaimScanner(text)
    while scanner.index < scanner.scalars.count {
      let place = scanner.places[scanner.index]
      scanner.step()
      while scanner.offsets.count < scanner.tokens.count { scanner.offsets.append(place) }
    }
    scanner.endSentence()
    return scanner.sentences
  }

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var place = 0
    places = scalars.map { scalar in
      defer { place += UTF8.width(scalar) }
      return place
    }
  }

  private mutating func step() {
    let scalar = scalars[index]
    switch scalar {
    case "0"..."9": number()
    case "{":
      index = (index..<scalars.count).first { scalars[$0] == "}" }.map { $0 + 1 } ?? scalars.count
      tokens.append(.computed)
    case "@": citation()
    case ".", "!", "?":
      index += 1
      if endsSentence() { endSentence() }
    case "\u{2010}"..."\u{2015}", "\u{2212}", "-":
      tokens.append(.mark("-"))
      index += 1
    case "×":
      tokens.append(.mark("×"))
      index += 1
    case _ where scalar.properties.isAlphabetic: word()
    default:
      if !scalar.properties.isWhitespace { tokens.append(.mark(scalar)) }
      index += 1
    }
  }

  private mutating func endSentence() {
    if !tokens.isEmpty { sentences.append(ClaimSentence(tokens: tokens, offsets: offsets)) }
    tokens = []
    offsets = []
  }

  /// After a full stop: a blank and no lower-case letter, and the word before is no abbreviation.
  private func endsSentence() -> Bool {
    if let word = tokens.last?.word, ["approx", "ca", "fig", "vs", "no", "al", "dr", "wk", "e", "i"].contains(word) { return false }
    guard index + 1 < scalars.count else { return true }
    return scalars[index].properties.isWhitespace && !scalars[index + 1].properties.isLowercase
  }

  /// A key of the references; figures, tables and sections are no citations.
  private mutating func citation() {
    index += 1
    let start = index
    while index < scalars.count,
      scalars[index].properties.isAlphabetic || isDigit(scalars[index]) || "-_:".unicodeScalars.contains(scalars[index])
    {
      index += 1
    }
    let key = String(String.UnicodeScalarView(scalars[start..<index]))
    if !["fig-", "tbl-", "sec-"].contains(where: key.hasPrefix) { tokens.append(.citation) }
  }

  private mutating func word() {
    let start = index
    while index < scalars.count {
      let scalar = scalars[index]
      guard scalar.properties.isAlphabetic || isDigit(scalar) || scalar == "²" || scalar == "'" || scalar == "’" else { break }
      // "3x2" is a product.
      if index == start + 1, isDigit(scalar), scalars[start] == "x" || scalars[start] == "X", case .number = tokens.last {
        tokens.append(.mark("×"))
        return
      }
      index += 1
    }
    let text = String(String.UnicodeScalarView(scalars[start..<index])).lowercased()
    if text == "x", case .number = tokens.last { tokens.append(.mark("×")) } else { tokens.append(.word(text)) }
  }

  private mutating func number() {
    let start = index
    digits()
    var places = 0
    if index + 1 < scalars.count, scalars[index] == "." || scalars[index] == ",", isDigit(scalars[index + 1]) {
      let point = index
      index += 1
      digits()
      places = index - point - 1
      // "1,200" is a whole number.
      if scalars[point] == ",", places == 3 { places = 0 }
    }
    let text = String(String.UnicodeScalarView(scalars[start..<index]))
    let plain = places == 0 ? text.replacing(",", with: "") : text.replacing(",", with: ".")
    guard index - start <= 12, let value = Double(plain) else {
      tokens.append(.mark("#"))
      return
    }
    var step = 1.0
    for _ in 0..<places { step /= 10 }
    tokens.append(.number(WrittenNumber(value: value, step: step, text: text)))
  }

  private mutating func digits() { while index < scalars.count, isDigit(scalars[index]) { index += 1 } }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
