/// Finds what a sentence says of a wound's size, so narrowly that what is found is meant so.
struct ClaimFinder {
  private let tokens: [ClaimToken]
  private let times: [ClaimTime]
  private var claims: [WoundClaim] = []

  /// `isAboutWound`: the text's place, or the sentence before, says that it is about the wound. `ownNames` are words of the wounds' names.
  static func claims(in tokens: [ClaimToken], isAboutWound: Bool, hasOneWound: Bool, ownNames: Set<String>) -> [WoundClaim] {
    // What is longer is no sentence; each number looks at its whole clause.
    guard tokens.count <= 300 else { return [] }
    guard tokens.contains(where: { $0.number != nil }) || tokens.contains(where: { $0.word.map(ClaimWords.closed.contains) ?? false })
    else {
      return []
    }
    var finder = ClaimFinder(tokens)
    let words = tokens.compactMap(\.word)
    guard !words.contains(where: { ClaimWords.general.contains($0) && !ownNames.contains($0) }) else { return [] }
    guard isAboutWound || words.contains(where: { ClaimWords.wound.contains($0) || ownNames.contains($0) }) else { return [] }
    if hasOneWound, words.contains(where: ClaimWords.several.contains), !words.contains(where: { $0 == "this" }) { return [] }
    for index in tokens.indices {
      guard finder.isOpen(at: index, besides: ownNames) else { continue }
      finder.readPercent(index)
      finder.readArea(index)
      finder.readSides(index)
      finder.readSide(index)
      finder.readPush(index)
      finder.readClosure(index)
    }
    return finder.claims
  }

  private init(_ tokens: [ClaimToken]) {
    self.tokens = tokens
    times = ClaimTime.all(in: tokens)
  }

  // MARK: Places in the sentence

  private func word(_ index: Int) -> String? { tokens.indices.contains(index) ? tokens[index].word : nil }

  /// Between the nearest commas, semicolons, brackets, "while" and "but".
  private func clause(around index: Int) -> Range<Int> {
    func isBreak(_ token: ClaimToken) -> Bool {
      switch token {
      case .mark(let mark): ",;:()".unicodeScalars.contains(mark)
      case .word(let word): ["while", "whereas", "but", "although", "though", "which"].contains(word)
      default: false
      }
    }
    var start = index
    while start > 0, !isBreak(tokens[start - 1]) { start -= 1 }
    var end = index
    while end < tokens.count, !isBreak(tokens[end]) || end == index { end += 1 }
    return start..<end
  }

  /// Nothing else is measured in the clause, and nobody is cited.
  private func isOpen(at index: Int, besides names: Set<String>) -> Bool {
    if tokens[index].number == nil, tokens[index].word.map({ ClaimWords.closed.contains($0) || $0 == "push" }) != true { return false }
    return !clause(around: index).contains { position in
      if tokens[position] == .citation { return true }
      guard let word = tokens[position].word else { return false }
      if word == "pressure" { return !["ulcer", "injury", "sore"].contains(self.word(position + 1)) }
      return ClaimWords.otherThings.contains(word) && !names.contains(word)
    }
  }

  /// The time right behind a number, else the only one of the sentence.
  private func time(of range: Range<Int>) -> ClaimTime? {
    if let behind = times.first(where: { $0.tokens.lowerBound >= range.upperBound && $0.tokens.lowerBound <= range.upperBound + 3 }),
      !tokens[range.upperBound..<behind.tokens.lowerBound].contains(where: { $0.number != nil })
    {
      return behind
    }
    return times.count == 1 && word(range.lowerBound - 1) != "from" ? times[0] : nil
  }

