/// Numbers and words as a drawing needs them.
enum ChartText {
  static let size = 13.0
  static let lineHeight = 16.0

  /// "12" or "12.5": a coordinate with at most one decimal.
  static func coordinate(_ value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a coordinate; beyond ±1,000,000 it stays at that bound.
  static func append(_ value: Double, to out: inout [UInt8]) {
    let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    if tenths < 0 { out.append(UInt8(ascii: "-")) }
    var divisor: UInt = 1
    while divisor * 10 <= whole { divisor *= 10 }
    while divisor > 0 {
      out.append(UInt8(ascii: "0") + UInt8(whole / divisor % 10))
      divisor /= 10
    }
    guard rest != 0 else { return }
    out.append(UInt8(ascii: "."))
    out.append(UInt8(ascii: "0") + UInt8(rest))
  }

  /// About how wide the text will be at `size` in the built-in font, a little more rather than less.
  static func width(_ text: String, isBold: Bool = false) -> Double {
    var units = 0.0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "i"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: " "),
        UInt8(ascii: ":"):
        units += 0.27
      case UInt8(ascii: "f"), UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "I"), UInt8(ascii: "-"), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        units += 0.38
      case UInt8(ascii: "m"), UInt8(ascii: "w"), UInt8(ascii: "M"), UInt8(ascii: "W"): units += 0.9
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): units += 0.67
      case 0x80...0xBF: break
      case 0xE0...: units += 1
      default: units += 0.58
      }
    }
    return units * size * (isBold ? 1.07 : 1)
  }

  /// Lines of words no wider than `limit`, at most `lines`; what is left over ends in "…".
  static func wrapped(_ text: String, to limit: Double, lines: Int) -> [String] {
    var result: [String] = []
    for word in text.split(separator: " ") {
      if let last = result.last, width(last + " " + word) <= limit {
        result[result.count - 1] = last + " " + word
      } else if result.count < lines {
        result.append(String(word))
      } else {
        return result.dropLast() + [shortened((result.last ?? "") + " " + word, to: limit)]
      }
    }
    return result.map { width($0) <= limit ? $0 : shortened($0, to: limit) }
  }

  private static func shortened(_ text: String, to limit: Double) -> String {
    var kept = text.unicodeScalars.prefix(200)
    while kept.count > 1, width(String(kept) + "…") > limit { kept.removeLast() }
    while kept.last == " " || kept.last == "," { kept.removeLast() }
    return String(kept) + "…"
  }
}
