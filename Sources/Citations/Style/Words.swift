extension StringProtocol {
  /// The parts between white space.
  var words: [String] {
    split { (character: Character) in character == " " || character == "\t" || character == "\n" || character == "\r" }.map { String($0) }
  }

  /// The text without white space at both ends.
  var trimmed: String {
    let scalars = String(self).unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }
}
