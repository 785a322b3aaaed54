/// Writes text with CSL's tags as LaTeX.
enum LaTeXWriter {
  ///     "Effect of <i>S. aureus</i> & DNA" → "Effect of \textit{{S}. aureus} \& {DNA}"
  ///
  /// With `protectsCase`, words with capitals get braces, so that a BibTeX style does not take the capitals away; the first word's first
  /// letter is a capital anyhow.
  static func write(_ text: String, protectsCase: Bool = false, to out: inout [UInt8]) {
    let bytes = Array(text.utf8)
    var i = 0
    var open: [Tag] = []
    var isFirstWord = true
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "<"), let tag = tags.first(where: { bytes[i...].starts(with: $0.text) }) {
        i += tag.text.count
        if tag.isEnd {
          if open.popLast() != nil { out.write("}") }
        } else {
          out.write(tag.latex)
          open.append(tag)
        }
      } else if protectsCase, bytes[i] > 0x20, !open.contains(where: \.protects), i == 0 || bytes[i - 1] <= 0x20 || bytes[i - 1] == 0x3E {
        let end = bytes[i...].firstIndex { $0 <= 0x20 || $0 == 0x3C } ?? bytes.count
        let word = String(decoding: bytes[i..<end], as: UTF8.self)
        let needsBraces = word.unicodeScalars.dropFirst(isFirstWord ? 1 : 0).contains { $0.properties.isUppercase }
        if needsBraces { out.write("{") }
        for k in i..<end { escape(bytes, at: k, to: &out) }
        if needsBraces { out.write("}") }
        isFirstWord = false
        i = max(end, i + 1)
        // A "<" that opens no tag is text.
        if end < bytes.count, end == i - 1 { escape(bytes, at: end, to: &out) }
      } else {
        escape(bytes, at: i, to: &out)
        i += 1
      }
    }
    for _ in open { out.write("}") }
  }

  private static func escape(_ bytes: [UInt8], at i: Int, to out: inout [UInt8]) {
    switch bytes[i] {
    case UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "_"):
      out.append(.backslash)
      out.append(bytes[i])
    case .openBrace: out.write("\\textbraceleft{}")
    case .closeBrace: out.write("\\textbraceright{}")
    case .backslash: out.write("\\textbackslash{}")
    case UInt8(ascii: "~"): out.write("\\textasciitilde{}")
    case UInt8(ascii: "^"): out.write("\\textasciicircum{}")
    case UInt8(ascii: "`"): out.write("\\textasciigrave{}")
    case .hyphen where i > 0 && bytes[i - 1] == .hyphen: out.write("{}-")
    case 0..<0x20: out.append(.space)
    default: out.append(bytes[i])
    }
  }

  private struct Tag: Sendable {
    var text: [UInt8]
    var latex: String
    var isEnd = false
    var protects = false

    init(_ text: String, _ latex: String, isEnd: Bool = false, protects: Bool = false) {
      self.text = Array(text.utf8)
      self.latex = latex
      self.isEnd = isEnd
      self.protects = protects
    }
  }

  private static let tags = [
    Tag("<i>", "\\textit{"), Tag("<b>", "\\textbf{"), Tag("<sup>", "\\textsuperscript{"), Tag("<sub>", "\\textsubscript{"),
    Tag("<span style=\"font-variant:small-caps;\">", "\\textsc{"), Tag("<span style=\"font-variant: small-caps;\">", "\\textsc{"),
    Tag("<span class=\"nocase\">", "{", protects: true), Tag("</i>", "", isEnd: true), Tag("</b>", "", isEnd: true),
    Tag("</sup>", "", isEnd: true), Tag("</sub>", "", isEnd: true), Tag("</span>", "", isEnd: true),
  ]
}
