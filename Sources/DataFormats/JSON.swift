package import Diagnostics

/// RFC 8259 JSON, read strictly into nodes that know their places.
package enum JSON {
  /// How deep arrays and objects may lie in each other.
  package static let maximumDepth = 64

  /// The document's value and what is wrong with it; the value is nil when the text is not JSON.
  ///
  ///     JSON.parse(Array(#"{"a": [1, "x"]}"#.utf8), file: "r.json").node?["a"]?.elements?.map(\.text)  // ["1", "x"]
  ///
  /// Strings are scalars that are not plain; numbers, `true`, `false` and `null` are plain ones, as written. A key that comes twice is an
  /// error at its second place, and the first value stays.
  package static func parse(_ bytes: [UInt8], file: String) -> (node: Node?, diagnostics: [Diagnostic]) {
    if let problem = TextEncoding.problem(in: bytes, file: file) { return (nil, [problem]) }
    let start = TextEncoding.markLength(in: bytes)
    return bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(cursor: JSONCursor(bytes: buffer, file: file, offset: start))
      let node = parser.document()
      return (node, parser.diagnostics)
    }
  }
}

/// Where the parser stands in the bytes, with the column counted as it goes, so that a long line costs no more than a short one.
struct JSONCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  let file: String
  var offset: Int
  private var line = 1
  /// A byte of the current line and its column.
  private var knownOffset: Int
  private var knownColumn = 1

  init(bytes: UnsafeBufferPointer<UInt8>, file: String, offset: Int) {
    self.bytes = bytes
    self.file = file
    self.offset = offset
    knownOffset = offset
  }

  var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func skipBlanks() {
    while offset < bytes.count {
      switch bytes[offset] {
      case space, tab: break
      case newline: startLine()
      case carriageReturn: if offset + 1 >= bytes.count || bytes[offset + 1] != newline { startLine() }
      default: return
      }
      offset += 1
    }
  }

  private mutating func startLine() {
    line += 1
    knownOffset = offset + 1
    knownColumn = 1
  }

  /// The place of the byte at the cursor.
  mutating func location() -> SourceLocation {
    while knownOffset < min(offset, bytes.count) {
      if bytes[knownOffset] & 0xC0 != 0x80 { knownColumn += 1 }
      knownOffset += 1
    }
    return SourceLocation(file: file, line: line, column: knownColumn)
  }

  /// The place that began at `start` with its length to the cursor.
  mutating func location(from start: SourceLocation) -> SourceLocation {
    let end = location()
    var whole = start
    if end.line == start.line { whole.length = end.column - start.column }
    return whole
  }
}
