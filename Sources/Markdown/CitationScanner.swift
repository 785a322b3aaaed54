internal import Diagnostics

/// A part of `[see @a, p. 5; -@b]` between semicolons.
private struct GroupPart {
  var range: Range<Int>
  var key: CitationKey?
  /// Where the prefix ends: at `@` or `-@`.
  var keyStart: Int
  var suppressesAuthor = false
  /// A second key without a semicolon before it.
  var surplusKey: Range<Int>?
}

extension InlineScanner {
  /// `@a`, `@a [p. 5; @b]`, `-@a`, or a cross-reference.
  mutating func citationInText(at index: Int, in range: Range<Int>) -> Step? {
    let suppresses = flat.bytes[index] == UInt8(ascii: "-")
    let sign = suppresses ? index + 1 : index
    guard byte(sign, in: range) == UInt8(ascii: "@"), !isAfterWord(index, from: range.lowerBound) else { return nil }
    guard let key = key(after: sign, to: range.upperBound) else {
      if byte(sign + 1, in: range) == UInt8(ascii: "{") { reportUnclosed(sign..<(sign + 2), "}") }
      return nil
    }
    let whole = index..<key.end
    if isInLink {
      reportInLink(whole)
      return Step(end: key.end)
    }
    if key.isCrossReference {
      guard !suppresses else { return nil }
      return Step(inlines: [.crossReference(id: key.key, line: flat.line(at: index))], end: key.end)
    }
    var items = [Citation.Item(key: key.key, suppressesAuthor: suppresses)]
    var end = key.end
    if let bracket = bracket(after: key.end, in: range) {
      let parts = parts(of: (bracket.lowerBound + 1)..<(bracket.upperBound - 1))
      if let first = parts.first, first.key == nil, !first.range.isEmpty, parts.dropFirst().allSatisfy({ $0.key != nil }) {
        items[0].suffix = scan(trimmed(first.range), citations: false)
        for part in parts.dropFirst() { items.append(item(part)) }
        end = bracket.upperBound
      }
    }
    return Step(inlines: [citation(items, isInText: !suppresses, index..<end)], end: end)
  }

  /// `[see @a, p. 5; @b]`; anything else in brackets stays text that is looked into.
  mutating func citationGroup(at index: Int, in range: Range<Int>) -> Step? {
    guard let close = closings[index], close < range.upperBound else { return unclosedGroup(at: index, in: range) }
    let parts = parts(of: (index + 1)..<close)
    let keyed = parts.filter { $0.key != nil }
    guard let first = keyed.first else { return nil }
    let whole = index..<(close + 1)
    if isInLink {
      reportInLink(whole)
      return Step(end: close + 1)
    }
    let crossReferences = keyed.count { $0.key?.isCrossReference == true }
    if crossReferences == keyed.count { return loneCrossReference(first, parts.count, whole) }
    if let problem = problem(in: parts, crossReferences: crossReferences, flat.string(whole)) {
      report(problem, whole)
      return Step(end: close + 1)
    }
    for part in parts {
      if let surplus = part.surplusKey { reportSurplus(surplus) }
    }
    return Step(inlines: [citation(parts.map { item($0) }, isInText: false, whole)], end: close + 1)
  }

  private func citation(_ items: [Citation.Item], isInText: Bool, _ range: Range<Int>) -> Inline {
    .citation(Citation(items: items, isInText: isInText, line: flat.line(at: range.lowerBound), source: flat.string(range)))
  }

  private mutating func item(_ part: GroupPart) -> Citation.Item {
    guard let key = part.key else { return Citation.Item(key: "") }
    let prefix = scan(trimmed(part.range.lowerBound..<part.keyStart), citations: false)
    var suffix = key.end..<part.range.upperBound
    let hasComma = byte(suffix.lowerBound, in: suffix) == UInt8(ascii: ",")
    if hasComma { suffix = (suffix.lowerBound + 1)..<suffix.upperBound }
    let text = trimmed(suffix)
    // Without a comma the blank stays, so that "@a and others" can be told from "@a, and others".
    let start = hasComma || text.isEmpty ? text.lowerBound : suffix.lowerBound
    return Citation.Item(
      key: key.key, suppressesAuthor: part.suppressesAuthor, prefix: prefix, suffix: scan(start..<text.upperBound, citations: false))
  }

  /// `[@fig-1]` is `@fig-1`; with more in the brackets, they are text.
  private func loneCrossReference(_ part: GroupPart, _ count: Int, _ whole: Range<Int>) -> Step? {
    guard count == 1, let key = part.key, !part.suppressesAuthor, trimmed(part.range) == part.keyStart..<key.end else { return nil }
    return Step(inlines: [.crossReference(id: key.key, line: flat.line(at: whole.lowerBound))], end: whole.upperBound)
  }

