import Diagnostics
import Markdown

/// Blocks in a compact notation for expectations, one a line, nested ones indented.
///
///     1 p: a *b* ~2~ [^n] @fig-x
///     3 h2#id.class: Title
func shown(_ blocks: [Block], indent: String = "") -> String {
  blocks.map { block in
    let start = "\(indent)\(block.line) "
    let inner = indent + "  "
    switch block.content {
    case .paragraph(let inlines): return start + "p: " + shown(inlines)
    case .heading(let level, let inlines, let attributes): return start + "h\(level)\(shown(attributes)): " + shown(inlines)
    case .quote(let blocks): return ([start + "quote"] + [shown(blocks, indent: inner)]).joined(separator: "\n")
    case .list(let list):
      let kind = (list.start.map { "ol\($0)" } ?? "ul") + (list.isTight ? "" : " loose")
      return ([start + kind] + list.items.map { shown($0, indent: inner) }).joined(separator: "\n")
    case .code(let info, let text): return start + "code(\(info)): \(text.debugDescription)"
    case .thematicBreak: return start + "hr"
    case .html(let html): return start + "html: \(html.debugDescription)"
    case .part(let name, let options, let bodyLine): return start + "part \(name)@\(bodyLine): \(options.debugDescription)"
    case .table(let table):
      let caption = table.caption.isEmpty ? "" : " \"\(shown(table.caption))\""
      let rows = ([table.header] + table.rows).map { inner + $0.map { shown($0) }.joined(separator: " | ") }
      let alignments = table.alignments.map { "\($0)".prefix(1) }.joined()
      return ([start + "table\(shown(table.attributes)) \(alignments)\(caption)"] + rows).joined(separator: "\n")
    }
  }.joined(separator: "\n")
}

func shown(_ attributes: Attributes) -> String {
  (attributes.id.map { "#" + $0 } ?? "") + attributes.classes.map { "." + $0 }.joined()
}

func shown(_ inlines: [Inline]) -> String {
  inlines.map { inline in
    switch inline {
    case .text(let text): text
    case .softBreak: "⏎"
    case .lineBreak: "⏎⏎"
    case .code(let text): "`\(text)`"
    case .html(let html): "html(\(html))"
    case .emphasis(let inlines): "*\(shown(inlines))*"
    case .strong(let inlines): "**\(shown(inlines))**"
    case .link(let destination, let title, let inlines): "link(\(shown(inlines))→\(destination)\(title.isEmpty ? "" : " " + title))"
    case .image(let source, let title, let inlines): "image(\(shown(inlines))→\(source)\(title.isEmpty ? "" : " " + title))"
    case .subscript(let inlines): "sub(\(shown(inlines)))"
    case .superscript(let inlines): "sup(\(shown(inlines)))"
    case .footnoteReference(let label): "note(\(label))"
    case .citation(let citation): "cite(\(citation.source))"
    case .crossReference(let id, let line): "ref(\(id)@\(line))"
    case .number(let words, let line): "number(\(words)@\(line))"
    }
  }.joined()
}

/// The blocks of a text in the notation of `shown`, then its footnotes, then its problems as `rule line:column+length`.
func read(_ text: String, rawHTML: Bool = false, firstLine: Int = 1) -> (blocks: String, footnotes: String, problems: [String]) {
  let (document, diagnostics) = Document.parse(text, options: .init(firstLine: firstLine, rawHTML: rawHTML), file: "narrative.md")
  let footnotes = document.footnotes.map { "\($0.label)@\($0.line):\n" + shown($0.blocks, indent: "  ") }
  let problems = diagnostics.map { diagnostic in
    let place = diagnostic.location.map { " \($0.line):\($0.column)" + ($0.length > 0 ? "+\($0.length)" : "") }
    return diagnostic.rule + (place ?? "")
  }
  return (shown(document.blocks), footnotes.joined(separator: "\n"), problems)
}
