internal import CasebookModel
internal import HTML
internal import Markdown

/// The text of a document: its sections, its generated parts, its notes.
extension Composition {
  /// All sections of a page, and its footnotes.
  func body(of manuscript: Manuscript) -> Node { [sections(manuscript.sections), footnoteList()] }

  func sections(_ sections: [Manuscript.Section]) -> Node {
    .fragment(
      sections.map { section in
        let heading = section.heading.isEmpty ? Node.empty : .tag("h2", ["id": section.id], inline(section.heading))
        let name = section.heading.isEmpty ? nil : section.id
        return .tag(
          "section", ["class": "section-\(section.role.rawValue)", "aria-labelledby": name], [heading] + section.items.map(node(for:)))
      })
  }

  private func node(for item: Manuscript.Item) -> Node {
    switch item {
    case .block(let block): writer.node(block)
    case .part(let part): node(for: part)
    }
  }

  func node(for part: GeneratedPart) -> Node {
    switch part {
    case .timeline(let selection):
      let figures = `case`.figures(in: selection)
      return timeline(of: group(of: FigureTimeline(of: figures, in: `case`).panels))
    case .figure(let id): return `case`.figure(id.value).map { node(for: $0) } ?? .empty
    case .figures(let selection): return row(of: group(of: `case`.figures(in: selection)))
    case .woundChart(let selection): return woundChart(selection)
    case .woundTable(let selection): return woundTable(selection)
    case .events(let kinds): return EventList(of: `case`, kinds: kinds).node { inline($0) }
    case .table(let selection): return table(selection)
    case .references(let first):
      // A page has room for all of them.
      if medium.isPoster { listedReferences = first }
      return .slot(0)
    }
  }

  /// A table from one of the case's files.
  private func table(_ selection: GeneratedPart.TableSelection) -> Node {
    guard let table = `case`.table(at: selection.file.value) else { return .empty }
    let number = selection.caption == nil && selection.id == nil ? nil : tableNumber(selection.id.map { "tbl-\($0)" })
    let caption = number.map { number -> Node in
      .tag("caption", [:], .tag("b", [:], .text("Table \(number).")), " ", selection.caption.map { inline($0) } ?? .empty)
    }
    let head = Node.tag("thead", [:], .tag("tr", [:], table.header.map { .tag("th", ["scope": "col"], .text($0)) }))
    let rows = table.rows.map { row in Node.tag("tr", [:], row.map { .tag("td", [:], .text($0)) }) }
    return .tag(
      "div", ["class": "table-frame", "id": selection.id.map { "tbl-\($0)" }],
      .tag("table", [:], caption ?? .empty, head, .tag("tbody", [:], rows)))
  }
}

// MARK: Inline text

extension Composition {
  func inline(_ text: RichText) -> Node { inline(text.inlines) }

  func inline(_ inlines: [Inline]) -> Node { .fragment(writer.nodes(inlines)) }

  /// The hooks know the document without keeping it: it keeps them.
  func makeWriter() -> MarkdownWriter {
    var hooks = MarkdownWriter.Hooks()
    hooks.citation = { [unowned self] in self.node(for: $0) }
    hooks.crossReference = { [unowned self] in self.crossReference(to: $0) }
    hooks.number = { [unowned self] in self.number($0) }
    hooks.footnoteReference = { [unowned self] in self.footnotes.mark($0) }
    hooks.image = { [unowned self] source, _, _ in self.case.figure(ofFile: source).map { self.node(for: $0) } }
    hooks.part = { [unowned self] _, _, bodyLine in self.part(onLine: bodyLine - 1) }
    hooks.destination = publishedAddress
    hooks.arrange = { [unowned self] in self.bibliography.citesInSuperscript ? raised($0) : $0 }
    hooks.headingID = { [unowned self] heading, attributes in attributes.id ?? self.slugs.unique(heading.plainText) }
    hooks.tableLabel = { [unowned self] in self.tableLabel(of: $0) }
    hooks.table = { table, _ in .tag("div", ["class": "table-frame"], table) }
    return MarkdownWriter(rawHTMLAllowed: site.allowsRawHTML, headingOffset: headingOffset, hooks: hooks)
  }

  private func tableLabel(of table: Table) -> [Node] {
    guard !table.caption.isEmpty || table.attributes.id != nil else { return [] }
    return [.tag("b", [:], .text("Table \(tableNumber(table.attributes.id)).")), " "]
  }

  private func part(onLine line: Int) -> Node {
    let text = medium.isPoster ? `case`.poster ?? `case`.narrative : `case`.narrative
    return text.parts[line].map { node(for: $0) } ?? .empty
  }
}

/// Inline markup without what only its own document can resolve: for headings repeated elsewhere, for cards.
func plainNode(of inlines: [Inline]) -> Node {
  .fragment(
    inlines.map { inline in
      switch inline {
      case .link(_, _, let text): plainNode(of: text)
      case .footnoteReference, .citation: .empty
      default: MarkdownWriter().node(inline)
      }
    })
}

// MARK: What stands around the text

extension Composition {
  func abstract() -> Node {
    guard !`case`.abstract.isEmpty else { return .empty }
    let parts = `case`.abstract.map { part -> Node in
      let heading = part.heading.map { Node.tag("h3", [:], .text($0)) } ?? .empty
      return [heading, .tag("p", [:], inline(part.text))]
    }
    return .tag("section", ["class": "abstract", "aria-labelledby": "abstract"], [.tag("h2", ["id": "abstract"], "Abstract")] + parts)
  }

  /// The authors' statements, each only where it is made.
  func statements() -> Node {
    let items = statementItems
    guard !items.isEmpty else { return .empty }
    let rows = items.map { Node.tag("div", [:], .tag("dt", [:], .text($0.name)), .tag("dd", [:], $0.value)) }
    let heading = Node.tag("h2", ["id": "statements"], "Statements")
    return .tag("section", ["class": "statements", "aria-labelledby": "statements"], heading, .tag("dl", [:], rows))
  }

  private var statementItems: [(name: String, value: Node)] {
    let own = `case`.authors.filter { $0.disclosure != nil }
    var items = `case`.statements.map { ($0.kind.heading, inline($0.text)) }
    if !own.isEmpty {
      let each = own.map { author -> Node in [.text("\(author.name.full): "), author.disclosure.map { inline($0) } ?? .empty] }
      items.append(("Authors' disclosures", each.separated(by: "; ")))
    }
    return items
  }

  func footnoteList() -> Node { footnotes.list(writer) }
}
