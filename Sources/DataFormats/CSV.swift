package import Diagnostics

/// RFC 4180 and what Excel, LibreOffice and REDCap make of it.
package enum CSV {
  /// A field's text, without its quotes, and its place in the file; an empty field has the place where it would be.
  package struct Cell: Hashable, Sendable {
    package var text: String
    package var line: Int32
    package var column: Int32
  }

  /// The rows of a file; the first one is its header. Rows without any text are left out.
  package struct Table: Hashable, Sendable {
    package let file: String
    package let delimiter: Character
    /// What was recognised as a spreadsheet's habit: "semicolons between the columns".
    package fileprivate(set) var habits: [String]
    fileprivate var cells: [Cell]
    /// Where each row begins in `cells`, and the end of the last.
    fileprivate var starts: [Int]

    package var rowCount: Int { starts.count - 1 }

    package subscript(row: Int) -> ArraySlice<Cell> { cells[starts[row]..<starts[row + 1]] }

    package func location(of cell: Cell) -> SourceLocation {
      SourceLocation(file: file, line: Int(cell.line), column: Int(cell.column), length: cell.text.unicodeScalars.count)
    }
  }

  /// The table and what is odd about it. Habits that are understood are one info; text behind a closing quote, a row with more fields than
  /// the header and a quote without an end are errors.
  ///
  ///     CSV.parse(Array("day;length_cm\r\n0;\"1,5\"\r\n".utf8), file: "m.csv").table?[1].map(\.text)  // ["0", "1,5"]
  package static func parse(_ bytes: [UInt8], file: String) -> (table: Table?, diagnostics: [Diagnostic]) {
    if let problem = TextEncoding.problem(in: bytes, file: file) { return (nil, [problem]) }
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = CSVReader(bytes: buffer, file: file)
      reader.readAll()
      return (reader.table(), reader.diagnostics)
    }
  }
}

