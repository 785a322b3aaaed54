/// A row of a pipe table, split as GitHub's Markdown does.
enum TableRow {
  /// The cells between the pipes, without blanks around them; `\|` is a pipe in a cell, in code too.
  ///
  ///     | a \| b | `c` |    // "a | b", "`c`"
  static func cells(_ line: ArraySlice<UInt8>) -> [[UInt8]] {
    let line = trimmed(line)
    var cells: [[UInt8]] = []
    var cell: [UInt8] = []
    var index = line.startIndex
    if line.first == UInt8(ascii: "|") { index += 1 }
    while index < line.endIndex {
      let byte = line[index]
      index += 1
      if byte == UInt8(ascii: "|") {
        cells.append(Array(trimmed(cell[...])))
        cell.removeAll(keepingCapacity: true)
      } else if byte == UInt8(ascii: "\\"), index < line.endIndex, isASCIIPunctuation(line[index]) {
        if line[index] != UInt8(ascii: "|") { cell.append(byte) }
        cell.append(line[index])
        index += 1
      } else {
        cell.append(byte)
      }
    }
    if line.last != UInt8(ascii: "|") || !cell.isEmpty { cells.append(Array(trimmed(cell[...]))) }
    return cells
  }

  /// The alignments of a delimiter row, `|:--|--:|`; nil when a line is none.
  static func delimiters(_ line: ArraySlice<UInt8>) -> [Table.Alignment]? {
    guard let first = line.first, isDelimiter(first), line.allSatisfy({ isDelimiter($0) || isBlank($0) }) else { return nil }
    var alignments: [Table.Alignment] = []
    for cell in cells(line) {
      let isLeft = cell.first == UInt8(ascii: ":")
      let isRight = cell.count > 1 && cell.last == UInt8(ascii: ":")
      let dashes = cell.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(isLeft ? (isRight ? .center : .left) : (isRight ? .right : .none))
    }
    return alignments.isEmpty ? nil : alignments
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return bytes.drop(while: isBlank)
  }
}
