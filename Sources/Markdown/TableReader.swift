internal import CCmark
internal import Diagnostics

/// The lines of a paragraph that holds a table.
private struct TableLines {
  /// The paragraph's lines, each without what its containers put before it, and the number in `source` of the first.
  var lines: [ArraySlice<UInt8>]
  var first: Int
  /// The index of the delimiter row; the header is the line before it.
  var delimiter: Int
  var alignments: [Table.Alignment]
  /// The index after the last row.
  var end: Int
}

extension Reader {
  /// Appends the table that a paragraph is in truth, with its caption; nil when it is none.
  mutating func appendTable(_ node: CmarkNode, to blocks: inout [Block], _ containers: Containers) -> NextNode? {
    guard let table = tableLines(node, containers) else {
      reportLoneCaption(node, containers)
      return nil
    }
    let before = table.lines[..<(table.delimiter - 1)]
    if !before.isEmpty {
      let deeper = Containers(depth: containers.depth + 1, quotes: 0, isInNote: containers.isInNote)
      blocks += self.blocks(in: Array(before.joined(separator: [UInt8(ascii: "\n")])), from: table.first + lineOffset, deeper)
    }
    var next = node.next
    var caption = Array(table.lines[table.end...])
    var captionLine = table.first + table.end
    if caption.isEmpty, let paragraph = next, paragraph.type == CMARK_NODE_PARAGRAPH {
      let lines = contentLines(of: paragraph, containers)
      if isCaption(lines[0]) {
        caption = lines
        captionLine = paragraph.startLine
        next = paragraph.next
      }
    }
    blocks.append(read(table, caption: captionText(caption), captionLine: captionLine + lineOffset))
    return NextNode(node: next)
  }

  private mutating func read(_ table: TableLines, caption: [UInt8], captionLine: Int) -> Block {
    var caption = caption
    var attributes = Attributes.none
    if let found = caption.withUnsafeBufferPointer({ trailingAttributes($0, line: captionLine) }) {
      attributes = found.attributes
      caption.removeLast(found.length)
    }
    let line = table.first + table.delimiter - 1 + lineOffset
    let width = table.alignments.count
    var texts = TableRow.cells(table.lines[table.delimiter - 1]).map { (bytes: $0, line: line) }
    for index in (table.delimiter + 1)..<max(table.delimiter + 1, table.end) {
      texts += row(table.lines[index], width: width, line: table.first + index + lineOffset)
    }
    let inlines = self.texts(texts + [(caption, captionLine)])
    let rows = stride(from: width, to: inlines.count - 1, by: width).map { Array(inlines[$0..<($0 + width)]) }
    let content = Table(
      alignments: table.alignments, header: Array(inlines[..<width]), rows: rows, caption: inlines[inlines.count - 1],
      attributes: attributes)
    return Block(.table(content), line: line)
  }

  /// A row's cells, as many as the header has: missing ones are empty, surplus ones are kept in the last.
  private mutating func row(_ text: ArraySlice<UInt8>, width: Int, line: Int) -> [(bytes: [UInt8], line: Int)] {
    var cells = TableRow.cells(text)
    if cells.count > width {
      report(
        Problem(
          rule: "markdown-table-row-too-long", summary: "Row has \(cells.count) cells, but the table \(width) columns",
          explanation: "The surplus cells are printed in the last column.", remedy: "write \"\\|\" for a | that does not end a cell"),
        line: line)
      cells = cells[..<(width - 1)] + [Array(cells[(width - 1)...].joined(separator: " | ".utf8))]
    }
    return (cells + [[UInt8]](repeating: [], count: width - cells.count)).map { ($0, line) }
  }

  // MARK: Finding

  private mutating func tableLines(_ node: CmarkNode, _ containers: Containers) -> TableLines? {
    guard node.endLine > node.startLine else { return nil }
    for number in (node.startLine + 1)...node.endLine {
      let line = contentLine(number, of: node, containers)
      guard let alignments = TableRow.delimiters(line) else { continue }
      let header = contentLine(number - 1, of: node, containers)
      guard header.contains(UInt8(ascii: "|")) || line.contains(UInt8(ascii: "|")) else { continue }
      let width = TableRow.cells(header).count
      guard width == alignments.count else {
        reportWidths(width, alignments.count, line: number + lineOffset)
        continue
      }
      let lines = contentLines(of: node, containers)
      let delimiter = number - node.startLine
      let end = lines.indices.first { $0 > delimiter && isCaption(lines[$0]) } ?? lines.count
      return TableLines(lines: lines, first: node.startLine, delimiter: delimiter, alignments: alignments, end: end)
    }
    return nil
  }

  private func contentLines(of node: CmarkNode, _ containers: Containers) -> [ArraySlice<UInt8>] {
    (node.startLine...max(node.startLine, node.endLine)).map { contentLine($0, of: node, containers) }
  }

  /// A line of a paragraph without the blanks, and the `>` of block quotes, before it.
  private func contentLine(_ number: Int, of node: CmarkNode, _ containers: Containers) -> ArraySlice<UInt8> {
    let range = source.line(number)
    if number == node.startLine {
      return source.bytes[min(range.lowerBound + max(0, node.startColumn - 1), range.upperBound)..<range.upperBound]
    }
    var start = range.lowerBound
    var quotes = containers.quotes
    while start < range.upperBound, isBlank(source.bytes[start]) || (quotes > 0 && source.bytes[start] == UInt8(ascii: ">")) {
      if source.bytes[start] == UInt8(ascii: ">") { quotes -= 1 }
      start += 1
    }
    return source.bytes[start..<range.upperBound]
  }

  // MARK: Captions

  private func isCaption(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: ":") && line.count > 1 && isBlank(line[line.startIndex + 1])
  }

  /// A caption's lines as one, without the colon.
  private func captionText(_ lines: [ArraySlice<UInt8>]) -> [UInt8] {
    var text = Array(lines.map { $0.drop(while: isBlank) }.joined(separator: " ".utf8).dropFirst())
    while let last = text.last, isBlank(last) { text.removeLast() }
    return Array(text.drop(while: isBlank))
  }

  private mutating func reportWidths(_ header: Int, _ delimiters: Int, line: Int) {
    report(
      Problem(
        rule: "markdown-table-columns", summary: "Header has \(header) cells, but the row of dashes \(delimiters); this is printed as text",
        remedy: "give both rows the same number of cells"),
      line: line)
  }

  /// Reports a caption's attributes where no table stands before them.
  private mutating func reportLoneCaption(_ node: CmarkNode, _ containers: Containers) {
    let line = contentLine(node.startLine, of: node, containers)
    guard isCaption(line), line.last == UInt8(ascii: "}") else { return }
    report(
      Problem(
        rule: "markdown-caption-without-table", summary: "Caption has no table before it, and is printed as text",
        remedy: "put it under its table, with nothing but blank lines between"),
      line: node.startLine + lineOffset)
  }
}