  private func bound(before index: Int) -> WoundClaim.Bound {
    let one = word(index - 1) ?? ""
    let two = word(index - 2) ?? ""
    if ClaimWords.about.contains(one) || index > 0 && (tokens[index - 1].isMark("~") || tokens[index - 1].isMark("≈")) { return .about }
    if one == "over" || one == "exceeding" || (two == "more" && one == "than") || (two == "greater" && one == "than")
      || (two == "at" && one == "least") || index > 0 && (tokens[index - 1].isMark(">") || tokens[index - 1].isMark("≥"))
    {
      return .atLeast
    }
    if one == "under" || one == "below" || (two == "less" && one == "than") || (two == "up" && one == "to")
      || index > 0 && (tokens[index - 1].isMark("<") || tokens[index - 1].isMark("≤"))
    {
      return .atMost
    }
    return .exact
  }

  private mutating func add(
    _ quantity: WoundClaim.Quantity, _ numbers: [WrittenNumber], _ words: String, _ range: Range<Int>, bound: WoundClaim.Bound = .exact
  ) {
    claims.append(
      WoundClaim(quantity: quantity, numbers: numbers, bound: bound, words: words, time: time(of: range), start: range.lowerBound))
  }

  // MARK: Percentages

  /// "reduced by 62%", "a 62% reduction", "62 % smaller", "38% of the original area remained", "12% larger".
  private mutating func readPercent(_ index: Int) {
    guard let number = tokens[index].number, let end = endOfPercent(index), !isRelative(index) else { return }
    // The second number of "50–60%": the first has nothing to say.
    guard index == 0 || !(tokens[index - 1].isMark("-") && index > 1 && tokens[index - 2].number != nil) else { return }
    let clause = clause(around: index)
    guard let meaning = meaningBehind(end, clause) ?? meaningBefore(index, clause) else { return }
    var claimed = number
    switch meaning {
    case .smaller: break
    case .larger: claimed.value = -claimed.value
    case .remaining: claimed.value = 100 - claimed.value
    }
    var bound = bound(before: index)
    // More of what remains is less of a reduction; a larger enlargement is a smaller number.
    if meaning != .smaller { bound = bound == .atLeast ? .atMost : bound == .atMost ? .atLeast : bound }
    add(.reduction, [claimed], number.text + "%", index..<end, bound: bound)
  }

  private enum Meaning { case smaller, larger, remaining }

  private func endOfPercent(_ index: Int) -> Int? {
    guard index + 1 < tokens.count else { return nil }
    if tokens[index + 1].isMark("%") || word(index + 1) == "percent" { return index + 2 }
    if word(index + 1) == "per", word(index + 2) == "cent" { return index + 3 }
    return nil
  }

  /// "since week 4", "from week 4 to week 8", "than at the visit before", "per week": not since the first visit.
  private func isRelative(_ index: Int) -> Bool {
    for position in clause(around: index) {
      switch word(position) {
      case "per", "each", "every", "between", "respectively": return true
      case "since", "from", "than", "with":
        let next = tokens[min(position + 1, tokens.count)..<min(position + 4, tokens.count)].compactMap(\.word)
        if next.contains("week") || next.contains("day") || next.contains("visit") { return true }
      default: continue
      }
    }
    return false
  }

  private func meaningBehind(_ end: Int, _ clause: Range<Int>) -> Meaning? {
    guard clause.contains(end), let first = word(end) else { return nil }
    let next = word(end + 1) ?? ""
    if first == "of" {
      let start = next == "the" || next == "its" ? end + 2 : end + 1
      guard ClaimWords.starting.contains(word(start) ?? "") else { return nil }
      return tokens[clause.lowerBound..<end].contains { $0.word == "lost" } ? .smaller : .remaining
    }
    if first == "remained" || first == "remaining" || first == "remains" { return .remaining }
    let noun =
      ["area", "size", "surface", "wound", "ulcer"].contains(first) ? next == "area" || next == "size" ? word(end + 2) ?? "" : next : first
    if ["reduction", "decrease", "shrinkage", "decline", "smaller", "less"].contains(noun) { return .smaller }
    if ["increase", "enlargement", "larger", "bigger", "expansion"].contains(noun) { return .larger }
    return nil
  }

