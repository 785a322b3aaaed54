extension Evaluator {
  /// A number variable as text: ranges get the locale's delimiter, and pages the style's range format.
  ///
  ///     numberText("455-62", variable: "page")  // "455–462" with page-range-format="expanded"
  func numberText(_ value: String, variable: String) -> String {
    guard
      value.utf8.contains(where: {
        $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "&") || $0 == 0xE2 || $0 == 0x5C
      })
    else { return value }
    let isPage = variable == "page" || variable == "locator" && cite.label == "page"
    if !isPage && !NumberText.isNumeric(value) { return value.removing("\\") }
    let tokens = NumberToken.split(value)
    let keepsHyphens = isPage && style.pageRangeFormat != nil && hasMixedRange(tokens)
    var result = ""
    var index = 0
    while index < tokens.count {
      if case .word(let first) = tokens[index], index + 2 < tokens.count, case .separator("-") = tokens[index + 1],
        case .word(let last) = tokens[index + 2]
      {
        result += keepsHyphens ? first + "-" + last : range(first, last, isPage: isPage)
        index += 3
        continue
      }
      switch tokens[index] {
      case .word(let word): result += word
      case .separator(","): result += ", "
      case .separator("&"): result += ampersand
      case .separator: result += rangeDelimiter
      }
      index += 1
    }
    return result
  }

  /// Whether the ends of some range have different letters before their digits, so that neither end can be completed or shortened.
  private func hasMixedRange(_ tokens: [NumberToken]) -> Bool {
    for index in tokens.indices.dropFirst().dropLast() {
      guard case .separator("-") = tokens[index], case .word(let first) = tokens[index - 1], case .word(let last) = tokens[index + 1],
        let start = PageNumber(first), let end = PageNumber(last)
      else { continue }
      if start.prefix != end.prefix { return true }
    }
    return false
  }

  private func range(_ first: String, _ last: String, isPage: Bool) -> String {
    let isNumber = { (text: String) in text.unicodeScalars.contains { $0.isDigit } || RomanNumeral.isOne(text) }
    guard isNumber(first), isNumber(last) else { return first + "-" + last }
    let joined = { (end: String) in first + rangeDelimiter + end }
    guard isPage, let format = style.pageRangeFormat, let start = PageNumber(first), let end = PageNumber(last) else { return joined(last) }
    let full = end.expanded(after: start)
    guard full.count == start.digits.count || full.count > start.digits.count else { return joined(last) }
    switch format {
    case .expanded: return joined(start.prefix + full)
    case .minimal: return joined(start.short(full, keeping: 1))
    case .minimalTwo: return joined(start.short(full, keeping: 2))
    case .chicago, .chicago15: return joined(start.chicago(full, isSixteenth: false))
    case .chicago16: return joined(start.chicago(full, isSixteenth: true))
    }
  }
}

/// A page such as `S93`: letters, then digits.
private struct PageNumber {
  var prefix: String
  var digits: String

  init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    let start = (scalars.lastIndex { !$0.isDigit } ?? -1) + 1
    guard start < scalars.count else { return nil }
    prefix = String(String.UnicodeScalarView(scalars[..<start]))
    digits = String(String.UnicodeScalarView(scalars[start...]))
  }

  /// The digits in full, where this is the end of a range.
  func expanded(after start: PageNumber) -> String {
    let missing = start.digits.utf8.count - digits.utf8.count
    return missing > 0 ? String(start.digits.prefix(missing)) + digits : digits
  }

  /// The end of a range without the digits it shares with this beginning, but at least `keeping` of them.
  func short(_ end: String, keeping: Int) -> String {
    let a = Array(digits.utf8)
    let b = Array(end.utf8)
    guard a.count == b.count else { return end }
    var index = 0
    while index < b.count - keeping, a[index] == b[index] { index += 1 }
    return String(decoding: b[index...], as: UTF8.self)
  }

  /// The Chicago Manual's rule: below 100 and for multiples of 100 all digits, for x01 to x09 the changed part, else two digits or more.
  func chicago(_ end: String, isSixteenth: Bool) -> String {
    guard let number = Int(digits), digits.utf8.count == end.utf8.count else { return end }
    if number < 100 || number % 100 == 0 { return end }
    if number % 100 < 10 { return short(end, keeping: 1) }
    let shortened = short(end, keeping: 2)
    return !isSixteenth && digits.utf8.count == 4 && shortened.utf8.count >= 3 ? end : shortened
  }
}
