package import HTML
package import Markdown

/// Numbers a document's footnotes and writes their marks and their list.
///
///     var notes = FootnoteWriter(document.footnotes, prefix: "narrative-")
///     writer.hooks.footnoteReference = { notes.mark($0) }
///
/// `prefix` keeps the ids of several texts on one page apart.
package struct FootnoteWriter {
  private let footnotes: [Footnote]
  private let prefix: String
  private let numbers: [String: Int]
  private var marked: Set<Int> = []

  package init(_ footnotes: [Footnote], prefix: String = "") {
    self.footnotes = footnotes
    self.prefix = prefix
    numbers = Dictionary(footnotes.enumerated().map { ($1.label, $0 + 1) }, uniquingKeysWith: { first, _ in first })
  }

  /// The raised number of a reference; the first of each footnote is where the list leads back to.
  package mutating func mark(_ label: String) -> Node {
    guard let number = numbers[label] else { return .text("[^" + label + "]") }
    let id = marked.insert(number).inserted ? [Attribute("id", "\(prefix)fnref-\(number)")] : []
    let link = Node.element(
      "a", id + [Attribute("href", "#\(prefix)fn-\(number)"), Attribute("role", "doc-noteref")],
      [.text(FigureGroup.letter(number - 1).lowercased())])
    return .element("sup", [Attribute("class", "footnote-ref")], [link])
  }

  /// The footnotes as a list; nothing when there are none.
  package func list(_ writer: MarkdownWriter) -> Node {
    guard !footnotes.isEmpty else { return .empty }
    let items = footnotes.enumerated().map { index, footnote in
      Node.element("li", [Attribute("id", "\(prefix)fn-\(index + 1)")], body(footnote, number: index + 1, writer))
    }
    return .element(
      "div", [Attribute("class", "footnotes"), Attribute("role", "doc-endnotes")],
      [.element("h2", [], [.text("Notes")]), .element("ol", [Attribute("type", "a")], items)])
  }

  /// The blocks with a link back at the end of the last paragraph.
  private func body(_ footnote: Footnote, number: Int, _ writer: MarkdownWriter) -> [Node] {
    let link = Node.element(
      "a",
      [
        Attribute("href", "#\(prefix)fnref-\(number)"), Attribute("role", "doc-backlink"),
        Attribute("aria-label", "Back to text, note \(number)"),
      ],
      [.text("↩")])
    guard let last = footnote.blocks.last, case .paragraph(let inlines) = last.content else {
      return writer.nodes(footnote.blocks) + [link]
    }
    return writer.nodes(Array(footnote.blocks.dropLast())) + [.element("p", [], writer.nodes(inlines) + [.text(" "), link])]
  }
}
