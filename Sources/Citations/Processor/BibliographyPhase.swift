extension Document {
  /// Renders the entries in order, with second-field-align and subsequent-author-substitute.
  func renderBibliography() -> [FormattedDocument.Entry] {
    guard let bibliography = style.bibliography else { return [] }
    var evaluator = Evaluator(style: style, locale: locale, area: .bibliography)
    var previous: Rendered?
    return order.compactMap { index in
      let item = items[index]
      var context = CiteContext()
      context.position = .first
      context.firstReferenceNote = item.firstNote
      var choices = item.choices
      choices.names = []
      choices.givens = []
      var nodes = evaluator.evaluate(bibliography.layout.elements, item, context, choices)
      if nodes.isEmpty { return nil }
      nodes = nodes.capitalizingFirstTerm
      if let substitute = bibliography.subsequentAuthorSubstitute {
        let names = nodes.lazy.compactMap { $0.first(.names) }.first
        if let names, let previous {
          nodes = SubsequentAuthor(substitute, bibliography.subsequentAuthorRule).apply(to: nodes, names, previous)
        }
        previous = names
      }
      return FormattedDocument.Entry(id: item.reference.id, number: item.number, content: entry(nodes, bibliography))
    }
  }

  private func entry(_ nodes: [Rendered], _ bibliography: Style.Bibliography) -> [Rich] {
    var nodes = nodes
    var formatting = bibliography.layout.formatting
    if bibliography.secondFieldAlign != nil, nodes.count > 0 {
      nodes = aligned(nodes, &formatting)
    }
    var flattener = Flattener(locale)
    if !formatting.font.isPlain { flattener.open(formatting.font) }
    flattener.piece(formatting.prefix)
    flattener.write(nodes)
    flattener.pieceInBlock(formatting.suffix)
    if !formatting.font.isPlain { flattener.close() }
    return parted(flattener.result())
  }

  /// Space at the end of the last block stands after it.
  private func parted(_ content: [Rich]) -> [Rich] {
    guard case .display(let display, var children)? = content.last, case .text(let text)? = children.last,
      text.utf8.last == UInt8(ascii: " ")
    else { return content }
    children[children.count - 1] = .text(text.trimmedEnd)
    return content.dropLast() + [.display(display, children), .text(" ")]
  }

  /// The first field in the left margin, the rest beside it.
  private func aligned(_ nodes: [Rendered], _ formatting: inout Formatting) -> [Rendered] {
    var rest = Array(nodes.dropFirst())
    rest.append(.text(formatting.suffix))
    formatting.suffix = ""
    return [
      .group(Rendered.Group(formatting: Formatting(display: .leftMargin), children: [nodes[0]])),
      .group(Rendered.Group(formatting: Formatting(display: .rightInline), children: rest)),
    ]
  }
}

/// Puts the `subsequent-author-substitute` in place of names that repeat those of the entry before.
struct SubsequentAuthor {
  let text: String
  let rule: Style.SubsequentAuthorRule

  init(_ text: String, _ rule: Style.SubsequentAuthorRule) {
    self.text = text
    self.rule = rule
  }

  func apply(to nodes: [Rendered], _ names: Rendered, _ previous: Rendered) -> [Rendered] {
    let (new, old) = (Self.names(names), Self.names(previous))
    guard !new.isEmpty else { return nodes }
    let replacement: (Rendered) -> Rendered?
    switch rule {
    case .completeAll:
      guard new == old else { return nodes }
      replacement = { node in replaceList(in: node) }
    case .completeEach:
      guard new == old else { return nodes }
      replacement = { node in replaceNames(in: node, count: new.count) }
    case .partialEach, .partialFirst:
      var shared = 0
      while shared < min(new.count, old.count), new[shared] == old[shared] { shared += 1 }
      guard shared > 0 else { return nodes }
      let count = rule == .partialFirst ? 1 : shared
      replacement = { node in replaceNames(in: node, count: count) }
    }
    var isDone = false
    return nodes.compactMap { $0.replacingFirst(.names, isDone: &isDone, with: replacement) }
  }

  private static func names(_ node: Rendered) -> [Rendered] {
    if case .tagged(.name, _) = node { return [node] }
    return node.children.flatMap { names($0) }
  }

  private func replaceList(in node: Rendered) -> Rendered? {
    if case .tagged(.nameList, _) = node { return text.isEmpty ? nil : .tagged(.nameList, [.text(text)]) }
    if case .text = node { return node }
    let children = node.children.compactMap { replaceList(in: $0) }
    return children.isEmpty ? nil : node.replacingChildren(children)
  }

  private func replaceNames(in node: Rendered, count: Int) -> Rendered {
    var rest = count
    return replace(node, &rest)
  }

  private func replace(_ node: Rendered, _ rest: inout Int) -> Rendered {
    if case .tagged(.name, _) = node {
      guard rest > 0 else { return node }
      rest -= 1
      return .tagged(.name, [.text(text)])
    }
    return node.replacingChildren(node.children.map { replace($0, &rest) })
  }
}