/// One pass over the bytes.
private struct CSVReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let file: String
  var delimiter = UInt8(ascii: ",")
  var diagnostics = [Diagnostic]()
  var habits = [String]()
  var cells = [CSV.Cell]()
  var starts = [0]
  private var offset = 0
  private var line: Int32 = 1
  private var column: Int32 = 1
  private var blankRows = 0
  private var hasBlankRowsInside = false
  private var hasCarriageReturns = false

  init(bytes: UnsafeBufferPointer<UInt8>, file: String) {
    self.bytes = bytes
    self.file = file
  }

  mutating func readAll() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      offset = 3
      habits.append("a byte-order mark")
    }
    if !readSeparatorLine() { detectDelimiter() }
    if delimiter != UInt8(ascii: ",") { habits.append("\(CSVReader.name(of: delimiter)) between the columns") }
    while offset < bytes.count { readRow() }
    if hasCarriageReturns { habits.append("CRLF at the ends of lines") }
    if hasBlankRowsInside { habits.append("blank rows between others") }
    if blankRows > 0 { habits.append(blankRows == 1 ? "a blank row at the end" : "\(blankRows) blank rows at the end") }
  }

  mutating func table() -> CSV.Table {
    if !habits.isEmpty {
      diagnostics.insert(
        Diagnostic(
          .info, "spreadsheet-habits", "Table was read with a spreadsheet's habits: \(habits.joined(separator: ", "))",
          at: SourceLocation(file: file)), at: 0)
    }
    return CSV.Table(file: file, delimiter: Character(Unicode.Scalar(delimiter)), habits: habits, cells: cells, starts: starts)
  }

  static func name(of delimiter: UInt8) -> String {
    switch delimiter {
    case UInt8(ascii: ";"): "semicolons"
    case tab: "tabs"
    default: "\"\(Unicode.Scalar(delimiter))\""
    }
  }

  /// Excel's first line `sep=;`.
  private mutating func readSeparatorLine() -> Bool {
    let rest = bytes[offset...]
    guard rest.count >= 5, rest.prefix(4).elementsEqual("sep=".utf8) || rest.prefix(4).elementsEqual("SEP=".utf8) else { return false }
    let end = offset + 5
    guard end == bytes.count || bytes[end] == newline || bytes[end] == carriageReturn, bytes[offset + 4] < 0x80 else { return false }
    delimiter = bytes[offset + 4]
    habits.append("a line \"sep=\"")
    offset = end
    if offset < bytes.count { endLine() }
    return true
  }

  /// The most frequent of comma, semicolon and tab in the first line that holds one, outside of quotes; a comma in doubt.
  private mutating func detectDelimiter() {
    var counts = (comma: 0, semicolon: 0, tab: 0)
    var isQuoted = false
    for byte in bytes[offset...] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == newline || byte == carriageReturn, counts != (0, 0, 0) { break }
      if byte == UInt8(ascii: ",") { counts.comma += 1 }
      if byte == UInt8(ascii: ";") { counts.semicolon += 1 }
      if byte == tab { counts.tab += 1 }
    }
    if counts.semicolon > max(counts.comma, counts.tab) { delimiter = UInt8(ascii: ";") }
    if counts.tab > max(counts.comma, counts.semicolon) { delimiter = tab }
  }

  private mutating func readRow() {
    let first = cells.count
    let row = line
    var hasText = false
    while true {
      let cell = readCell()
      hasText = hasText || cell.text.utf8.contains { $0 > space }
      cells.append(cell)
      guard offset < bytes.count, bytes[offset] == delimiter else { break }
      offset += 1
      column += 1
    }
    if offset < bytes.count { endLine() }
    guard hasText else {
      cells.removeSubrange(first...)
      blankRows += 1
      return
    }
    if blankRows > 0 { hasBlankRowsInside = true }
    blankRows = 0
    starts.append(cells.count)
    if starts.count > 2 { compareWithHeader(row: row) }
  }

  /// Passes `\n`, `\r\n` or `\r`.
  private mutating func endLine() {
    if bytes[offset] == carriageReturn {
      hasCarriageReturns = true
      if offset + 1 < bytes.count, bytes[offset + 1] == newline { offset += 1 }
    }
    offset += 1
    line += 1
    column = 1
  }

  private mutating func readCell() -> CSV.Cell {
    let startLine = line
    let startColumn = column
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
      return CSV.Cell(text: readQuoted(), line: startLine, column: startColumn)
    }
    let start = offset
    while offset < bytes.count, bytes[offset] != delimiter, bytes[offset] != newline, bytes[offset] != carriageReturn {
      if bytes[offset] & 0xC0 != 0x80 { column += 1 }
      offset += 1
    }
    return CSV.Cell(text: trimmed(start..<offset), line: startLine, column: startColumn)
  }

  private func trimmed(_ range: Range<Int>) -> String {
    var range = range
    while let first = range.first, bytes[first] == space || bytes[first] == tab { range.removeFirst() }
    while let last = range.last, bytes[last] == space || bytes[last] == tab { range.removeLast() }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// A field in quotes; two quotes inside mean one, and a line may end inside.
  private mutating func readQuoted() -> String {
    let start = SourceLocation(file: file, line: Int(line), column: Int(column), length: 1)
    var text = [UInt8]()
    offset += 1
    column += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        offset += 1
        column += 1
        guard offset < bytes.count, bytes[offset] == byte else { return finishQuoted(text) }
        text.append(byte)
      } else {
        text.append(byte)
      }
      advanceInQuotes()
    }
    diagnostics.append(
      Diagnostic(
        .error, "unclosed-quote", "The quote that opens here is not closed", at: start,
        remedy: "close it, or double it where it belongs to the text"))
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func advanceInQuotes() {
    let byte = bytes[offset]
    offset += 1
    if byte == newline || (byte == carriageReturn && !(offset < bytes.count && bytes[offset] == newline)) {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }

  private mutating func finishQuoted(_ text: [UInt8]) -> String {
    let start = offset
    let place = SourceLocation(file: file, line: Int(line), column: Int(column))
    while offset < bytes.count, bytes[offset] != delimiter, bytes[offset] != newline, bytes[offset] != carriageReturn {
      if bytes[offset] & 0xC0 != 0x80 { column += 1 }
      offset += 1
    }
    let rest = trimmed(start..<offset)
    if !rest.isEmpty {
      diagnostics.append(
        Diagnostic(
          .error, "text-after-quote", "The field goes on after its closing quote", at: place,
          remedy: "double a quote that belongs to the text"))
    }
    return String(decoding: text, as: UTF8.self) + rest
  }

  /// Fields beyond the header's are an error when they hold text, and dropped when not; missing ones count as empty.
  private mutating func compareWithHeader(row: Int32) {
    let width = starts[1]
    let start = starts[starts.count - 2]
    while cells.count - start > width, cells[cells.count - 1].text.isEmpty { cells.removeLast() }
    starts[starts.count - 1] = cells.count
    let count = cells.count - start
    if count > width {
      let extra = cells[start + width]
      diagnostics.append(
        Diagnostic(
          .error, "ragged-row", "Row has \(count) fields, but the header has \(width)",
          at: SourceLocation(file: file, line: Int(extra.line), column: Int(extra.column)),
          remedy: "put quotes round a field that holds a \(delimiter == UInt8(ascii: ",") ? "comma" : "delimiter"), or name the column"))
    } else if count < width {
      diagnostics.append(
        Diagnostic(
          .warning, "ragged-row", "Row has \(count) fields, but the header has \(width)", at: SourceLocation(file: file, line: Int(row)),
          explanation: "The missing fields are taken as empty."))
    }
  }
}
