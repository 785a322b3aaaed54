/// Names as RIS and PubMed have them.
enum NameText {
  /// A name with its comma, particle and suffix.
  ///
  ///     inverted("Medsger, Thomas A., Jr")       // Medsger | Thomas A. | Jr
  ///     inverted("van den Hoogen, Frank")        // van den | Hoogen | Frank
  ///     inverted("World Health Organization")    // literal
  static func inverted(_ text: String) -> Name {
    var parts = text.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
    while parts.last?.isEmpty == true { parts.removeLast() }
    guard let family = parts.first, !family.isEmpty else { return Name(literal: trimmed(text[...])) }
    guard parts.count > 1 else { return Name(literal: family) }
    var name = withParticle(family)
    name.given = parts[1]
    if parts.count > 2 {
      // "Gates, Jr, Bill" and "Gates, Bill, Jr" are both in use.
      let isSuffixFirst = isSuffix(parts[1][...]) && !parts[2].isEmpty
      name.given = parts[isSuffixFirst ? 2 : 1]
      name.suffix = parts[isSuffixFirst ? 1 : 2]
    } else {
      splitSuffix(&name)
    }
    return name
  }

  /// PubMed's short form: surname, initials without periods, suffix.
  ///
  ///     short("Medsger TA Jr")  // Medsger | T. A. | Jr
  static func short(_ text: String) -> Name {
    var words = text.split(separator: " ").map(String.init)
    var suffix = ""
    if words.count > 2, let last = words.last, isSuffix(last[...]) {
      suffix = last
      words.removeLast()
    }
    guard words.count > 1, let initials = words.last, initials.utf8.count <= 5, initials.allSatisfy(\.isUppercase) else {
      return Name(literal: trimmed(text[...]))
    }
    var name = withParticle(words.dropLast().joined(separator: " "))
    name.given = initials.map { "\($0)." }.joined(separator: " ")
    name.suffix = suffix
    return name
  }

  /// The words in lower case before the last are the particle.
  private static func withParticle(_ family: String) -> Name {
    let words = family.split(separator: " ")
    let isParticle = { (word: Substring) in word.unicodeScalars.first?.properties.isLowercase == true }
    guard let last = words.dropLast().lastIndex(where: isParticle), words[...last].allSatisfy(isParticle) else {
      return Name(family: family)
    }
    return Name(family: words[(last + 1)...].joined(separator: " "), nonDroppingParticle: words[...last].joined(separator: " "))
  }

  /// PubMed puts the suffix behind the given names.
  private static func splitSuffix(_ name: inout Name) {
    guard let blank = name.given.lastIndex(of: " "), isSuffix(name.given[name.given.index(after: blank)...]) else { return }
    name.suffix = String(name.given[name.given.index(after: blank)...])
    name.given = trimmed(name.given[..<blank])
  }

  static func isSuffix(_ word: Substring) -> Bool {
    switch word {
    case "Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "2nd", "3rd", "4th": true
    default: false
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(decoding: Array(text.utf8)[...].trimmingBlanks, as: UTF8.self)
  }
}
