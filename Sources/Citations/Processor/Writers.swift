extension [Rich] {
  /// The text without any formatting.
  package var plainText: String {
    var text = ""
    appendText(to: &text)
    return text
  }

  private func appendText(to text: inout String) {
    for node in self {
      switch node {
      case .text(let part): text += part
      case .formatted(_, let children), .display(_, let children), .link(_, let children), .cite(_, let children):
        children.appendText(to: &text)
      }
    }
  }

  /// The text as HTML, by the conventions of the CSL test suite; with `links` addresses become `a` elements.
  package func html(links: Bool = false) -> String {
    var writer = HTMLWriter(links: links)
    writer.write(self)
    return writer.html
  }
}

extension FormattedDocument.Entry {
  /// The entry as the CSL test suite writes it, with its `div`.
  package var htmlBlock: String {
    "<div class=\"csl-entry\">" + content.html() + "</div>"
  }
}

/// Writes rich text; a font within the same font is turned back to normal.
private struct HTMLWriter {
  let links: Bool
  var html = ""
  /// The fonts in force.
  private var current = Font()

  init(links: Bool) { self.links = links }

  mutating func write(_ nodes: [Rich]) {
    for node in nodes {
      switch node {
      case .text(let text): escape(text)
      case .formatted(let font, let children): formatted(font, children)
      case .display(let display, let children): self.display(display, children)
      case .link(let address, let children):
        if links { html += "<a href=\"\(address.escapedForAttribute)\">" }
        write(children)
        if links { html += "</a>" }
      case .cite(_, let children): write(children)
      }
    }
  }

  private mutating func display(_ display: Display, _ children: [Rich]) {
    switch display {
    case .block: html += "\n\n    <div class=\"csl-block\">"
    case .leftMargin: html += "\n    <div class=\"csl-left-margin\">"
    case .rightInline: html += "<div class=\"csl-right-inline\">"
    case .indent: html += "<div class=\"csl-indent\">"
    }
    write(children)
    switch display {
    case .block: html += "</div>\n"
    case .leftMargin: html += "</div>"
    case .rightInline, .indent: html += "</div>\n  "
    }
  }

  private mutating func formatted(_ font: Font, _ children: [Rich]) {
    let outer = current
    var ends: [String] = []
    func open(_ start: String, _ end: String) {
      html += start
      ends.append(end)
    }
    let span = { (style: String) in "<span style=\"\(style);\">" }
    switch font.alignment {
    case .superscript?: open("<sup>", "</sup>")
    case .subscript?: open("<sub>", "</sub>")
    case .baseline?: open("<span style=\"baseline\">", "</span>")
    case nil: break
    }
    if font.decoration == .underline { open("<span style=\"text-decoration:underline;\">", "</span>") }
    switch (font.weight, outer.weight) {
    case (.bold?, .bold?), (.normal?, .bold?):
      open(span("font-weight:normal"), "</span>")
      current.weight = .normal
    case (.bold?, _):
      open("<b>", "</b>")
      current.weight = .bold
    case (.light?, _): open(span("font-weight:light"), "</span>")
    default: break
    }
    switch (font.variant, outer.variant) {
    case (.smallCaps?, .smallCaps?), (.normal?, .smallCaps?):
      open(span("font-variant:normal"), "</span>")
      current.variant = .normal
    case (.smallCaps?, _):
      open(span("font-variant:small-caps"), "</span>")
      current.variant = .smallCaps
    default: break
    }
    switch (font.style, outer.style) {
    case (.italic?, .italic?), (.oblique?, .oblique?), (.normal?, .italic?), (.normal?, .oblique?):
      open(span("font-style:normal"), "</span>")
      current.style = .normal
    case (.italic?, _):
      open("<i>", "</i>")
      current.style = .italic
    case (.oblique?, _):
      open("<em>", "</em>")
      current.style = .oblique
    default: break
    }
    write(children)
    for end in ends.reversed() { html += end }
    current = outer
  }

  private mutating func escape(_ text: String) {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) else {
      html += text
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&#38;"
      case "<": html += "&#60;"
      case ">": html += "&#62;"
      default: html.unicodeScalars.append(scalar)
      }
    }
  }
}

extension String {
  fileprivate var escapedForAttribute: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&#38;"
      case "<": result += "&#60;"
      case ">": result += "&#62;"
      case "\"": result += "&#34;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
