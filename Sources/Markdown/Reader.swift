internal import Diagnostics

/// Turns libcmark's tree of one text into a `Document`.
struct Reader {
  /// The text that is being read: the author's, or a part of it that is parsed again, such as a footnote of several paragraphs.
  var source: MarkedSource
  /// What is added to a line of `source` to get the file's.
  var lineOffset: Int
  /// The file's line of every node while a single line, such as a table's cell, is read.
  var fixedLine: Int?
  var notes = Notes()
  var diagnostics: [Diagnostic] = []

  let options: Document.Options
  let start: SourceLocation
  let original: MarkedSource
  private var knownDefinitions: [UInt8]?
  private var reportedCount = 0
  var hasReportedDepth = false

  init(_ source: MarkedSource, _ options: Document.Options, _ start: SourceLocation) {
    self.source = source
    self.original = source
    self.options = options
    self.start = start
    lineOffset = start.line - 1
  }

  /// Reads the whole text as one line of inlines, which defines no links.
  mutating func line() -> [Inline] {
    knownDefinitions = []
    reportExceeded()
    let line = source.bytes.map { isBlank($0) ? UInt8(ascii: " ") : $0 }
    return texts([(Array(line.drop(while: isBlank)), start.line)]).first ?? []
  }

  mutating func document() -> Document {
    CmarkNode.parsing(source.bytes) { root in
      guard let root else { return Document() }
      if source.hasNotes { collectLabels(root) }
      reportExceeded()
      var blocks = blocks(of: root, Containers())
      if !definedLabels.areAll {
        // A line that looks like a definition was none: it stood in a table. Its references are text.
        notes = Notes(labels: definedLabels.labels)
        diagnostics = []
        reportedCount = 0
        hasReportedDepth = false
        reportExceeded()
        blocks = self.blocks(of: root, Containers())
      }
      let footnotes = footnotesInOrder(&blocks)
      return Document(blocks: blocks, footnotes: footnotes)
    }
  }

  /// A text of libcmark's tree as the author wrote it.
  func shown(_ text: UnsafeBufferPointer<UInt8>) -> String {
    options.extensions ? unmarked(text) : String(decoding: text, as: UTF8.self)
  }

  /// The file's line that a node begins on.
  func line(of node: CmarkNode) -> Int { fixedLine ?? (max(1, node.startLine) + lineOffset) }

  /// Reads blocks of a text that is a part of the document, such as a footnote's; `line` is the file's line of its first.
  mutating func blocks(in text: [UInt8], from line: Int, _ containers: Containers) -> [Block] {
    let saved = (source, lineOffset, fixedLine)
    defer { (source, lineOffset, fixedLine) = saved }
    source = MarkedSource(marked: text)
    lineOffset = line - 1
    fixedLine = nil
    return CmarkNode.parsing(withDefinitions(text)) { root in
      guard let root else { return [] }
      return blocks(of: root, containers)
    }
  }

  /// Reads texts that are one line each as inlines: cells, captions. They are parsed at once, each as a paragraph.
  ///
  /// A no-break space of the Ogham script before each keeps it from beginning a list, a heading or another block.
  mutating func texts(_ texts: [(bytes: [UInt8], line: Int)]) -> [[Inline]] {
    var result = [[Inline]](repeating: [], count: texts.count)
    var marked: [UInt8] = []
    var order: [Int] = []
    for (index, text) in texts.enumerated() where !text.bytes.isEmpty {
      if text.bytes.withUnsafeBufferPointer({ isPlain($0) }) {
        result[index] = [.text(String(decoding: text.bytes, as: UTF8.self))]
        continue
      }
      marked.append(contentsOf: Reader.lineOpening)
      marked.append(contentsOf: text.bytes)
      marked.append(contentsOf: [UInt8(ascii: "\n"), UInt8(ascii: "\n")])
      order.append(index)
    }
    guard !order.isEmpty else { return result }
    let saved = fixedLine
    defer { fixedLine = saved }
    CmarkNode.parsing(withDefinitions(marked)) { root in
      var node = root?.firstChild
      for index in order {
        guard let paragraph = node else { break }
        fixedLine = texts[index].line
        result[index] = inlines(NodeSpan(paragraph.firstChild, skip: Reader.lineOpening.count), InlineContext())
        node = paragraph.next
      }
    }
    return result
  }

  /// U+1680: white space to Unicode, so that emphasis works as at a line's start, but not to the rules of blocks.
  static let lineOpening: [UInt8] = [0xE1, 0x9A, 0x80]

  /// A part of the text, followed by the document's link reference definitions if it may need them.
  private mutating func withDefinitions(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(UInt8(ascii: "[")) else { return text }
    let definitions = knownDefinitions ?? linkDefinitions(in: original)
    knownDefinitions = definitions
    return definitions.isEmpty ? text : text + [UInt8(ascii: "\n"), UInt8(ascii: "\n")] + definitions
  }
}

// MARK: - Diagnostics

extension Reader {
  /// What a diagnostic says beside its place.
  struct Problem {
    var severity: Severity = .warning
    var rule: String
    var summary: String
    var explanation: String?
    var remedy: String?
  }

  /// Reports a problem on a line of the file, at the first place on it where `snippet` stands.
  mutating func report(_ problem: Problem, line: Int, snippet: String = "") {
    reportedCount += 1
    guard reportedCount <= Reader.maximumReports else { return }
    guard reportedCount < Reader.maximumReports else {
      diagnostics.append(
        Diagnostic(
          .warning, "markdown-too-many-problems", "More than \(Reader.maximumReports - 1) problems in one text; the others are not listed",
          at: SourceLocation(file: start.file, line: line)))
      return
    }
    diagnostics.append(
      Diagnostic(
        problem.severity, problem.rule, problem.summary, at: location(line, snippet), explanation: problem.explanation,
        remedy: problem.remedy))
  }

  static let maximumReports = 1_000

  private mutating func reportExceeded() {
    for (limit, line) in source.exceeded {
      switch limit {
      case .nesting: reportTooDeep(line: line + lineOffset)
      case .images, .emphasis:
        report(
          Problem(
            rule: "markdown-paragraph-too-complex",
            summary: limit == .images
              ? "More than \(Limits.maximumImages) images in one paragraph; the others are printed as text"
              : "More than \(Limits.maximumEmphasis) * and _ in one paragraph; the others are printed as text",
            remedy: "divide the paragraph by blank lines"),
          line: line + lineOffset)
      }
    }
  }

  /// Longer lines are not searched, so that a hostile text costs no quadratic time.
  private static let longestSearchedLine = 4_096

  private func location(_ line: Int, _ snippet: String) -> SourceLocation {
    let ownLine = line - start.line + 1
    var location = SourceLocation(file: start.file, line: line, column: ownLine == 1 ? start.column : 1)
    let range = original.line(ownLine)
    guard !snippet.isEmpty, range.count <= Reader.longestSearchedLine else { return location }
    let text = original.bytes.withUnsafeBufferPointer { shown(UnsafeBufferPointer(rebasing: $0[range])) }
    let scalars = Array(text.unicodeScalars)
    let wanted = Array(snippet.unicodeScalars)
    guard wanted.count <= scalars.count else { return location }
    for index in 0...(scalars.count - wanted.count) where scalars[index] == wanted[0] {
      guard scalars[index..<(index + wanted.count)].elementsEqual(wanted) else { continue }
      location.column += index
      location.length = wanted.count
      break
    }
    return location
  }
}
