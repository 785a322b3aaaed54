/// Counts the words between blanks of a text that comes in pieces: those of its plain text, without making it.
struct WordCounter {
  private(set) var count = 0
  private var isAfterBlank = true

  mutating func add(_ inlines: [Inline]) {
    for inline in inlines { add(inline) }
  }

  /// The pieces are those of `plainText`.
  private mutating func add(_ inline: Inline) {
    switch inline {
    case .text(let text), .code(let text): add(text)
    case .softBreak, .lineBreak: isAfterBlank = true
    case .html, .footnoteReference: break
    case .citation(let citation): add(citation.source)
    case .crossReference(let id, _):
      add("@")
      add(id)
    case .number(let words, _):
      add("{")
      add(words)
      add("}")
    case .emphasis(let inlines), .strong(let inlines), .subscript(let inlines), .superscript(let inlines): add(inlines)
    case .link(_, _, let inlines), .image(_, _, let inlines): add(inlines)
    }
  }

  private mutating func add(_ text: String) {
    var text = text
    var (count, wasBlank) = (count, isAfterBlank)
    text.withUTF8 { bytes in
      for byte in bytes {
        let isBreak = isBlank(byte)
        if wasBlank, !isBreak { count += 1 }
        wasBlank = isBreak
      }
    }
    (self.count, isAfterBlank) = (count, wasBlank)
  }
}
