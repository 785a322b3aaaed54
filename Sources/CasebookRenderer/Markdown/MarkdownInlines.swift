package import HTML
package import Markdown

extension MarkdownWriter {
  package func nodes(_ inlines: [Inline]) -> [Node] { hooks.arrange(inlines).map { node($0) } }

  package func node(_ inline: Inline) -> Node {
    switch inline {
    case .text(let text): .text(text)
    case .softBreak: .text("\n")
    case .lineBreak: .fragment([.element("br", [], []), .text("\n")])
    case .code(let text): .element("code", [], [.text(text)])
    case .html(let html): rawHTMLAllowed ? .raw(html) : .text(html)
    case .emphasis(let inlines): .element("em", [], nodes(inlines))
    case .strong(let inlines): .element("strong", [], nodes(inlines))
    case .subscript(let inlines): .element("sub", [], nodes(inlines))
    case .superscript(let inlines): .element("sup", [], nodes(inlines))
    case .link(let destination, let title, let inlines): link(destination, title, inlines)
    case .image(let source, let title, let inlines): image(source, title, inlines)
    case .footnoteReference(let label): hooks.footnoteReference(label)
    case .citation(let citation): hooks.citation(citation)
    case .crossReference(let id, _): hooks.crossReference(id)
    case .number(let words, _): hooks.number(words)
    }
  }

  private func link(_ destination: String, _ title: String, _ inlines: [Inline]) -> Node {
    guard rawHTMLAllowed || LinkScheme(of: destination).isAllowed else {
      return .fragment([.text("[")] + nodes(inlines) + [.text("](\(destination))")])
    }
    return .element("a", [Attribute("href", percentEncoded(hooks.destination(destination)))] + titleAttribute(title), nodes(inlines))
  }

  private func image(_ source: String, _ title: String, _ inlines: [Inline]) -> Node {
    if let node = hooks.image(source, title, inlines) { return node }
    guard rawHTMLAllowed || LinkScheme(of: source).isAllowed else { return .text("![\(inlines.plainText)](\(source))") }
    return .element(
      "img", [Attribute("src", percentEncoded(source)), Attribute("alt", inlines.plainText)] + titleAttribute(title), [])
  }

  private func titleAttribute(_ title: String) -> [Attribute] { title.isEmpty ? [] : [Attribute("title", title)] }
}

/// An address as an attribute may hold it: what may not stand in one is percent-encoded, and what is encoded already stays.
///
///     percentEncoded("a b\u{E4}%20?q=[1]")    // "a%20b%C3%A4%20?q=%5B1%5D"
func percentEncoded(_ address: String) -> String {
  guard address.utf8.contains(where: { !mayStandInAddress($0) }) else { return address }
  var out: [UInt8] = []
  for byte in address.utf8 {
    if mayStandInAddress(byte) {
      out.append(byte)
    } else {
      let digits = Array("0123456789ABCDEF".utf8)
      out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: out, as: UTF8.self)
}

private func mayStandInAddress(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
  default: "-_.+!*'(),%#@?=;:/&$~".utf8.contains(byte)
  }
}
