extension Sequence<Inline> {
  /// The words alone, for titles, slugs and alternative texts: breaks are blanks; footnote references and HTML are left out.
  ///
  ///     H~2~O in *vivo* [@a]    // "H2O in vivo [@a]"
  package var plainText: String { plainText(lineEnd: " ") }

  /// The same with the ends of the source's lines kept apart from blanks.
  package func plainText(lineEnd: String) -> String {
    var out = ""
    for inline in self { inline.appendPlainText(to: &out, lineEnd: lineEnd) }
    return out
  }
}

extension Inline {
  fileprivate func appendPlainText(to out: inout String, lineEnd: String) {
    switch self {
    case .text(let text), .code(let text): out += text
    case .softBreak, .lineBreak: out += lineEnd
    case .html, .footnoteReference: break
    case .citation(let citation): out += citation.source
    case .crossReference(let id, _): out += "@" + id
    case .number(let words, _): out += "{" + words + "}"
    default: for child in children { child.appendPlainText(to: &out, lineEnd: lineEnd) }
    }
  }

  /// The inlines directly inside.
  package var children: [Inline] {
    switch self {
    case .emphasis(let inlines), .strong(let inlines), .subscript(let inlines), .superscript(let inlines): inlines
    case .link(_, _, let inlines), .image(_, _, let inlines): inlines
    case .citation(let citation): citation.items.flatMap { $0.prefix + $0.suffix }
    default: []
    }
  }
}
