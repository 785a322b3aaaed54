internal import CasebookModel
internal import Diagnostics
internal import Markdown

/// What a text asks for and offers: collected in one walk over its tree, in the text's order.
struct TextContents {
  struct Part {
    var name: String
    var options: String
    var bodyLine: Int
    var line: Int
  }

  var parts = [Part]()
  /// Pictures' sources, cross-references' ids, citations' keys.
  var pictures = [(source: String, line: Int)]()
  var crossReferences = [(id: String, line: Int)]()
  var citations = [(key: String, line: Int)]()
  /// The words of `` `{area foot week 4}` ``.
  var numbers = [(words: String, line: Int)]()
  /// Ids of headings and tables, with the slugs of headings that have none.
  var ids = Set<String>()
  var firstHeading: String?

  init() {}

  init(_ document: Document) {
    visit(document.blocks)
    for note in document.footnotes { visit(note.blocks) }
  }

  init(_ text: RichText) { visit(text.inlines, text.location.line) }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      switch block.content {
      case .paragraph(let inlines): visit(inlines, block.line)
      case .heading(_, let inlines, let attributes):
        let title = inlines.plainText
        if firstHeading == nil { firstHeading = title }
        ids.insert(attributes.id ?? "sec-" + slug(title))
        visit(inlines, block.line)
      case .quote(let blocks): visit(blocks)
      case .list(let list): for item in list.items { visit(item) }
      case .table(let table): visit(table, block.line)
      case .part(let name, let options, let bodyLine):
        parts.append(Part(name: name, options: options, bodyLine: bodyLine, line: block.line))
      case .code, .thematicBreak, .html: break
      }
    }
  }

  private mutating func visit(_ table: Table, _ line: Int) {
    if let id = table.attributes.id { ids.insert(id) }
    for cell in table.header { visit(cell, line) }
    for row in table.rows {
      for cell in row { visit(cell, line) }
    }
    visit(table.caption, line)
  }

  private mutating func visit(_ inlines: [Inline], _ line: Int) {
    for inline in inlines {
      switch inline {
      case .text, .softBreak, .lineBreak, .code, .html, .footnoteReference: break
      case .emphasis(let inner), .strong(let inner), .subscript(let inner), .superscript(let inner), .link(_, _, let inner):
        visit(inner, line)
      case .image(let source, _, let inner):
        pictures.append((source, line))
        visit(inner, line)
      case .citation(let citation):
        for item in citation.items {
          citations.append((item.key, citation.line))
          visit(item.prefix, citation.line)
          visit(item.suffix, citation.line)
        }
      case .crossReference(let id, let line): crossReferences.append((id, line))
      case .number(let words, let line): numbers.append((words, line))
      }
    }
  }
}

/// "Case presentation" is "case-presentation".
private func slug(_ title: String) -> String {
  title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
}
