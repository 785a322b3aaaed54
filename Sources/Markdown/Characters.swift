func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
  isASCIILetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

func isASCIILetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }

func isASCIIPunctuation(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F && !isASCIILetterOrDigit(byte) }

/// Space, tab or line end.
func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// Whether a text says the same to libcmark and to the extensions as it says letter for letter.
func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  if let first = text.first, let last = text.last, isBlank(first) || isBlank(last) { return false }
  for byte in text {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"): return false
    case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "@"), UInt8(ascii: "~"), UInt8(ascii: "^"), 0xF0: return false
    case 0, UInt8(ascii: "\n"), UInt8(ascii: "\r"): return false
    default: continue
    }
  }
  return true
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that begins at an offset and its length in bytes; the text is valid UTF-8.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = self[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, index + length <= count else { return (Unicode.Scalar(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(self[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The length in bytes of the letter or digit, of any script, that begins at an offset; 0 when there is none.
  func letterOrDigitLength(at index: Int) -> Int {
    guard index < count else { return 0 }
    if self[index] < 0x80 { return isASCIILetterOrDigit(self[index]) ? 1 : 0 }
    if self[index] >= 0xF8 { return 0 }
    let (scalar, length) = scalar(at: index)
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? length : 0
  }

  /// Whether a letter or digit, of any script, ends right before an offset.
  func isAfterLetterOrDigit(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    var start = index - 1
    while start > 0, self[start] & 0xC0 == 0x80, index - start < 4 { start -= 1 }
    return letterOrDigitLength(at: start) == index - start
  }
}
