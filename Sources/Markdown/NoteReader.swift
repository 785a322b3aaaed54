internal import CCmark
internal import Diagnostics

/// What is known of a text's footnotes while it is read.
struct Notes {
  /// A definition as it was read.
  struct Definition {
    var footnote: Footnote
    /// The labels that its own text refers to.
    var references: [String]
    /// Where among the document's blocks it stood; nil when it stood in a list or quote.
    var position: Int?
  }

  /// The labels that are defined.
  var labels: Set<String> = []
  /// The labels that the text being read refers to, in order.
  var references: [String] = []
  var definitions: [String: Definition] = [:]
  /// The labels in the order of their definitions.
  var order: [String] = []
}

/// What to read after a block that was more than one node.
struct NextNode {
  var node: CmarkNode?
}

extension Reader {
  /// Notes the labels that are defined in paragraphs, so that a reference before its definition is known.
  mutating func collectLabels(_ root: CmarkNode, depth: Int = 0) {
    var node = root.firstChild
    while let current = node {
      node = current.next
      if current.type == CMARK_NODE_PARAGRAPH {
        for start in noteStarts(in: current) { notes.labels.insert(start.label) }
      } else if current.isBlock, depth < Containers.maximumDepth {
        collectLabels(current, depth: depth + 1)
      }
    }
  }

  /// A text node that begins a footnote, and the length of its `[^label]:` with the blanks after it.
  private struct NoteStart {
    var node: CmarkNode
    var previous: CmarkNode?
    var label: String
    var skip: Int
  }

  private func noteStarts(in paragraph: CmarkNode) -> [NoteStart] {
    var starts: [NoteStart] = []
    var previous: CmarkNode?
    var node = paragraph.firstChild
    while let current = node {
      node = current.next
      if current.type == CMARK_NODE_TEXT, previous == nil || previous?.type == CMARK_NODE_SOFTBREAK,
        let found = noteLabel(current.literal)
      {
        starts.append(NoteStart(node: current, previous: previous, label: found.label, skip: found.length))
      }
      previous = current
    }
    return starts
  }

  /// The label of `[^label]: ` at a text's start, behind its mark.
  private func noteLabel(_ text: UnsafeBufferPointer<UInt8>) -> (label: String, length: Int)? {
    guard Mark(in: text, at: 0) == .note else { return nil }
    let bytes = Array(text.prefix(210))
    guard let end = labelEnd(bytes, from: 6, to: bytes.count), end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: ":") else {
      return nil
    }
    var length = end + 2
    while length < text.count, isBlank(text[length]) { length += 1 }
    return (shown(UnsafeBufferPointer(rebasing: text[6..<end])), length)
  }

  /// Takes the footnotes out of a paragraph that defines some; nil when it defines none.
  mutating func appendNotes(_ node: CmarkNode, to blocks: inout [Block], _ containers: Containers) -> NextNode? {
    guard original.hasNotes, !containers.isInNote else { return nil }
    let starts = noteStarts(in: node)
    guard let first = starts.first else { return nil }
    if let end = first.previous {
      let text = inlines(NodeSpan(node.firstChild, end: end), InlineContext())
      blocks.append(Block(.paragraph(text), line: line(of: node)))
    }
    var next = node.next
    for (index, start) in starts.enumerated() {
      let isLast = index == starts.count - 1
      let outer = notes.references
      notes.references = []
      var body: [Block]
      if isLast, containers.depth == 0, let code = next, isIndentedCode(code) {
        body = noteBlocks(start.node, through: code, containers)
        next = code.next
      } else {
        let span = noteSpan(start, end: isLast ? nil : starts[index + 1].previous)
        body = [Block(.paragraph(inlines(span, InlineContext())), line: line(of: start.node))]
      }
      let references = notes.references
      notes.references = outer
      define(start.label, body, references, line(of: start.node), at: containers.depth == 0 ? blocks.count : nil, &blocks)
    }
    return NextNode(node: next)
  }

  /// What follows a footnote's label in its paragraph, without a line end at its start.
  private func noteSpan(_ start: NoteStart, end: CmarkNode?) -> NodeSpan {
    var span = NodeSpan(start.node, end: end, skip: start.skip)
    guard start.skip == start.node.literal.count else { return span }
    span.skip = 0
    span.first = span.node(after: start.node)
    if let first = span.first, first.type == CMARK_NODE_SOFTBREAK { span.first = span.node(after: first) }
    return span
  }

  private mutating func define(
    _ label: String, _ body: [Block], _ references: [String], _ line: Int, at position: Int?, _ blocks: inout [Block]
  ) {
    let footnote = Footnote(label: label, blocks: body, line: line)
    guard let first = notes.definitions[label] else {
      notes.definitions[label] = Notes.Definition(footnote: footnote, references: references, position: position)
      notes.order.append(label)
      return
    }
    report(
      Problem(
        severity: .error, rule: "markdown-footnote-duplicate",
        summary: "Footnote \"[^\(label)]\" is defined on line \(first.footnote.line) already, so this one is printed as text",
        remedy: "give it another label"),
      line: line, snippet: "[^\(label)]")
    blocks += footnote.asText
    notes.references += references
  }

  /// Whether a node at the document's top level is code by its indentation: the further paragraphs of a footnote before it.
  private func isIndentedCode(_ node: CmarkNode) -> Bool {
    guard node.type == CMARK_NODE_CODE_BLOCK else { return false }
    let line = source.bytes[source.line(node.startLine)]
    return line.starts(with: "    ".utf8) || line.prefix(4).contains(UInt8(ascii: "\t"))
  }

  /// Reads a footnote of several blocks: from the text after its label to the end of the indented lines after it.
  private mutating func noteBlocks(_ start: CmarkNode, through code: CmarkNode, _ containers: Containers) -> [Block] {
    var text: [UInt8] = []
    for number in start.startLine...max(start.startLine, code.endLine) {
      var line = source.bytes[source.line(number)]
      if number == start.startLine {
        if let colon = line.firstIndex(of: UInt8(ascii: "]")) { line = line[(colon + 2)...] }
        line = line.drop(while: isBlank)
      } else if line.first == UInt8(ascii: "\t") {
        line = line.dropFirst()
      } else {
        line = line.dropFirst(line.prefix(4).prefix { $0 == UInt8(ascii: " ") }.count)
      }
      text.append(contentsOf: line)
      text.append(UInt8(ascii: "\n"))
    }
    return blocks(in: text, from: line(of: start), Containers(depth: containers.depth + 1, quotes: 0, isInNote: true))
  }
}

