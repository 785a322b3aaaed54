package import HTML
package import Markdown

/// Turns Markdown's blocks and inlines into HTML.
///
///     MarkdownWriter().nodes([Block(.paragraph([.text("a "), .emphasis([.text("b")])]), line: 1)])    // <p>a <em>b</em></p>
///
/// What a text alone does not know, such as a citation's number, comes from `hooks`; without them its source is printed.
package struct MarkdownWriter {
  /// Raw HTML is written as it is, and links may go anywhere. Otherwise both are printed as text.
  package var rawHTMLAllowed: Bool
  /// What is added to a heading's level; no heading is deeper than `h6`.
  package var headingOffset: Int
  package var hooks: Hooks

  package init(rawHTMLAllowed: Bool = false, headingOffset: Int = 0, hooks: Hooks = Hooks()) {
    self.rawHTMLAllowed = rawHTMLAllowed
    self.headingOffset = headingOffset
    self.hooks = hooks
  }

  package struct Hooks {
    /// What is done to each run of inlines before it is written.
    package var arrange: ([Inline]) -> [Inline] = { $0 }
    package var citation: (Citation) -> Node = { .text($0.source) }
    /// An id with its prefix, `fig-foot-1`.
    package var crossReference: (_ id: String) -> Node = { .text("@" + $0) }
    /// The words of `` `{area foot week 4}` ``.
    package var number: (_ words: String) -> Node = { .element("code", [], [.text("{" + $0 + "}")]) }
    package var footnoteReference: (_ label: String) -> Node = { .text("[^" + $0 + "]") }
    /// An image's source, title and alternative text; nil for a plain `img`.
    package var image: (_ source: String, _ title: String, _ text: [Inline]) -> Node? = { _, _, _ in nil }
    package var part: (_ name: String, _ options: String, _ bodyLine: Int) -> Node = { name, options, _ in
      .element("pre", [], [.element("code", [], [.text("{" + name + "}\n" + options)])])
    }
    /// Where a link leads on the site.
    package var destination: (String) -> String = { $0 }
    /// A heading's id.
    package var headingID: ([Inline], Attributes) -> String? = { $1.id }
    /// What stands before a table's caption, `Table 1. `, also when it has none.
    package var tableLabel: (Table) -> [Node] = { _ in [] }
    /// Where a finished table goes: into a box that scrolls, say.
    package var table: (Node, Table) -> Node = { node, _ in node }

    package init() {}
  }

  package func nodes(_ blocks: [Block]) -> [Node] { blocks.map { node($0) } }

  package func node(_ block: Block) -> Node {
    switch block.content {
    case .paragraph(let inlines): return .element("p", [], nodes(inlines))
    case .heading(let level, let inlines, let attributes): return heading(level, inlines, attributes)
    case .quote(let blocks): return .element("blockquote", [], nodes(blocks))
    case .list(let list): return node(list)
    case .code(let info, let text):
      let language = info.prefix { $0 != " " && $0 != "\t" && $0 != "\n" }
      let attributes = language.isEmpty ? [] : [Attribute("class", "language-" + language)]
      return .element("pre", [], [.element("code", attributes, [.text(text)])])
    case .thematicBreak: return .element("hr", [], [])
    case .html(let html): return rawHTMLAllowed ? .raw(html) : .element("p", [], [.text(html)])
    case .table(let table): return hooks.table(node(table), table)
    case .part(let name, let options, let bodyLine): return hooks.part(name, options, bodyLine)
    }
  }

  private func heading(_ level: Int, _ inlines: [Inline], _ attributes: Attributes) -> Node {
    var written: [Attribute] = []
    if let id = hooks.headingID(inlines, attributes) { written.append(Attribute("id", id)) }
    if !attributes.classes.isEmpty { written.append(Attribute("class", attributes.classes.joined(separator: " "))) }
    return .element("h\(min(6, max(1, level + headingOffset)))", written, nodes(inlines))
  }

  private func node(_ list: List) -> Node {
    let items = list.items.map { Node.element("li", [], list.isTight ? tight($0) : nodes($0)) }
    guard let start = list.start else { return .element("ul", [], items) }
    return .element("ol", start == 1 ? [] : [Attribute("start", String(start))], items)
  }

  /// The blocks of an item in a tight list, whose paragraphs have no element of their own.
  private func tight(_ blocks: [Block]) -> [Node] {
    var out: [Node] = []
    for (index, block) in blocks.enumerated() {
      guard case .paragraph(let inlines) = block.content else {
        out.append(node(block))
        continue
      }
      if index > 0 { out.append(.text("\n")) }
      out += nodes(inlines)
      if index < blocks.count - 1 { out.append(.text("\n")) }
    }
    return out
  }
}
