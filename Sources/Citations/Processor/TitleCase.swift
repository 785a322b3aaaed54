/// English headline-style capitalization (CSL 1.0.2, "Title Case Conversion").
///
/// Words with a capital anywhere stay as they are; lower-case words get a capital unless they are stop words. The first and the last
/// word, and the one after a colon or a sentence's end, get theirs in any case.
enum TitleCase {
  static func apply(to leaves: inout [TextCase.Leaf]) {
    let words = words(of: leaves)
    var replacements: [[(Range<Int>, String)]] = Array(repeating: [], count: leaves.count)
    for (index, word) in words.enumerated() {
      let leaf = leaves[word.leaf]
      if leaf.isKept || word.text.hasUppercase { continue }
      let isEdge = index == 0 || index == words.count - 1 || word.followsBreak
      if stopWords.contains(word.text), !isEdge, !word.startsCompound { continue }
      if word.isContinued, !isEdge || word.followsApostrophe { continue }
      // A single letter is a symbol, unless a title begins with it.
      if word.text.unicodeScalars.count == 1, index > 0, !word.followsBreak { continue }
      replacements[word.leaf].append((word.range, word.text.capitalizedAtFirstLetter))
    }
    for index in leaves.indices where !replacements[index].isEmpty { leaves[index].text = replace(leaves[index].text, replacements[index]) }
  }

  private struct Word {
    var leaf: Int
    /// Offsets in the leaf's UTF-8.
    var range: Range<Int>
    var text: String
    /// After a colon, a question or exclamation mark.
    var followsBreak: Bool
    /// The rest of a word whose beginning stands in an earlier leaf, or after an apostrophe.
    var isContinued: Bool
    var followsApostrophe: Bool
    /// The first part of a word with hyphens.
    var startsCompound = false
  }

  private static func words(of leaves: [TextCase.Leaf]) -> [Word] {
    var words: [Word] = []
    var followsBreak = false
    var isInWord = false
    for (index, leaf) in leaves.enumerated() {
      var start: Int?
      var offset = 0
      var current = String.UnicodeScalarView()
      var continues = isInWord
      var before: Unicode.Scalar = " "
      func end(_ offset: Int) {
        if let begin = start {
          words.append(
            Word(
              leaf: index, range: begin..<offset, text: String(current), followsBreak: followsBreak, isContinued: continues,
              followsApostrophe: before == "\u{2019}"))
          followsBreak = false
        }
        start = nil
        current = String.UnicodeScalarView()
      }
      for scalar in leaf.text.unicodeScalars {
        if isWordScalar(scalar) {
          if start == nil { start = offset }
          current.append(scalar)
          isInWord = true
        } else {
          if scalar == "-", start != nil, before != "-" {
            end(offset)
            words[words.count - 1].startsCompound = true
          } else {
            end(offset)
          }
          before = scalar
          continues = (scalar == "\u{2019}" || scalar == "`") && isInWord
          if !continues { isInWord = false }
          if scalar == ":" || scalar == "?" || scalar == "!" { followsBreak = true }
        }
        offset += scalar.utf8.count
      }
      end(offset)
    }
    return words
  }

  /// A period inside a word belongs to it: "v." and "d.".
  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.isDigit || scalar.properties.generalCategory == .nonspacingMark
  }

  private static func replace(_ text: String, _ replacements: [(Range<Int>, String)]) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    for (range, word) in replacements {
      result += bytes[position..<range.lowerBound]
      result += word.utf8
      position = range.upperBound
    }
    result += bytes[position...]
    return String(decoding: result, as: UTF8.self)
  }

  private static let stopWords: Set<String> = [
    "a", "about", "above", "across", "afore", "after", "against", "along", "alongside", "amid", "amidst", "among", "amongst", "an",
    "and", "anenst", "apropos", "apud", "around", "as", "aside", "astride", "at", "athwart", "atop", "barring",
    "before", "behind", "below", "beneath", "beside", "besides", "between", "beyond", "but", "by", "c", "ca", "circa", "d", "de",
    "despite", "down", "during", "et", "except", "for", "forenenst", "from", "given", "in", "inside", "into", "l",
    "lest", "like", "modulo", "near", "next", "nor", "notwithstanding", "of", "off", "on", "onto", "or", "out", "outside", "over", "per",
    "plus", "pro", "qua", "sans", "since", "so", "than", "the", "through",
    "throughout", "thru", "thruout", "till", "to", "toward", "towards", "under", "underneath", "until", "unto", "up", "upon", "v", "van",
    "versus", "via", "vis-à-vis", "von", "vs", "with", "within", "without", "yet",
  ]
}