  private func meaningBefore(_ index: Int, _ clause: Range<Int>) -> Meaning? {
    let window = max(clause.lowerBound, index - 8)..<index
    for position in window.reversed() {
      guard let word = tokens[position].word else {
        if tokens[position].number != nil { return nil }
        continue
      }
      let isTarget = self.word(index - 1) == "to" && self.word(index - 2) != "up"
      if ClaimWords.smaller.contains(word) { return isTarget ? .remaining : .smaller }
      if ClaimWords.larger.contains(word) { return isTarget ? .remaining : .larger }
    }
    return nil
  }

  // MARK: Areas and lengths

  /// "6.0 cm²", "from 6.0 to 2.8 cm2", "620 square millimeters".
  private mutating func readArea(_ index: Int) {
    guard let number = tokens[index].number else { return }
    let pair = word(index + 1) == "to" || index + 1 < tokens.count && tokens[index + 1].isMark("-")
    let isFirstOfPair = pair && index + 2 < tokens.count && tokens[index + 2].number != nil
    guard let unit = areaUnit(isFirstOfPair ? index + 3 : index + 1) else { return }
    let end = isFirstOfPair ? index + 1 : unit.end
    if unit.end < tokens.count, tokens[unit.end].isMark("/") || ["per", "a", "each", "weekly"].contains(word(unit.end)) { return }
    var scaled = number
    if unit.isMillimeters { (scaled.value, scaled.step) = (number.value / 100, number.step / 100) }
    let isChange = word(index - 1) == "by" || ["smaller", "larger", "less"].contains(word(unit.end))
    let bound = bound(before: index)
    add(isChange ? .change : .area, [scaled], number.text + (unit.isMillimeters ? " mm²" : " cm²"), index..<end, bound: bound)
    if isFirstOfPair { claims[claims.count - 1].time = nil }
  }

  private func areaUnit(_ index: Int) -> (end: Int, isMillimeters: Bool)? {
    switch word(index) {
    case "cm²", "cm2", "sqcm": return (index + 1, false)
    case "mm²", "mm2": return (index + 1, true)
    case "cm" where tokens.indices.contains(index + 2) && tokens[index + 1].isMark("^") && tokens[index + 2].number?.value == 2:
      return (index + 3, false)
    case "square", "sq":
      switch word(index + 1) {
      case "cm", "centimeters", "centimetres", "centimeter", "centimetre": return (index + 2, false)
      case "mm", "millimeters", "millimetres", "millimeter", "millimetre": return (index + 2, true)
      default: return nil
      }
    default: return nil
    }
  }

  private func lengthUnit(_ index: Int) -> (end: Int, factor: Double)? {
    if tokens.indices.contains(index), tokens[index].isMark("-") { return lengthUnit(index + 1) }
    switch word(index) {
    case "cm", "centimeters", "centimetres", "centimeter", "centimetre": return (index + 1, 1)
    case "mm", "millimeters", "millimetres", "millimeter", "millimetre": return (index + 1, 0.1)
    default: return nil
    }
  }

  /// "3.2 × 2.4 cm", "32 x 24 x 6 mm", "3.2 cm by 2.4 cm".
  private mutating func readSides(_ index: Int) {
    guard index == 0 || !isTimes(index - 1) else { return }
    var numbers: [WrittenNumber] = []
    var factor: Double?
    var position = index
    while numbers.count < 3, position < tokens.count, let number = tokens[position].number {
      numbers.append(number)
      position += 1
      if let unit = lengthUnit(position) { (position, factor) = (unit.end, unit.factor) }
      guard position + 1 < tokens.count, isTimes(position), tokens[position + 1].number != nil else { break }
      position += 1
    }
    guard numbers.count >= 2, let factor else { return }
    // "3 × 3 cm²" is not two sides, and somebody's else business.
    let words = numbers.map(\.text).joined(separator: " × ") + (factor == 1 ? " cm" : " mm")
    for number in numbers.indices {
      numbers[number].value *= factor
      numbers[number].step *= factor
    }
    add(.sides, numbers, words, index..<position, bound: bound(before: index))
  }

