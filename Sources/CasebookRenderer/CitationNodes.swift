internal import Citations
internal import HTML

/// Formatted citations and references as nodes.
extension HTML.Node {
  /// Text that a style formatted; what belongs to a reference links to its entry when `links` says so: on the case's page for those
  /// that are `elsewhere`.
  init(_ rich: [Rich], links: Bool, elsewhere: Set<String> = []) {
    self = .fragment(rich.map { Self.node($0, links: links, elsewhere) })
  }

  private static func node(_ rich: Rich, links: Bool, _ elsewhere: Set<String>) -> HTML.Node {
    switch rich {
    case .text(let text): .text(text)
    case .formatted(let font, let children):
      children.isEmpty ? .empty : dressed(HTML.Node(children, links: links, elsewhere: elsewhere), font)
    case .display(let display, let children):
      .tag("span", ["class": "csl-\(display.rawValue)"], HTML.Node(children, links: links, elsewhere: elsewhere))
    case .link(let address, let children): .tag("a", ["href": address], HTML.Node(children, links: links, elsewhere: elsewhere))
    case .cite(let id, let children):
      links
        ? .tag(
          "a", ["href": (elsewhere.contains(id) ? "index.html" : "") + "#ref-\(id)"],
          HTML.Node(children, links: links, elsewhere: elsewhere)) : HTML.Node(children, links: links, elsewhere: elsewhere)
    }
  }

  private static func dressed(_ node: HTML.Node, _ font: Font) -> HTML.Node {
    var node = node
    if font.style == .italic || font.style == .oblique { node = .tag("i", [:], node) }
    if font.weight == .bold { node = .tag("b", [:], node) }
    if font.variant == .smallCaps { node = .tag("span", ["style": "font-variant:small-caps"], node) }
    if font.decoration == .underline { node = .tag("u", [:], node) }
    switch font.alignment {
    case .superscript: return .tag("sup", [:], node)
    case .subscript: return .tag("sub", [:], node)
    default: return node
    }
  }
}
