extension PDFLexer {
  static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 13 || byte == 9 || byte == 12 || byte == 0 }

  static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
      true
    default: false
    }
  }

  /// `/A#20B` is the name "A B".
  mutating func name() -> String {
    offset += 1
    var name: [UInt8] = []
    while let byte, !Self.isBlank(byte), !Self.isDelimiter(byte) {
      if byte == UInt8(ascii: "#"), offset + 2 < end, let high = digit(bytes[offset + 1]), let low = digit(bytes[offset + 2]) {
        name.append(high << 4 | low)
        offset += 3
      } else {
        name.append(byte)
        offset += 1
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// `<FEFF0041>`
  mutating func hexadecimalString() throws(PDFProblem) -> [UInt8] {
    offset += 1
    var digits: [UInt8] = []
    while let byte, byte != UInt8(ascii: ">") {
      if let digit = digit(byte) {
        digits.append(digit)
      } else if !Self.isBlank(byte) {
        throw PDFProblem("has a string that is none at byte \(offset)")
      }
      offset += 1
    }
    guard byte != nil else { throw PDFProblem("has a string that does not end") }
    offset += 1
    if digits.count % 2 == 1 { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// `(a \(b\) \101)`
  mutating func literalString() throws(PDFProblem) -> [UInt8] {
    offset += 1
    var text: [UInt8] = []
    var depth = 1
    while let byte {
      offset += 1
      switch byte {
      case UInt8(ascii: "\\"): escape(into: &text)
      case UInt8(ascii: "("):
        depth += 1
        text.append(byte)
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return text }
        text.append(byte)
      default: text.append(byte)
      }
    }
    throw PDFProblem("has a string that does not end")
  }

  private mutating func escape(into text: inout [UInt8]) {
    guard let byte else { return }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(10)
    case UInt8(ascii: "r"): text.append(13)
    case UInt8(ascii: "t"): text.append(9)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case 13: if self.byte == 10 { offset += 1 }
    case 10: break
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var code = Int(byte - UInt8(ascii: "0"))
      for _ in 0..<2 {
        guard let next = self.byte, UInt8(ascii: "0")...UInt8(ascii: "7") ~= next else { break }
        code = code * 8 + Int(next - UInt8(ascii: "0"))
        offset += 1
      }
      text.append(UInt8(truncatingIfNeeded: code))
    default: text.append(byte)
    }
  }

  private func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}

/// A text string (ISO 32000-1, 7.9.2.2): UTF-16 with its mark, else taken as Latin 1.
func text(of bytes: [UInt8]) -> String {
  guard bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes.map { UInt16($0) }, as: UTF16.self) }
  let units = stride(from: 2, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
  return String(decoding: units, as: UTF16.self)
}
