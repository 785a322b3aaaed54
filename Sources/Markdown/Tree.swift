/// A text of an author: its blocks, its footnotes, and what could not be understood.
package struct Document: Hashable, Sendable {
  package var blocks: [Block]
  package var footnotes: [Footnote]

  package init(blocks: [Block] = [], footnotes: [Footnote] = []) {
    self.blocks = blocks
    self.footnotes = footnotes
  }
}

/// `[^label]: …` with the blocks it holds, in the order of first reference.
package struct Footnote: Hashable, Sendable {
  package var label: String
  package var blocks: [Block]
  package var line: Int

  package init(label: String, blocks: [Block], line: Int) {
    self.label = label
    self.blocks = blocks
    self.line = line
  }
}

/// A block and the line it begins on, counted from 1 in its file.
package struct Block: Hashable, Sendable {
  package var content: Content
  package var line: Int

  package init(_ content: Content, line: Int) {
    self.content = content
    self.line = line
  }

  package indirect enum Content: Hashable, Sendable {
    case paragraph([Inline])
    case heading(level: Int, [Inline], Attributes)
    case quote([Block])
    case list(List)
    case code(info: String, text: String)
    case thematicBreak
    case html(String)
    case table(Table)
    /// A fenced block ```` ```{timeline} ````: the part's name and the YAML between the fences, which begins on `bodyLine`.
    case part(name: String, options: String, bodyLine: Int)
  }
}

package struct List: Hashable, Sendable {
  /// nil for a bullet list, else the first number.
  package var start: Int?
  package var isTight: Bool
  package var items: [[Block]]

  package init(start: Int?, isTight: Bool, items: [[Block]]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// A pipe table; `caption` and `attributes` come from the line `: Caption {#tbl-labs}` under it.
package struct Table: Hashable, Sendable {
  package enum Alignment: Hashable, Sendable { case none, left, center, right }
  package var alignments: [Alignment]
  package var header: [[Inline]]
  package var rows: [[[Inline]]]
  package var caption: [Inline]
  package var attributes: Attributes

  package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]], caption: [Inline] = [], attributes: Attributes = .none) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.caption = caption
    self.attributes = attributes
  }
}

/// `{#sec-discussion .poster}`.
package struct Attributes: Hashable, Sendable {
  package var id: String?
  package var classes: [String]

  package init(id: String? = nil, classes: [String] = []) {
    self.id = id
    self.classes = classes
  }

  package static let none = Attributes()
}

package indirect enum Inline: Hashable, Sendable {
  case text(String)
  case softBreak
  case lineBreak
  case code(String)
  case html(String)
  case emphasis([Inline])
  case strong([Inline])
  case link(destination: String, title: String, [Inline])
  case image(source: String, title: String, [Inline])
  case `subscript`([Inline])
  case superscript([Inline])
  case footnoteReference(label: String)
  case citation(Citation)
  /// `@fig-foot-1`, `@tbl-labs`, `@sec-discussion`: the id with its prefix.
  case crossReference(id: String, line: Int)
  /// `` `{area foot week 4}` ``: the words between the braces.
  case number(String, line: Int)
}

/// One group of citations: `[see @balin2012, p. 5; @leroy2001]`, `@balin2012`, `[-@balin2012]`.
package struct Citation: Hashable, Sendable {
  package var items: [Item]
  /// The author stands in the sentence: `@balin2012 found …`.
  package var isInText: Bool
  package var line: Int
  /// What was written, for when a key has no reference.
  package var source: String

  package init(items: [Item], isInText: Bool, line: Int, source: String) {
    self.items = items
    self.isInText = isInText
    self.line = line
    self.source = source
  }

  package struct Item: Hashable, Sendable {
    package var key: String
    package var suppressesAuthor: Bool
    package var prefix: [Inline]
    /// What follows the key's comma, unparsed: `p. 5 and elsewhere`.
    package var suffix: [Inline]

    package init(key: String, suppressesAuthor: Bool = false, prefix: [Inline] = [], suffix: [Inline] = []) {
      self.key = key
      self.suppressesAuthor = suppressesAuthor
      self.prefix = prefix
      self.suffix = suffix
    }
  }
}
