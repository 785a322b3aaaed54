/// BibTeX's lists of names.
///
/// Source of the three forms and of what counts as `von`: "Tame the BeaST", section 11.
enum BibTeXNames {
  /// The names of a field, and whether it ends with "and others".
  ///
  ///     "Ludwig van Beethoven and {World Health Organization} and Medsger, Jr, Thomas A."
  ///     → van|Beethoven|Ludwig, literal "World Health Organization", Medsger|Thomas A.|Jr
  static func read(_ field: ArraySlice<UInt8>) -> (names: [Name], hasOthers: Bool) {
    var names: [Name] = []
    var hasOthers = false
    var words: [ArraySlice<UInt8>] = []
    for word in split(field, at: \.isBlank) + [and] {
      guard word.count == 3, word.elementsEqual(and, by: { $0.lowered == $1 }) else {
        words.append(word)
        continue
      }
      if words.count == 1, words[0].elementsEqual("others".utf8) {
        hasOthers = true
      } else if let first = words.first, let last = words.last {
        names.append(name(field[first.startIndex..<last.endIndex], wordCount: words.count))
      }
      words.removeAll(keepingCapacity: true)
    }
    return (names, hasOthers)
  }

  private static let and = Array("and".utf8)[...]

  /// Parts at depth 0 of braces; empty ones are left out.
  private static func split(_ text: ArraySlice<UInt8>, at isSeparator: (UInt8) -> Bool) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var depth = 0
    var start = text.startIndex
    var i = text.startIndex
    while i < text.endIndex {
      let byte = text[i]
      if byte == .openBrace { depth += 1 } else if byte == .closeBrace { depth = max(0, depth - 1) }
      if depth == 0, isSeparator(byte) {
        if start < i { parts.append(text[start..<i]) }
        start = i + 1
      }
      // A command's character is part of the command: "\~" is no blank.
      i += byte == .backslash && i + 1 < text.endIndex && !text[i + 1].isLetter && text[i + 1] != .openBrace ? 2 : 1
    }
    if start < text.endIndex { parts.append(text[start...]) }
    return parts
  }

  private static func name(_ whole: ArraySlice<UInt8>, wordCount: Int) -> Name {
    if wordCount == 1, whole.first == .openBrace, whole.last == .closeBrace, isOneGroup(whole) { return Name(literal: text(whole)) }
    let parts = commaParts(whole)
    if parts.count > 1, let name = keyedName(parts) { return name }
    switch parts.count {
    case 0: return Name(literal: text(whole))
    case 1: return firstVonLast(split(parts[0], at: isNameBlank))
    case 2: return vonLast(parts[0], given: parts[1], suffix: [])
    default: return vonLast(parts[0], given: parts[2], suffix: parts[1])
    }
  }

  /// Is the opening brace closed only at the end?
  private static func isOneGroup(_ word: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    for (i, byte) in zip(word.indices, word) {
      if byte == .openBrace { depth += 1 } else if byte == .closeBrace { depth -= 1 }
      if depth == 0 { return i == word.endIndex - 1 }
    }
    return false
  }

  private static func commaParts(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    split(text, at: { $0 == .comma }).map(\.trimmingBlanks).filter { !$0.isEmpty }
  }

  private static func isNameBlank(_ byte: UInt8) -> Bool { byte.isBlank || byte == UInt8(ascii: "~") }

  /// Beethoven, Ludwig van: the words in lower case before the last are the particle.
  private static func firstVonLast(_ words: [ArraySlice<UInt8>]) -> Name {
    guard words.count > 1 else { return Name(family: joined(words[...])) }
    let beforeLast = words.dropLast()
    guard let von = beforeLast.firstIndex(where: isLower), let last = beforeLast.lastIndex(where: isLower) else {
      return Name(family: joined(words.suffix(1)), given: joined(beforeLast))
    }
    return Name(
      family: joined(words[(last + 1)...]), given: joined(words[..<von]), nonDroppingParticle: joined(words[von...last]))
  }

  private static func vonLast(_ family: ArraySlice<UInt8>, given: ArraySlice<UInt8>, suffix: ArraySlice<UInt8>) -> Name {
    let words = split(family, at: isNameBlank)
    let particle = words.dropLast().lastIndex(where: isLower).map { words[...$0] } ?? []
    return Name(
      family: joined(words[particle.count...]), given: joined(split(given, at: isNameBlank)[...]), nonDroppingParticle: joined(particle),
      suffix: text(suffix))
  }

  /// BibLaTeX's `family=Beethoven, given=Ludwig, prefix=van`.
  private static func keyedName(_ parts: [ArraySlice<UInt8>]) -> Name? {
    var name = Name()
    for part in parts {
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let value = text(part[(equals + 1)...])
      switch String(decoding: part[..<equals].trimmingBlanks, as: UTF8.self) {
      case "family": name.family = value
      case "given": name.given = value
      case "prefix": name.nonDroppingParticle = value
      case "suffix": name.suffix = value
      case "useprefix":
        if value == "false" { (name.droppingParticle, name.nonDroppingParticle) = (name.nonDroppingParticle, "") }
      case "given-i", "family-i", "prefix-i", "suffix-i", "id", "gender": break
      default: return nil
      }
    }
    return name
  }

  /// Does the first letter outside braces stand in lower case? A group that starts with a command counts as the letter it makes.
  private static func isLower(_ word: ArraySlice<UInt8>) -> Bool {
    var i = word.startIndex
    while i < word.endIndex {
      if word[i] == .openBrace {
        let isCommand = i + 1 < word.endIndex && word[i + 1] == .backslash
        if !isCommand { return false }
        return startsLower(text(word[i...]))
      }
      if word[i] == .backslash { return startsLower(text(word[i...])) }
      if word[i].isLetter { return word[i].isLower }
      if word[i] >= 0x80 { return startsLower(String(decoding: word[i...], as: UTF8.self)) }
      i += 1
    }
    return false
  }

  private static func startsLower(_ text: String) -> Bool {
    text.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isLowercase ?? false
  }

  private static func joined(_ words: ArraySlice<ArraySlice<UInt8>>) -> String { words.map(text).joined(separator: " ") }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { LaTeX.read(bytes.trimmingBlanks).text }
}
