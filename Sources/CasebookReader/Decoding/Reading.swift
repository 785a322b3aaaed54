internal import CasebookModel
internal import Diagnostics

/// Why a value was not taken.
struct Rejection: Error {
  var rule: String
  var summary: String
  var remedy: String?

  init(_ rule: String, _ summary: String, remedy: String? = nil) {
    self.rule = rule
    self.summary = summary
    self.remedy = remedy
  }
}

/// How a scalar becomes a value: what is expected, in words, and the conversion, which gives nil for another type.
struct Reading<Value: Sendable>: Sendable {
  private let expectation: @Sendable () -> String
  /// The rule that another value breaks.
  var rule = "wrong-type"
  let read: @Sendable (_ text: String, _ isPlain: Bool) throws(Rejection) -> Value?

  var expected: String { expectation() }

  init(
    _ expected: @escaping @Sendable @autoclosure () -> String,
    _ read: @escaping @Sendable (_ text: String, _ isPlain: Bool) throws(Rejection) -> Value?
  ) {
    expectation = expected
    self.read = read
  }
}

extension Reading<String> {
  /// Any scalar, without the blanks round it.
  static let text = Reading("a text") { text, _ in trimmed(text) }

  static let id = Reading("an id") { text, _ throws(Rejection) in
    let isGood =
      !text.isEmpty && text.utf8.first != UInt8(ascii: "-")
      && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }
    guard isGood else { throw Rejection("invalid-id", "\"\(text)\" is not an id", remedy: "use letters, digits, hyphens and underscores") }
    return text
  }

  /// The name of a case's folder and of its address.
  static let slug = Reading("a slug") { text, _ throws(Rejection) in
    guard isSlug(text) else {
      throw Rejection("invalid-slug", "\"\(text)\" cannot be an address", remedy: "use lower-case letters, digits and hyphens")
    }
    return text
  }

  /// `#0b4f6c` or `#09c`, as six lower-case digits.
  static let color = Reading("a colour such as \"#0b4f6c\"") { text, _ in
    let digits = text.dropFirst().lowercased()
    guard text.hasPrefix("#"), digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    if digits.count == 3 { return "#" + digits.map { "\($0)\($0)" }.joined() }
    return digits.count == 6 ? "#" + digits : nil
  }

  /// An http or https address, with a slash at its end.
  static let address = Reading("an address that begins with https://") { text, _ in
    let rest = text.hasPrefix("https://") ? text.dropFirst(8) : text.hasPrefix("http://") ? text.dropFirst(7) : ""
    guard let first = rest.utf8.first, first != UInt8(ascii: "/"), !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x22 || $0 == 0x3C }),
      !rest.contains("?"), !rest.contains("#")
    else { return nil }
    return text.hasSuffix("/") ? text : text + "/"
  }
}

extension Reading<Bool> {
  static let boolean = Reading("true or false") { text, isPlain in
    switch text {
    case "true", "True", "TRUE": isPlain ? true : nil
    case "false", "False", "FALSE": isPlain ? false : nil
    default: nil
    }
  }
}

extension Reading<Int> {
  static let byteCount = Reading("a size such as 2MB or 800kB") { text, _ in
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = number(String(digits)), value > 0, value <= 1_000_000_000 else { return nil }
    let units = ["": 1.0, "kb": 1e3, "mb": 1e6]
    guard let unit = units[trimmed(String(text.dropFirst(digits.count))).lowercased()], value * unit >= 1_000 else { return nil }
    return Int(min(value * unit, 1e9))
  }

  static func integer(_ range: ClosedRange<Int>) -> Reading {
    Reading("a whole number from \(range.lowerBound) to \(range.upperBound)") { text, isPlain in
      guard isPlain, let number = Int(text), range.contains(number) else { return nil }
      return number
    }
  }
}

extension Reading<Double> {
  static let positiveNumber = Reading("a number above 0") { text, isPlain in
    guard isPlain, let number = number(text), number > 0 else { return nil }
    return number
  }

  /// Feet, from `4ft`, `1.2m` or a bare number of feet.
  static let distance = Reading("a distance such as 4ft or 1.2m") { text, _ in
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let value = number(String(digits)), value > 0, value <= 100 else { return nil }
    switch trimmed(String(text.dropFirst(digits.count))) {
    case "", "ft": return value
    case "m": return value / 0.3048
    default: return nil
    }
  }
}

extension Reading where Value: RawRepresentable<String> & CaseIterable {
  static func choice(of type: Value.Type) -> Reading {
    var reading = Reading(listed(type.allCases.map(\.rawValue))) { text, _ throws(Rejection) in
      if let value = Value(rawValue: text) { return value }
      let words = type.allCases.map(\.rawValue)
      let beginning = text.utf8.count > 2 ? words.first { $0.hasPrefix(text.lowercased()) } : nil
      guard let near = nearest(to: text, in: words) ?? beginning else { return nil }
      throw Rejection("unknown-value", "\"\(shortened(text))\" is not one of \(listed(words))", remedy: "did you mean \"\(near)\"?")
    }
    reading.rule = "unknown-value"
    return reading
  }
}

extension Reading<PaperSize> {
  static let paperSize = Reading("a size such as 48x36in, 90x120cm, A0, A0-landscape, Letter, 16:9 or 3840x2160px") { text, _ in
    PaperSize(text)
  }
}

/// "draft, unlisted or published".
func listed(_ words: [String]) -> String {
  guard words.count > 1, let last = words.last else { return words.first ?? "" }
  return "\(words.dropLast().joined(separator: ", ")) or \(last)"
}

func trimmed(_ text: String) -> String {
  let bytes = text.utf8
  guard bytes.first.map({ $0 <= 0x20 }) == true || bytes.last.map({ $0 <= 0x20 }) == true else { return text }
  let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
  let end = bytes.lastIndex { $0 > 0x20 }.map(bytes.index(after:)) ?? start
  return String(text[start..<max(start, end)])
}

/// Digits with a point, nothing else: no sign, no exponent, no "inf".
func number(_ text: String) -> Double? {
  guard !text.isEmpty, text.utf8.count <= 20, text.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }) else { return nil }
  return Double(text)
}

func isSlug(_ text: String) -> Bool {
  guard let first = text.utf8.first, first != UInt8(ascii: "-"), text.utf8.count <= 100 else { return false }
  return text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0.isDigit || $0 == UInt8(ascii: "-") }
}

extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }
  var isLetter: Bool { UInt8(ascii: "a") <= self | 0x20 && self | 0x20 <= UInt8(ascii: "z") }
}
