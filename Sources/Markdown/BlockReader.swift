internal import CCmark
internal import Diagnostics

/// What a block stands in.
struct Containers {
  var depth = 0
  /// Block quotes around it, whose `>` its lines begin with.
  var quotes = 0
  /// In a footnote's text, which defines no footnotes.
  var isInNote = false

  /// Deeper blocks and inlines become text, so that no walk over the tree runs out of stack.
  static let maximumDepth = 100
}

extension Reader {
  mutating func blocks(of parent: CmarkNode, _ containers: Containers) -> [Block] {
    var blocks: [Block] = []
    var node = parent.firstChild
    var inner = containers
    inner.depth += 1
    var quoted = inner
    quoted.quotes += 1
    while let current = node {
      node = current.next
      switch current.type {
      case CMARK_NODE_PARAGRAPH:
        node = appendParagraph(current, to: &blocks, containers)
      case CMARK_NODE_HEADING:
        blocks.append(heading(current))
      case _ where current.firstChild != nil && containers.depth >= Containers.maximumDepth:
        blocks.append(tooDeep(current))
      case CMARK_NODE_BLOCK_QUOTE:
        blocks.append(Block(.quote(self.blocks(of: current, quoted)), line: line(of: current)))
      case CMARK_NODE_LIST:
        blocks.append(list(current, inner))
      default:
        blocks.append(leaf(current))
      }
    }
    return blocks
  }

  private mutating func list(_ node: CmarkNode, _ containers: Containers) -> Block {
    var items: [[Block]] = []
    var item = node.firstChild
    while let current = item {
      items.append(blocks(of: current, containers))
      item = current.next
    }
    let isOrdered = cmark_node_get_list_type(node.pointer) == CMARK_ORDERED_LIST
    let start = isOrdered ? Int(cmark_node_get_list_start(node.pointer)) : nil
    let isTight = cmark_node_get_list_tight(node.pointer) != 0
    return Block(.list(List(start: start, isTight: isTight, items: items)), line: line(of: node))
  }

  private mutating func heading(_ node: CmarkNode) -> Block {
    let line = line(of: node)
    var span = NodeSpan(node.firstChild)
    var attributes = Attributes.none
    if options.extensions, let last = node.lastChild, last.type == CMARK_NODE_TEXT, let found = trailingAttributes(last.literal, line: line)
    {
      attributes = found.attributes
      span.drop = found.length
    }
    let level = Int(cmark_node_get_heading_level(node.pointer))
    return Block(.heading(level: level, inlines(span, InlineContext()), attributes), line: line)
  }

  /// A block without blocks or inlines in it.
  private mutating func leaf(_ node: CmarkNode) -> Block {
    let line = line(of: node)
    switch node.type {
    case CMARK_NODE_CODE_BLOCK:
      return code(info: shown(node.fenceInfo), text: shown(node.literal), line: line)
    case CMARK_NODE_HTML_BLOCK:
      let html = shown(node.literal)
      return Block(options.rawHTML ? .html(html) : .paragraph(htmlAsText(html, line: line)), line: line)
    case CMARK_NODE_THEMATIC_BREAK:
      return Block(.thematicBreak, line: line)
    default:
      return Block(.quote([]), line: line)
    }
  }

  /// A code block, or a generated part when its info string is a name in braces.
  private mutating func code(info: String, text: String, line: Int) -> Block {
    guard options.extensions, info.utf8.first == UInt8(ascii: "{") else { return Block(.code(info: info, text: text), line: line) }
    let name = info.dropFirst().dropLast()
    let isName = name.utf8.allSatisfy { isASCIILetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    if info.utf8.last == UInt8(ascii: "}"), isName, let first = name.utf8.first, isASCIILetter(first) {
      return Block(.part(name: String(name), options: text, bodyLine: line + 1), line: line)
    }
    report(
      Problem(
        rule: "markdown-part-unclear", summary: "\"\(info)\" does not name a generated part, so the block is printed as code",
        remedy: "write a name alone between the braces, such as {timeline}, and its options as YAML between the fences"),
      line: line, snippet: info)
    return Block(.code(info: info, text: text), line: line)
  }

  /// Appends a paragraph, or the tables and footnotes that it is in truth. Returns the node to go on with.
  private mutating func appendParagraph(_ node: CmarkNode, to blocks: inout [Block], _ containers: Containers) -> CmarkNode? {
    if options.extensions, fixedLine == nil {
      if let next = appendTable(node, to: &blocks, containers) { return next.node }
      if let next = appendNotes(node, to: &blocks, containers) { return next.node }
    }
    let before = definitionLines(before: node)
    lineOffset += before
    blocks.append(Block(.paragraph(inlines(NodeSpan(node.firstChild), InlineContext())), line: line(of: node)))
    lineOffset -= before
    return node.next
  }

  /// The number of lines that link reference definitions take before a paragraph's text: libcmark counts them into the paragraph.
  private func definitionLines(before node: CmarkNode) -> Int {
    guard fixedLine == nil, let last = node.lastChild else { return 0 }
    let range = source.line(node.startLine)
    let start = range.lowerBound + max(0, node.startColumn - 1)
    guard start < range.upperBound, source.bytes[start] == UInt8(ascii: "["), last.endLine > 0 else { return 0 }
    return max(0, node.endLine - last.endLine)
  }
}

// MARK: - Too deep

extension Reader {
  /// The lines of a block that is nested too deep, as one paragraph of text.
  private mutating func tooDeep(_ node: CmarkNode) -> Block {
    let line = line(of: node)
    reportTooDeep(line: line)
    var inlines: [Inline] = []
    for number in node.startLine...max(node.startLine, node.endLine) {
      var range = source.line(number)
      if number == node.startLine { range = min(range.upperBound, range.lowerBound + max(0, node.startColumn - 1))..<range.upperBound }
      if !inlines.isEmpty { inlines.append(.softBreak) }
      inlines.append(.text(source.bytes.withUnsafeBufferPointer { shown(UnsafeBufferPointer(rebasing: $0[range])) }))
    }
    return Block(.paragraph(inlines), line: line)
  }

  /// Reports the first place only: what is deeper there is too deep as well.
  mutating func reportTooDeep(line: Int) {
    guard !hasReportedDepth else { return }
    hasReportedDepth = true
    report(
      Problem(
        rule: "markdown-nesting-too-deep",
        summary: "More than \(Containers.maximumDepth) levels of nesting; what is deeper is printed as text",
        remedy: "nest lists, quotes and emphasis less deeply"),
      line: line)
  }

  /// Raw HTML where it is not allowed: its lines as text.
  mutating func htmlAsText(_ html: String, line: Int) -> [Inline] {
    let lines = html.split(separator: "\n")
    let first = lines.first.map(String.init) ?? html
    if !first.hasPrefix("</") {
      report(
        Problem(
          rule: "markdown-raw-html", summary: "HTML \"\(first.prefix(60))\" is printed as text",
          remedy: "write it in Markdown, or set \"raw-html: true\" in site.yaml"),
        line: line, snippet: first)
    }
    return Array(lines.map { [Inline.text(String($0))] }.joined(separator: [.softBreak]))
  }
}