  private func isTimes(_ index: Int) -> Bool { tokens[index].isMark("×") || tokens[index].isMark("*") || word(index) == "by" }

  /// "0.6 cm deep", "a depth of 6 mm".
  private mutating func readSide(_ index: Int) {
    guard let number = tokens[index].number, let unit = lengthUnit(index + 1), index == 0 || !isTimes(index - 1) else { return }
    let quantities: [String: WoundClaim.Quantity] = [
      "deep": .depth, "depth": .depth, "long": .length, "length": .length, "wide": .width, "width": .width,
    ]
    let behind = word(unit.end) == "in" ? word(unit.end + 1) : word(unit.end)
    let before = ["of", "was", "is"].contains(word(index - 1)) ? word(index - 2) : nil
    guard let quantity = (behind ?? "").isEmpty ? nil : quantities[behind ?? ""] ?? quantities[before ?? ""] else {
      if let quantity = quantities[before ?? ""] { addSide(quantity, number, unit, index) }
      return
    }
    addSide(quantity, number, unit, index)
  }

  private mutating func addSide(_ quantity: WoundClaim.Quantity, _ number: WrittenNumber, _ unit: (end: Int, factor: Double), _ index: Int)
  {
    var scaled = number
    (scaled.value, scaled.step) = (number.value * unit.factor, number.step * unit.factor)
    add(quantity, [scaled], number.text + (unit.factor == 1 ? " cm" : " mm"), index..<unit.end, bound: bound(before: index))
  }

  // MARK: Scores and closure

  /// "a PUSH score of 12", "PUSH fell from 12 to 8".
  private mutating func readPush(_ index: Int) {
    guard word(index) == "push" else { return }
    var position = index + 1
    let links: Set = ["score", "scores", "total", "of", "was", "fell", "from", "to", "at", "decreased", "improved", "rose", "tool"]
    while position < min(tokens.count, index + 9) {
      if let number = tokens[position].number, number.step == 1, number.value <= 17, endOfPercent(position) == nil,
        lengthUnit(position + 1) == nil,
        !times.contains(where: { $0.tokens.contains(position) })
      {
        add(.push, [number], "PUSH \(number.text)", position..<position + 1)
        if word(position + 1) == "to" { claims[claims.count - 1].time = nil }
      } else if let word = word(position) {
        guard links.contains(word) else { return }
      } else if !tokens[position].isMark("=") && !tokens[position].isMark(":") {
        return
      }
      position += 1
    }
  }

  /// "closed at week 16", "complete closure by 12 weeks", "remained closed at week 20".
  private mutating func readClosure(_ index: Int) {
    guard let word = word(index), ClaimWords.closed.contains(word) else { return }
    let clause = clause(around: index)
    let words = tokens[clause].compactMap(\.word)
    guard
      !words.contains(where: {
        ClaimWords.negations.contains($0) || ClaimWords.otherClosures.contains($0) || $0.hasSuffix("n't") || $0.hasSuffix("n’t")
      })
    else { return }
    guard word != "closure" || !["of", "device", "technique"].contains(self.word(index + 1)) || self.word(index + 2) == "the" else {
      return
    }
    let range = index..<index + 1
    let before = self.word((times.first { $0.tokens.lowerBound > index }?.tokens.lowerBound ?? 0) - 1)
    guard let time = time(of: range), !["before", "until", "till", "since", "for", "from"].contains(before) else { return }
    // "closed at three visits over eight weeks" says how long, not when.
    if self.word(time.tokens.lowerBound) == "over" { return }
    switch time.moment {
    case .first, .last, .visit: return
    case .week, .day: break
    }
    let isState = ["remained", "remains", "stayed", "still"].contains { words.contains($0) }
    var claim = WoundClaim(quantity: .closure, numbers: [], words: word, time: time, start: index)
    claim.isState = isState
    claims.append(claim)
  }
}
