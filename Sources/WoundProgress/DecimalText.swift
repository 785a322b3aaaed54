extension Decimal {
  /// Reads `4`, `4.25`, `-0.5` or `.5`: digits with a point, nothing else. nil for `4,25`, `1e3`, `4 cm` or more than 15 digits before the point.
  package init?(parsing text: some StringProtocol) {
    let parsed = text.utf8.withContiguousStorageIfAvailable { Decimal(parsing: $0[...]) }
    guard let value = parsed ?? Decimal(parsing: Array(text.utf8)[...]) else { return nil }
    self = value
  }

  /// The digits of UTF-8.
  private init?(parsing text: some RandomAccessCollection<UInt8>) {
    var bytes = text[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes = bytes.dropFirst() }
    // Up to 18 digits fit; a longer number is read again in full.
    var significand: Int64 = 0
    var scale = 0
    var digits = 0
    var hasPoint = false
    for byte in bytes {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      digits += 1
      guard digits <= 15 else {
        self.init(parsingLong: bytes, isNegative: isNegative)
        return
      }
      if hasPoint { scale += 1 }
      significand = significand * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    guard digits > 0, !hasPoint || scale > 0 else { return nil }
    self.init(significand: Int128(isNegative ? -significand : significand), scale: scale)
  }

  private init?(parsingLong bytes: some Collection<UInt8>, isNegative: Bool) {
    var significand: Int128 = 0
    var scale = 0
    var wholeDigits = 0
    var hasPoint = false
    for byte in bytes {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      if hasPoint {
        // Beyond 20 digits after the point nothing changes the 18 that are kept.
        guard scale < 20 else { continue }
        scale += 1
      } else if significand > 0 || byte != UInt8(ascii: "0") {
        wholeDigits += 1
        guard wholeDigits <= 15 else { return nil }
      }
      significand = significand * 10 + Int128(byte - UInt8(ascii: "0"))
    }
    guard !hasPoint || scale > 0 else { return nil }
    self.init(significand: isNegative ? -significand : significand, scale: scale)
  }

  /// Rounded half away from zero: 0.45 with 1 place is "0.5", −0.04 is "0.0". With a hyphen-minus, for data; see `typeset` for people.
  package func text(places: Int) -> String { decimalText(rounded(places: places), places: places, minus: "-") }

  /// As `text(places:)` with the minus sign U+2212: "−0.7".
  package func typeset(places: Int) -> String { decimalText(rounded(places: places), places: places, minus: "\u{2212}") }

  /// All digits, as few as needed: 4.20 is "4.2", for a download or a message.
  package var text: String { text(places: Int(scale)) }

  /// As recorded, with at least one place: 4 is "4.0", 3.25 is "3.25", −0.7 is "−0.7".
  package var recorded: String { typeset(places: max(1, Int(scale))) }
}

/// `value` / 10^`places` in digits: (−45, 1) is "-4.5".
func decimalText(_ value: Int128, places: Int, minus: String) -> String {
  let sign = value < 0 ? minus : ""
  let digits = value.magnitude
  guard let small = UInt64(exactly: digits) else { return sign + pointed(String(digits), places: places) }
  guard places > 0 else { return sign + String(small) }
  let divisor = UInt64(clamping: powerOfTen(places))
  let (whole, fraction) = small.quotientAndRemainder(dividingBy: divisor)
  let fractionText = String(fraction)
  let zeros = places - fractionText.utf8.count
  return sign + String(whole) + "." + (zeros > 0 ? String(repeating: "0", count: zeros) : "") + fractionText
}

private func pointed(_ digits: String, places: Int) -> String {
  guard places > 0, digits.utf8.count > places else { return digits }
  return digits.dropLast(places) + "." + digits.suffix(places)
}
