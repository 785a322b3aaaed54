extension Sequence<Inline> {
  /// Calls a function with each inline and those inside it, in the order of the text.
  package func visit(_ body: (Inline) -> Void) {
    for inline in self {
      body(inline)
      inline.children.visit(body)
    }
  }
}

extension Sequence<Block> {
  /// Calls a function with each block and those inside it, in the order of the text.
  package func visitBlocks(_ body: (Block) -> Void) {
    for block in self {
      body(block)
      block.children.visitBlocks(body)
    }
  }

  /// Calls a function with each inline, at any depth, and the line of the block that holds it, in the order of the text.
  package func visitInlines(_ body: (Inline, Int) -> Void) {
    visitBlocks { block in
      for inlines in block.inlines { inlines.visit { body($0, block.line) } }
    }
  }

  /// The number of words that a reader sees: between blanks, in paragraphs, headings, lists, tables and captions. Code, HTML and generated
  /// parts don't count.
  package var wordCount: Int {
    var count = 0
    visitBlocks { block in
      for inlines in block.inlines {
        var words = WordCounter()
        words.add(inlines)
        count += words.count
      }
    }
    return count
  }
}

extension Block {
  /// The blocks directly inside.
  package var children: [Block] {
    switch content {
    case .quote(let blocks): blocks
    case .list(let list): list.items.flatMap { $0 }
    default: []
    }
  }

  /// The block's own texts: a paragraph's or heading's, or a table's caption and cells.
  package var inlines: [[Inline]] {
    switch content {
    case .paragraph(let inlines), .heading(_, let inlines, _): [inlines]
    case .table(let table): [table.caption] + table.header + table.rows.flatMap { $0 }
    default: []
    }
  }
}

extension Document {
  /// Calls a function with each inline of the text and then of the footnotes, and the line of its block.
  package func visitInlines(_ body: (Inline, Int) -> Void) {
    blocks.visitInlines(body)
    for footnote in footnotes { footnote.blocks.visitInlines(body) }
  }
}
