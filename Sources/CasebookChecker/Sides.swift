/// Right and left of the body, as texts name them.
struct Sides: OptionSet, Hashable, Sendable {
  let rawValue: UInt8
  static let right = Sides(rawValue: 1)
  static let left = Sides(rawValue: 2)
  static let both: Sides = [.right, .left]

  /// "right" or "left" where it is exactly one of them.
  var word: String? { self == .right ? "right" : self == .left ? "left" : nil }

  /// Each names one side, and not the same one.
  func contradicts(_ other: Sides) -> Bool { word != nil && other.word != nil && self != other }
}

extension Sides {
  /// The sides that a short label names: a site, a wound's name, an id.
  ///
  ///     "Right foot, plantar"   → right
  ///     "L heel"                → left
  ///     "Both legs"             → both
  init(ofLabel text: String) {
    self = []
    guard Self.mayNameSide(text) else { return }
    for token in Token.tokens(in: Array(text.utf8)) {
      switch token.word {
      case "right", "rt": insert(.right)
      case "left", "lt": insert(.left)
      case "r" where token.isCapital: insert(.right)
      case "l" where token.isCapital: insert(.left)
      case "bilateral", "both", "bilaterally": formUnion(.both)
      default: break
      }
    }
  }

  /// The sides of the body that a sentence names; places on a page and the verb are left out.
  ///
  ///     "Ulcer of the right first toe"          → right
  ///     "Left: before. Right: after."           → none
  ///     "The wound was left open"               → none
  init(ofText text: String) {
    self = Self.mayNameSide(text) ? Sides(ofProse: Array(text.utf8)[...]) : []
  }

  init(ofProse bytes: ArraySlice<UInt8>) {
    self = []
    guard
      bytes.contains(word: "right") || bytes.contains(word: "left") || bytes.contains(word: "both") || bytes.contains(word: "bilateral")
        || bytes.contains(word: "bilaterally") || bytes.contains(word: "contralateral")
    else { return }
    let tokens = Token.tokens(in: Array(bytes))
    for (index, token) in tokens.enumerated() {
      switch token.word {
      case "right" where Self.isAnatomical(tokens, index): insert(.right)
      case "left" where Self.isAnatomical(tokens, index): insert(.left)
      case "bilateral", "bilaterally", "contralateral", "both": formUnion(.both)
      default: break
      }
    }
  }

  /// Whether the word at `index` goes with a part of the body: "left lateral leg", "right and left legs", "heel, right".
  private static func isAnatomical(_ tokens: [Token], _ index: Int) -> Bool {
    guard tokens[index].after != UInt8(ascii: ":") else { return false }
    var next = index + 1
    while next < tokens.count, next < index + 6, isJoined(tokens[next - 1]) {
      let word = tokens[next].word
      if parts.contains(word) { return true }
      guard modifiers.contains(word) else { break }
      next += 1
    }
    guard index > 0, tokens[index - 1].after == UInt8(ascii: ","), parts.contains(tokens[index - 1].word) else { return false }
    return !isJoined(tokens[index])
  }

  /// Only blanks or a hyphen stand between the token and the next.
  private static func isJoined(_ token: Token) -> Bool { token.after == UInt8(ascii: " ") || token.after == UInt8(ascii: "-") }

  /// A quick look, so that most texts need no tokens.
  private static func mayNameSide(_ text: String) -> Bool {
    text.utf8.contains { $0 | 0x20 == UInt8(ascii: "r") || $0 | 0x20 == UInt8(ascii: "l") }
  }

  private static let modifiers: Set<String> = [
    "and", "or", "left", "right", "anterior", "posterior", "medial", "lateral", "dorsal", "plantar", "proximal", "distal", "lower", "upper",
    "great", "big", "little", "small", "lesser", "first", "second", "third", "fourth", "fifth", "1st", "2nd", "3rd", "4th", "5th", "inner",
    "outer", "anteromedial", "anterolateral", "posteromedial", "posterolateral", "dorsolateral", "dorsomedial", "metatarsal", "saphenous",
    "tibial", "diabetic", "whole", "entire", "affected", "below", "above", "pretibial", "medial", "sided",
  ]

  private static let parts: Set<String> = [
    "leg", "legs", "foot", "feet", "heel", "heels", "ankle", "ankles", "toe", "toes", "hallux", "digit", "digits", "achilles", "malleolus",
    "malleoli", "knee", "knees", "thigh", "thighs", "calf", "calves", "shin", "hip", "hips", "groin", "hand", "hands", "wrist", "finger",
    "fingers", "thumb", "arm", "arms", "forearm", "elbow", "shoulder", "limb", "limbs", "extremity", "extremities", "sole", "forefoot",
    "midfoot", "hindfoot", "metatarsal", "metatarsals", "sesamoid", "sesamoids", "tibia", "fibula", "femur", "calcaneus", "talus", "stump",
    "buttock", "trochanter", "ischium", "breast", "face", "cheek", "ear", "eye", "vein", "artery", "legged", "footed",
  ]
}

/// A word in lower case and what follows it.
struct Token {
  var word: String
  /// The first character after the word that is no blank; a blank before another word, 0 at the end.
  var after: UInt8
  var isCapital: Bool

  static func tokens(in bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index].isLetter || bytes[index].isDigit else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index].isLetter || bytes[index].isDigit { index += 1 }
      var next = index
      while next < bytes.count, bytes[next].isBlank { next += 1 }
      let follows = next < bytes.count ? bytes[next] : 0
      let isWord = follows.isLetter || follows.isDigit
      tokens.append(
        Token(
          word: String(decoding: bytes[start..<index].map(\.lowercased), as: UTF8.self), after: isWord ? UInt8(ascii: " ") : follows,
          isCapital: bytes[start].isUppercase))
    }
    return tokens
  }
}
