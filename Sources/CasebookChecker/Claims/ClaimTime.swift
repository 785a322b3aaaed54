internal import CasebookModel

/// A time that a sentence names, and the tokens that name it.
struct ClaimTime: Hashable {
  enum Moment: Hashable {
    case week(Int)
    case day(Int)
    case visit(Int)
    case first
    case last
  }

  var moment: Moment
  var tokens: Range<Int>
  /// "by week 8": then or before.
  var isLimit = false

  /// "week 8", "at 8 weeks", "after eight weeks", "on day 28", "at presentation", "at the last visit".
  ///
  /// Durations that count from something else ("8 weeks of casting", "8 weeks after the graft", "for 8 weeks") are none.
  static func all(in tokens: [ClaimToken]) -> [ClaimTime] {
    var times: [ClaimTime] = []
    var index = 0
    while index < tokens.count {
      if let time = named(tokens, index) ?? duration(tokens, index) ?? words(tokens, index) {
        times.append(time)
        index = time.tokens.upperBound
      } else {
        index += 1
      }
    }
    return times
  }

  /// "week 8", "Week-8", "day 28".
  private static func named(_ tokens: [ClaimToken], _ index: Int) -> ClaimTime? {
    guard let word = tokens[index].word, let unit = unit(word), index + 1 < tokens.count else { return nil }
    let next = tokens[index + 1].isMark("-") ? index + 2 : index + 1
    guard next < tokens.count, let number = whole(tokens[next]) else { return nil }
    let before = index > 0 ? tokens[index - 1].word : nil
    guard !["before", "until", "till", "since", "from", "per", "than"].contains(before) else { return nil }
    return ClaimTime(moment: unit(number), tokens: index..<next + 1, isLimit: before == "by" || before == "within")
  }

  /// "at 8 weeks", "after eight weeks", "in 16 weeks".
  private static func duration(_ tokens: [ClaimToken], _ index: Int) -> ClaimTime? {
    guard let number = whole(tokens[index]), index > 0, index + 1 < tokens.count, let before = tokens[index - 1].word else { return nil }
    let next = tokens[index + 1].isMark("-") ? index + 2 : index + 1
    guard next < tokens.count, let word = tokens[next].word, word != "visit", word != "visits", let unit = unit(word) else { return nil }
    guard ["at", "by", "after", "in", "within", "over", "took", "was", "the"].contains(before) else { return nil }
    let after = next + 1 < tokens.count ? tokens[next + 1].word : nil
    let other = [
      "of", "after", "following", "from", "since", "before", "prior", "later", "earlier", "post", "apart", "ago", "old", "history",
    ]
    if let after, other.contains(after) { return nil }
    if before == "the", !["visit", "mark", "follow", "assessment"].contains(after) { return nil }
    return ClaimTime(moment: unit(number), tokens: index - 1..<next + 1, isLimit: before == "by" || before == "within")
  }

  /// "at presentation", "initially", "at the last visit".
  private static func words(_ tokens: [ClaimToken], _ index: Int) -> ClaimTime? {
    guard let word = tokens[index].word else { return nil }
    let next = index + 1 < tokens.count ? tokens[index + 1].word : nil
    let before = index > 0 ? tokens[index - 1].word : nil
    if word == "initially" || (before == "at" && (word == "presentation" || word == "baseline")) {
      return ClaimTime(moment: .first, tokens: index..<index + 1)
    }
    guard let next, ["visit", "measurement", "assessment", "examination"].contains(next) else { return nil }
    if word == "first" || word == "initial" { return ClaimTime(moment: .first, tokens: index..<index + 2) }
    guard word == "last" || word == "final", before == "the" || before == "at", index < 2 || tokens[index - 2].word != "since" else {
      return nil
    }
    return ClaimTime(moment: .last, tokens: index..<index + 2)
  }

  private static func unit(_ word: String) -> ((Int) -> Moment)? {
    switch word {
    case "week", "weeks", "wk", "wks": { .week($0) }
    case "day", "days": { .day($0) }
    case "visit", "visits": { .visit($0) }
    default: nil
    }
  }

  private static func whole(_ token: ClaimToken) -> Int? {
    if let number = token.number { return number.step == 1 && number.value < 20_000 ? Int(number.value) : nil }
    return token.word.flatMap { numerals[$0] }
  }

  private static let numerals = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12,
    "fourteen": 14, "sixteen": 16, "eighteen": 18, "twenty": 20,
  ]
}