  // MARK: Reading

  func key(after sign: Int, to limit: Int) -> CitationKey? {
    flat.bytes.withUnsafeBufferPointer { CitationKey($0, at: sign + 1, to: limit) }
  }

  private func isAfterWord(_ index: Int, from start: Int) -> Bool {
    index > start && flat.bytes.withUnsafeBufferPointer { $0.isAfterLetterOrDigit(index) }
  }

  /// The brackets after blanks, at most one of them a line end.
  private func bracket(after index: Int, in range: Range<Int>) -> Range<Int>? {
    var start = index
    var breaks = 0
    while let byte = byte(start, in: range), isBlank(byte), breaks <= 1 {
      if byte == FlatText.softBreak { breaks += 1 }
      start += 1
    }
    guard breaks <= 1, byte(start, in: range) == UInt8(ascii: "["), byte(start + 1, in: range) != UInt8(ascii: "^") else { return nil }
    guard let close = closings[start], close < range.upperBound else { return nil }
    return start..<(close + 1)
  }

  /// The parts between semicolons; what stands in inner brackets is not looked into.
  private func parts(of range: Range<Int>) -> [GroupPart] {
    var parts: [GroupPart] = []
    var part = GroupPart(range: range, keyStart: range.lowerBound)
    var index = range.lowerBound
    while index < range.upperBound {
      switch flat.bytes[index] {
      case FlatText.literal: index += 1
      case UInt8(ascii: "["): index = closings[index] ?? index
      case UInt8(ascii: ";"):
        part.range = part.range.lowerBound..<index
        parts.append(part)
        part = GroupPart(range: (index + 1)..<range.upperBound, keyStart: index + 1)
      case UInt8(ascii: "@"):
        let hasDash = index > part.range.lowerBound && flat.bytes[index - 1] == UInt8(ascii: "-")
        let start = hasDash && !isAfterWord(index - 1, from: part.range.lowerBound) ? index - 1 : index
        guard !isAfterWord(start, from: part.range.lowerBound), let key = key(after: index, to: range.upperBound) else { break }
        if part.key == nil {
          part.key = key
          part.keyStart = start
          part.suppressesAuthor = start < index
        } else if part.surplusKey == nil {
          part.surplusKey = index..<key.end
        }
        index = key.end - 1
      default: break
      }
      index += 1
    }
    return parts + [part]
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isBlank(flat.bytes[lower]) { lower += 1 }
    while upper > lower, isBlank(flat.bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  // MARK: Problems

  private mutating func unclosedGroup(at index: Int, in range: Range<Int>) -> Step? {
    let dash = byte(index + 1, in: range) == UInt8(ascii: "-") ? 1 : 0
    guard byte(index + 1 + dash, in: range) == UInt8(ascii: "@") else { return nil }
    guard let key = key(after: index + 1 + dash, to: range.upperBound) else { return nil }
    reportUnclosed(index..<key.end, "]")
    return Step(end: key.end)
  }

  private func problem(in parts: [GroupPart], crossReferences: Int, _ source: String) -> Reader.Problem? {
    if crossReferences > 0 {
      return Reader.Problem(
        rule: "markdown-citation-mixed", summary: "\"\(source)\" mixes citations and cross-references, and is printed as text",
        remedy: "write the cross-reference outside the brackets")
    }
    guard parts.contains(where: { $0.key == nil }) else { return nil }
    return Reader.Problem(
      rule: "markdown-citation-without-key", summary: "\"\(source)\" has a part without an @key, and is printed as text",
      remedy: "give each part between semicolons a key, or write \"\\[\" for a plain bracket")
  }

  private mutating func reportUnclosed(_ range: Range<Int>, _ missing: String) {
    report(
      Reader.Problem(
        rule: "markdown-citation-unclosed", summary: "Citation \"\(flat.string(range))\" lacks its \"\(missing)\", and is printed as text",
        remedy: "write the \"\(missing)\", or \"\\@\" for a plain @"), range)
  }

  private mutating func reportSurplus(_ range: Range<Int>) {
    report(
      Reader.Problem(
        rule: "markdown-citation-separator",
        summary: "\"\(flat.string(range))\" follows another key without a semicolon, and is printed as text",
        remedy: "separate citations with \"; \""), range)
  }

  private mutating func reportInLink(_ range: Range<Int>) {
    report(
      Reader.Problem(
        rule: "markdown-citation-in-link", summary: "\"\(flat.string(range))\" in a link's text is printed as text",
        remedy: "put the citation after the link, or write \"\\@\" for a plain @"), range)
  }
}
