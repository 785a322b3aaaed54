/// Whether a title is in title case or in sentence case.
enum TitleCapitals: Hashable, Sendable {
  case title
  case sentence

  /// Nil when the title has too few words that tell.
  ///
  ///     TitleCapitals("Surgery in Patients With Systemic Sclerosis")   // .title
  ///     TitleCapitals("Surgery in patients with systemic sclerosis")   // .sentence
  ///
  /// Counted are words of five letters or more that are no prepositions and start neither the title nor the subtitle: with three quarters
  /// of them in capitals, at least three, it is title case. A few names with capitals leave it sentence case.
  init?(_ text: String) {
    var capitals = 0
    var small = 0
    var isStart = true
    for word in Array(PlainText.withoutTags(text).utf8).split(separator: .space) {
      let wasStart = isStart
      isStart = word.last.map { ":.?;".utf8.contains($0) } ?? false || word.suffix(3).elementsEqual("—".utf8)
      guard !wasStart, let isCapital = Self.isCapital(word) else { continue }
      if isCapital { capitals += 1 } else { small += 1 }
    }
    if capitals >= 3, capitals >= 3 * small {
      self = .title
    } else if small >= 2, 2 * small >= capitals {
      self = .sentence
    } else {
      return nil
    }
  }

  /// Nil for a word that says nothing: a short one, a preposition, an abbreviation.
  private static func isCapital(_ word: ArraySlice<UInt8>) -> Bool? {
    let letters = word.drop { !$0.isLetter && $0 < 0x80 }.prefix { $0.isLetter || $0 == .hyphen || $0 >= 0x80 || $0 == UInt8(ascii: "'") }
    guard letters.count >= 5, let first = letters.first, first.isLetter else { return nil }
    if letters.dropFirst().contains(where: \.isUpper), !letters.contains(.hyphen) { return nil }
    return prepositions.contains(String(decoding: letters.map(\.lowered), as: UTF8.self)) ? nil : first.isUpper
  }

  private static let prepositions: Set<String> = [
    "about", "above", "across", "after", "against", "along", "among", "around", "before", "behind", "below", "beneath", "beside", "between",
    "beyond", "during", "through", "toward", "towards", "under", "until", "versus", "within", "without", "which", "their",
  ]
}