extension Footnote {
  /// The definition as it was written, for when it is no footnote.
  fileprivate var asText: [Block] {
    var blocks = self.blocks
    let opening = Inline.text("[^\(label)]: ")
    if let first = blocks.first, case .paragraph(let inlines) = first.content {
      blocks[0] = Block(.paragraph([opening] + inlines), line: line)
      return blocks
    }
    return [Block(.paragraph([opening]), line: line)] + blocks
  }
}

// MARK: - Order

extension Reader {
  /// Whether every label that is referred to has its definition, and the labels that have.
  var definedLabels: (areAll: Bool, labels: Set<String>) {
    let used = notes.references + notes.definitions.values.flatMap(\.references)
    return (used.allSatisfy { notes.definitions[$0] != nil }, Set(notes.definitions.keys))
  }

  /// The footnotes in the order of first reference. Definitions that nothing refers to go back among the blocks as text.
  mutating func footnotesInOrder(_ blocks: inout [Block]) -> [Footnote] {
    var order: [String] = []
    var seen: Set<String> = []
    follow(notes.references, &order, &seen)
    var unused: [Notes.Definition] = []
    for label in notes.order where !seen.contains(label) {
      guard let definition = notes.definitions[label] else { continue }
      report(
        Problem(
          rule: "markdown-footnote-unreferenced", summary: "Footnote \"[^\(label)]\" is never referred to, and is printed as text",
          remedy: "write \"[^\(label)]\" where it belongs"),
        line: definition.footnote.line, snippet: "[^\(label)]")
      follow(definition.references, &order, &seen)
      // A note that refers to itself by others is a footnote all the same, so that their marks lead somewhere.
      if !seen.contains(label) { unused.append(definition) }
    }
    for definition in unused.reversed() where !seen.contains(definition.footnote.label) {
      blocks.insert(contentsOf: definition.footnote.asText, at: min(definition.position ?? blocks.count, blocks.count))
    }
    return order.compactMap { notes.definitions[$0]?.footnote }
  }

  private func follow(_ references: [String], _ order: inout [String], _ seen: inout Set<String>) {
    let start = order.count
    for label in references where seen.insert(label).inserted { order.append(label) }
    var index = start
    while index < order.count {
      for label in notes.definitions[order[index]]?.references ?? [] where seen.insert(label).inserted { order.append(label) }
      index += 1
    }
  }
}
