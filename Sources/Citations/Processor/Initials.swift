/// Initials of given names.
enum Initials {
  /// With `isFull` false only what already is an initial gets the mark.
  ///
  ///     Initials.apply("Jean-Luc M.", mark: ".", isFull: true, hyphen: true)  // "J.-L.M."
  static func apply(_ given: String, mark: String, isFull: Bool, hyphen: Bool) -> String {
    var result = ""
    var wasInitial = false
    for word in words(of: given) {
      guard let first = word.letters.first else { continue }
      let isCapital = first.properties.isUppercase || first.properties.generalCategory == .otherLetter
      if isCapital && (isFull || word.hasPeriod || word.letters.count == 1) {
        if word.isHyphenated, hyphen, isFull {
          result = result.trimmedEnd + "-"
        } else if !result.isEmpty, !wasInitial {
          result += " "
        }
        for letter in word.hasPeriod ? word.letters[...] : initial(word.letters) { result.unicodeScalars.append(letter) }
        result += mark
        wasInitial = true
      } else if isFull, word.isHyphenated {
        continue
      } else {
        if word.isHyphenated {
          result = result.trimmedEnd + "-"
        } else if !result.isEmpty {
          result = result.trimmedEnd + " "
        }
        for letter in word.letters { result.unicodeScalars.append(letter) }
        wasInitial = false
      }
    }
    return result.trimmedEnd
  }

  /// The first letter; of a word with two capitals before small letters both, the second one small: "LJubomir" is "Lj".
  private static func initial(_ letters: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    guard letters.count > 2, letters[1].properties.isUppercase, letters.dropFirst(2).contains(where: { $0.properties.isLowercase }),
      let small = letters[1].properties.lowercaseMapping.unicodeScalars.first
    else { return letters.prefix(1) }
    return [letters[0], small]
  }

  /// Initials of given names with markup: what stands between tags is taken for itself.
  ///
  ///     Initials.applyWithTags("<b>John</b> Q.", mark: ". ", isFull: true, hyphen: true)  // "<b>J.</b> Q."
  static func applyWithTags(_ given: String, mark: String, isFull: Bool, hyphen: Bool) -> String {
    var result = ""
    var rest = Substring(given)
    while !rest.isEmpty {
      let start = rest.unicodeScalars.firstIndex(of: "<") ?? rest.endIndex
      let text = rest[..<start]
      let lead = text.prefix { $0 == " " || $0 == "-" }
      result += lead + apply(String(text.dropFirst(lead.count)), mark: mark, isFull: isFull, hyphen: hyphen)
      rest = rest[start...]
      let end = rest.unicodeScalars.firstIndex(of: ">").map { rest.unicodeScalars.index(after: $0) } ?? rest.endIndex
      result += rest[..<end]
      rest = rest[end...]
    }
    return result
  }

  private struct Word {
    var letters: [Unicode.Scalar]
    var isHyphenated: Bool
    var hasPeriod: Bool
  }

  /// The words of given names, parted at spaces, periods and hyphens.
  private static func words(of given: String) -> [Word] {
    var words: [Word] = []
    var word: [Unicode.Scalar] = []
    var isHyphenated = false
    func end(hasPeriod: Bool, isHyphen: Bool) {
      if !word.isEmpty {
        words.append(Word(letters: word, isHyphenated: isHyphenated, hasPeriod: hasPeriod))
        isHyphenated = false
      }
      if isHyphen { isHyphenated = true }
      word = []
    }
    for scalar in given.unicodeScalars {
      switch scalar {
      case ".": end(hasPeriod: true, isHyphen: false)
      case " ", "\u{A0}": end(hasPeriod: false, isHyphen: false)
      case "-", "\u{2010}", "\u{2011}": end(hasPeriod: false, isHyphen: true)
      default: word.append(scalar)
      }
    }
    end(hasPeriod: false, isHyphen: false)
    return words
  }
}

extension String {
  var trimmedEnd: String {
    guard let last = utf8.last, last == UInt8(ascii: " ") || last == 0xA0 else { return self }
    var scalars = unicodeScalars
    while let last = scalars.last, last == " " || last == "\u{A0}" { scalars.removeLast() }
    return String(scalars)
  }
}
