/// Rows as a spreadsheet reads them: RFC 4180, commas, CRLF.
struct CSVText {
  private(set) var bytes: [UInt8] = []

  mutating func append(row: [Cell]) {
    for (index, cell) in row.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(cell)
    }
    bytes += "\r\n".utf8
  }

  enum Cell {
    /// Digits of our own making.
    case number(String)
    /// An author's words.
    case text(String)
    case empty
  }

  private mutating func append(_ cell: Cell) {
    switch cell {
    case .empty: return
    case .number(let digits): bytes += digits.utf8
    case .text(let text): append(text: text)
    }
  }

  /// A text that a spreadsheet would run gets an apostrophe before it: `=1+1` is written `"'=1+1"`.
  ///
  /// Formulas begin with =, +, - or @, also behind blanks, tabs and line breaks, and in full-width letters.
  private mutating func append(text: String) {
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace && $0.value > 0x20 && $0 != "\u{FEFF}" }
    let isFormula = first.map { "=+-@|%＝＋－＠\u{2212}".unicodeScalars.contains($0) } ?? false
    let isOdd = text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ";") || $0 < 0x20 }
    guard isFormula || isOdd else {
      bytes += text.utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte == 0 ? UInt8(ascii: " ") : byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
