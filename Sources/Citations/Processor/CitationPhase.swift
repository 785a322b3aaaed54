/// A cite after rendering, on its way into its citation.
struct RenderedCite {
  var cite: Cite
  var item: Int
  var nodes: [Rendered]
  var number: Int
  var yearSuffix: Int?
  var order: Int
  /// What stands before this cite, when not the layout's delimiter.
  var delimiter: String?

  /// Whether nothing but the style's own output for the item is there: no words of the author, no locator.
  var isBare: Bool { cite.prefix.isEmpty && cite.suffix.isEmpty && !nodes.contains { $0.contains(.locator) } }
}

extension Document {
  /// Renders every citation: sorts its cites, collapses them, joins them.
  mutating func renderCitations() -> [[Rich]] {
    var sorter = Evaluator(style: style, locale: locale, area: .citation)
    return citations.indices.map { citation in
      var cites = renderedCites(citation)
      sort(&cites, &sorter)
      collapse(&cites)
      return join(cites)
    }
  }

  private mutating func renderedCites(_ citation: Int) -> [RenderedCite] {
    var cites: [RenderedCite] = []
    for (index, cite) in citations[citation].cites.enumerated() {
      guard let item = itemIndex[cite.id] else { continue }
      let choices = items[item].choices
      var nodes = citationEvaluator.evaluate(style.citation.layout.elements, items[item], contexts[citation][index], choices)
      nodes = applying(cite.mode, to: nodes)
      cites.append(
        RenderedCite(
          cite: cite, item: item, nodes: nodes, number: items[item].number, yearSuffix: choices.yearSuffix, order: cites.count))
    }
    return cites
  }

  private func applying(_ mode: Cite.Mode, to nodes: [Rendered]) -> [Rendered] {
    switch mode {
    case .normal: return nodes
    case .authorOnly: return nodes.lazy.compactMap { $0.first(.names) }.first.map { [$0] } ?? nodes
    case .suppressAuthor:
      var isDone = false
      return nodes.compactMap { $0.replacingFirst(.names, isDone: &isDone) { _ in nil } }
    case .authorInText:
      guard let names = nodes.lazy.compactMap({ $0.first(.names) }).first else { return nodes }
      var isDone = false
      return [names, .text(" ")] + nodes.compactMap { $0.replacingFirst(.names, isDone: &isDone) { _ in nil } }
    }
  }

  private func sort(_ cites: inout [RenderedCite], _ sorter: inout Evaluator) {
    guard cites.count > 1, !style.citation.sort.isEmpty else { return }
    let keys = cites.map { sortValues(style.citation.sort, items[$0.item], &sorter) }
    let order = cites.indices.sorted { SortValue.isBefore(keys[$0], keys[$1]) ?? ($0 < $1) }
    cites = order.map { cites[$0] }
  }

  private func join(_ cites: [RenderedCite]) -> [Rich] {
    let formatting = style.citation.layout.formatting
    var flattener = Flattener(locale)
    if !formatting.font.isPlain { flattener.open(formatting.font) }
    flattener.piece(formatting.prefix)
    var isFirst = true
    var previous: RenderedCite?
    for cite in cites where !cite.nodes.isEmpty || !cite.cite.prefix.isEmpty || !cite.cite.suffix.isEmpty {
      if !isFirst { flattener.piece(delimiter(previous, cite)) }
      var nodes = cite.nodes
      if style.isNote, cite.cite.prefix.isEmpty ? isFirst : cite.cite.prefix.endsSentence { nodes = nodes.capitalizingFirstTerm }
      isFirst = false
      previous = cite
      flattener.writeCite(cite.cite.id, affixed(cite.cite, nodes))
    }
    flattener.piece(formatting.suffix)
    if !formatting.font.isPlain { flattener.close() }
    return isFirst ? [] : flattener.result()
  }

  /// What stands before a cite; a comma or period that the author wrote there is enough.
  private func delimiter(_ previous: RenderedCite?, _ cite: RenderedCite) -> String {
    if let mark = cite.cite.prefix.utf8.first, mark == UInt8(ascii: ",") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: ";") {
      return ""
    }
    if let mark = previous?.cite.suffix.trimmedEnd.utf8.last, mark == UInt8(ascii: ",") || mark == UInt8(ascii: ";") { return " " }
    return cite.delimiter ?? style.citation.layout.formatting.delimiter
  }

  /// The cite with the author's own words around it; a space parts them from letters and digits.
  private func affixed(_ cite: Cite, _ content: [Rendered]) -> [Rendered] {
    var nodes = FieldMarkup.parse(cite.prefix)
    if let last = cite.prefix.unicodeScalars.last, last != " ",
      last.properties.isAlphabetic || last.isDigit || last == "." || last == "," || last == ":" || last == ";"
    {
      nodes.append(.text(" "))
    }
    nodes += content
    if let first = cite.suffix.unicodeScalars.first, first.properties.isAlphabetic || first.isDigit { nodes.append(.text(" ")) }
    return nodes + FieldMarkup.parse(cite.suffix)
  }
}

extension String {
  /// Whether a new sentence begins after it: "See A. ".
  var endsSentence: Bool {
    let text = trimmedEnd.unicodeScalars.reversed().drop { $0 == "\"" || $0 == "\u{201D}" || $0 == ")" }
    return text.first.map { $0 == "." || $0 == "!" || $0 == "?" } ?? false
  }
}
