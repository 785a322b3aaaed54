internal import Diagnostics

/// The bytes of a file of references, always UTF-8 and without NUL, and what is wrong with them so far.
struct ReferenceSource {
  let bytes: [UInt8]
  let file: String
  var diagnostics: [Diagnostic] = []

  /// Diagnostics kept for one file: a 50 MB file of rubbish shall not make as many messages.
  private static let limit = 1_000
  private var left = 0
  /// The last place that was asked for: places are mostly asked for in the order of the file.
  private var knownOffset = 0
  private var knownLine = 1
  private var knownColumn = 1

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  mutating func add(_ diagnostic: Diagnostic) {
    guard diagnostics.count < Self.limit else {
      left += 1
      return
    }
    diagnostics.append(diagnostic)
  }

  /// Adds a diagnostic at a byte.
  mutating func add(_ severity: Severity, _ rule: String, _ summary: String, at offset: Int, length: Int = 0, remedy: String? = nil) {
    guard diagnostics.count < Self.limit else {
      left += 1
      return
    }
    diagnostics.append(Diagnostic(severity, rule, summary, at: location(at: offset, length: length), remedy: remedy))
  }

  /// All diagnostics in the order of the file, and how many were left out.
  func finish() -> [Diagnostic] {
    var all = diagnostics.inReadingOrder()
    if left > 0 {
      all.append(
        Diagnostic(.error, "too-many-problems", "\(left) more problems in \"\(file)\" are not listed", at: SourceLocation(file: file)))
    }
    return all
  }

  /// Line and column of a byte, both from 1, the column in Unicode scalars.
  mutating func location(at offset: Int, length: Int = 0) -> SourceLocation {
    let offset = min(offset, bytes.count)
    if offset < knownOffset { stepBack(to: offset) } else { stepForward(to: offset) }
    knownOffset = offset
    return SourceLocation(file: file, line: knownLine, column: knownColumn, length: length)
  }

  private mutating func stepForward(to offset: Int) {
    for i in knownOffset..<offset {
      if endsLine(i) {
        knownLine += 1
        knownColumn = 1
      } else if bytes[i] & 0xC0 != 0x80 {
        knownColumn += 1
      }
    }
  }

  private mutating func stepBack(to offset: Int) {
    var crossed = 0
    var scalars = 0
    for i in offset..<knownOffset {
      if endsLine(i) { crossed += 1 } else if bytes[i] & 0xC0 != 0x80 { scalars += 1 }
    }
    knownLine -= crossed
    guard crossed > 0 else {
      knownColumn -= scalars
      return
    }
    var start = offset
    while start > 0 && !endsLine(start - 1) { start -= 1 }
    knownColumn = 1 + bytes[start..<offset].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }

  /// A line ends with LF, CR LF, or the CR of old Mac files.
  private func endsLine(_ i: Int) -> Bool {
    bytes[i] == .lineFeed || (bytes[i] == .carriageReturn && (i + 1 == bytes.count || bytes[i + 1] != .lineFeed))
  }
}

extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let backslash = UInt8(ascii: "\\")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let hyphen = UInt8(ascii: "-")

  var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  var isLower: Bool { self >= 0x61 && self <= 0x7A }
  var isLetter: Bool { isUpper || isLower }
  var lowered: UInt8 { isUpper ? self | 0x20 : self }
}
