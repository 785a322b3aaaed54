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
    for word in PlainText.withoutTags(text).split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }) {
      let core = word.trimmingPrefix { !$0.isLetter }
      let letters = core.prefix { $0.isLetter || $0 == "-" || $0 == "’" || $0 == "'" }
      defer { isStart = word.last == ":" || word.last == "." || word.last == "?" || word.last == "—" || word.last == ";" }
      guard !isStart, letters.count >= 5, let first = letters.first, !Self.prepositions.contains(letters.lowercased()) else { continue }
      if letters.dropFirst().contains(where: \.isUppercase) && !letters.contains("-") { continue }
      if first.isUppercase { capitals += 1 } else if first.isLowercase { small += 1 }
    }
    if capitals >= 3, capitals >= 3 * small {
      self = .title
    } else if small >= 2, 2 * small >= capitals {
      self = .sentence
    } else {
      return nil
    }
  }

  private static let prepositions: Set<String> = [
    "about", "above", "across", "after", "against", "along", "among", "around", "before", "behind", "below", "beneath", "beside", "between",
    "beyond", "during", "through", "toward", "towards", "under", "until", "versus", "within", "without", "which", "their",
  ]
}
