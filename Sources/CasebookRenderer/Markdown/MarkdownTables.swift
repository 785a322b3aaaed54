internal import HTML
internal import Markdown

extension MarkdownWriter {
  /// A table with its caption; a column's alignment is a class, `align-right`.
  func node(_ table: Table) -> Node {
    var children: [Node] = []
    let label = hooks.tableLabel(table)
    if !label.isEmpty || !table.caption.isEmpty { children.append(.element("caption", [], label + nodes(table.caption))) }
    children.append(.element("thead", [], [.element("tr", [], zip(table.header, table.alignments).map { headerCell($0, $1) })]))
    if !table.rows.isEmpty {
      let rows = table.rows.map { row in
        Node.element("tr", [], zip(row, table.alignments).map { .element("td", attributes($1), nodes($0)) })
      }
      children.append(.element("tbody", [], rows))
    }
    let classes = table.attributes.classes
    var written = table.attributes.id.map { [Attribute("id", $0)] } ?? []
    if !classes.isEmpty { written.append(Attribute("class", classes.joined(separator: " "))) }
    return .element("table", written, children)
  }

  /// An empty cell heads nothing, so it is no `th`.
  private func headerCell(_ inlines: [Inline], _ alignment: Table.Alignment) -> Node {
    if inlines.isEmpty { return .element("td", attributes(alignment), []) }
    return .element("th", [Attribute("scope", "col")] + attributes(alignment), nodes(inlines))
  }

  private func attributes(_ alignment: Table.Alignment) -> [Attribute] {
    switch alignment {
    case .none: []
    case .left: [Attribute("class", "align-left")]
    case .center: [Attribute("class", "align-center")]
    case .right: [Attribute("class", "align-right")]
    }
  }
}
