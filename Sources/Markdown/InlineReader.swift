internal import CCmark
internal import Diagnostics

/// Siblings in libcmark's tree: from `first` up to but without `end`, without the first `skip` bytes of the first and the last `drop` of the last.
struct NodeSpan {
  var first: CmarkNode?
  var end: CmarkNode?
  var skip = 0
  var drop = 0

  init(_ first: CmarkNode?, end: CmarkNode? = nil, skip: Int = 0) {
    self.first = first
    self.end = end
    self.skip = skip
  }

  /// The node after one of the span's, nil at its end.
  func node(after node: CmarkNode) -> CmarkNode? {
    guard let next = node.next, next.pointer != end?.pointer else { return nil }
    return next
  }

  /// A text node's text, as far as it is in the span.
  func text(of node: CmarkNode) -> UnsafeBufferPointer<UInt8> {
    let text = node.literal
    let lower = node.pointer == first?.pointer ? min(skip, text.count) : 0
    let upper = drop > 0 && self.node(after: node) == nil ? max(lower, text.count - drop) : text.count
    return lower == 0 && upper == text.count ? text : UnsafeBufferPointer(rebasing: text[lower..<upper])
  }
}

struct InlineContext {
  var depth = 0
  /// In a link's text, where a citation or a footnote could not be a link of its own.
  var isInLink = false
}

extension Reader {
  mutating func inlines(_ span: NodeSpan, _ context: InlineContext) -> [Inline] {
    if options.extensions, needsScan(span) {
      let flat = flatText(span, context)
      var scanner = InlineScanner(flat, labels: notes.labels, isInLink: context.isInLink)
      let inlines = scanner.scan()
      for found in scanner.problems { report(found.problem, line: found.line, snippet: found.snippet) }
      notes.references.append(contentsOf: scanner.references)
      return inlines
    }
    var inlines: [Inline] = []
    var node = span.first
    while let current = node {
      node = span.node(after: current)
      if current.type == CMARK_NODE_TEXT {
        let text = span.text(of: current)
        if !text.isEmpty { inlines.append(.text(String(decoding: text, as: UTF8.self))) }
      } else {
        appendInline(current, to: &inlines, context)
      }
    }
    return inlines
  }

  /// Whether one of the texts holds a character that an extension looks at, or a mark.
  private func needsScan(_ span: NodeSpan) -> Bool {
    var node = span.first
    while let current = node {
      if current.type == CMARK_NODE_TEXT {
        for byte in current.literal {
          switch byte {
          case UInt8(ascii: "@"), UInt8(ascii: "^"), UInt8(ascii: "~"), 0xF0: return true
          default: continue
          }
        }
      }
      node = span.node(after: current)
    }
    return false
  }

  private mutating func flatText(_ span: NodeSpan, _ context: InlineContext) -> FlatText {
    var flat = FlatText()
    var node = span.first
    while let current = node {
      node = span.node(after: current)
      flat.enter(line: line(of: current), ofText: current.type == CMARK_NODE_TEXT)
      switch current.type {
      case CMARK_NODE_TEXT:
        flat.append(marked: span.text(of: current))
      case CMARK_NODE_SOFTBREAK:
        flat.bytes.append(FlatText.softBreak)
      default:
        var inlines: [Inline] = []
        appendInline(current, to: &inlines, context)
        for inline in inlines { flat.append(inline) }
      }
    }
    return flat
  }

  /// Appends what a node other than text is.
  private mutating func appendInline(_ node: CmarkNode, to inlines: inout [Inline], _ context: InlineContext) {
    switch node.type {
    case CMARK_NODE_SOFTBREAK: inlines.append(.softBreak)
    case CMARK_NODE_LINEBREAK: inlines.append(.lineBreak)
    case CMARK_NODE_CODE: inlines.append(code(shown(node.literal), line: line(of: node)))
    case CMARK_NODE_HTML_INLINE:
      let html = shown(node.literal)
      if options.rawHTML { inlines.append(.html(html)) } else { inlines += htmlAsText(html, line: line(of: node)) }
    case _ where context.depth >= Containers.maximumDepth:
      reportTooDeep(line: line(of: node))
      inlines.append(.text(flattened(node)))
    case CMARK_NODE_EMPH: inlines.append(.emphasis(children(of: node, context)))
    case CMARK_NODE_STRONG: inlines.append(.strong(children(of: node, context)))
    case CMARK_NODE_LINK: inlines.append(link(node, context))
    case CMARK_NODE_IMAGE:
      let children = children(of: node, InlineContext(depth: context.depth, isInLink: true))
      checkScheme(shown(node.url), node)
      inlines.append(.image(source: shown(node.url), title: shown(node.title), children))
    default: inlines += children(of: node, context)
    }
  }

  private mutating func children(of node: CmarkNode, _ context: InlineContext) -> [Inline] {
    inlines(NodeSpan(node.firstChild), InlineContext(depth: context.depth + 1, isInLink: context.isInLink))
  }

  private mutating func link(_ node: CmarkNode, _ context: InlineContext) -> Inline {
    let url = shown(node.url)
    let title = shown(node.title)
    if let text = node.firstChild, text.type == CMARK_NODE_TEXT, text.next == nil {
      let shown = shown(text.literal)
      // An address that is its own text, as in `<https://example.org/@name>`, is no place for citations.
      if shown == url || url == "mailto:" + shown { return .link(destination: url, title: title, [.text(shown)]) }
    }
    checkScheme(url, node)
    return .link(
      destination: url, title: title, inlines(NodeSpan(node.firstChild), InlineContext(depth: context.depth + 1, isInLink: true)))
  }

  private mutating func checkScheme(_ url: String, _ node: CmarkNode) {
    guard !options.rawHTML, !LinkScheme(of: url).isAllowed else { return }
    report(
      Problem(
        rule: "markdown-link-scheme", summary: "Link to \"\(url.prefix(60))\" is printed as text",
        explanation: "Links may be http, https, mailto, tel, relative to the page or a fragment.", remedy: "link to a web address"),
      line: line(of: node), snippet: url)
  }

  /// A code span, or a number from the data when it is words in braces.
  private func code(_ text: String, line: Int) -> Inline {
    let bytes = text.utf8
    guard options.extensions, bytes.count > 2, bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") else { return .code(text) }
    let words = text.dropFirst().dropLast()
    guard let first = words.utf8.first, isASCIILetter(first), !words.utf8.contains(where: { $0 == 0x7B || $0 == 0x7D }) else {
      return .code(text)
    }
    return .number(String(words), line: line)
  }

  /// The text of inlines that are nested too deep, with their Markdown as far as libcmark's tree still knows it.
  private func flattened(_ node: CmarkNode) -> String {
    guard let iterator = cmark_iter_new(node.pointer) else { return "" }
    defer { cmark_iter_free(iterator) }
    var out = ""
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let current = CmarkNode(cmark_iter_get_node(iterator)) else { return out }
      let isEnd = event == CMARK_EVENT_EXIT
      switch current.type {
      case CMARK_NODE_EMPH: out += "*"
      case CMARK_NODE_STRONG: out += "**"
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        let opening = current.type == CMARK_NODE_LINK ? "[" : "!["
        out += isEnd ? "](\(shown(current.url)))" : opening
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: out += " "
      case CMARK_NODE_CODE: out += "`\(shown(current.literal))`"
      default: out += shown(current.literal)
      }
    }
  }
}
