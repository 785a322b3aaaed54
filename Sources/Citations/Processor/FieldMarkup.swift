/// Reads the markup that a field of a reference may hold: `<i>`, `<b>`, `<sup>`, `<sub>`, small capitals, `nocase`, and quotation marks.
///
///     "A <i>b</i> \"c\""  →  text("A "), italic("b"), text(" "), quoted("c")
struct FieldMarkup {
  private static let tags: [(open: String, close: String, kind: Kind)] = [
    ("<i>", "</i>", .font(Font(style: .italic))),
    ("<b>", "</b>", .font(Font(weight: .bold))),
    ("<sup>", "</sup>", .font(Font(alignment: .superscript))),
    ("<sub>", "</sub>", .font(Font(alignment: .subscript))),
    ("<sc>", "</sc>", .font(Font(variant: .smallCaps))),
    ("<span style=\"font-variant: small-caps;\">", "</span>", .font(Font(variant: .smallCaps))),
    ("<span style=\"font-variant:small-caps;\">", "</span>", .font(Font(variant: .smallCaps))),
    ("<span class=\"nocase\">", "</span>", .noCase),
    ("<span class=\"nodecor\">", "</span>", .font(Font(style: .normal, variant: .normal, weight: .normal))),
  ]

  enum Kind {
    case font(Font)
    case noCase
    case quotes
  }

  private struct Open {
    var close: String
    var source: String
    var kind: Kind
    var nodes: [Rendered]
  }

  /// Elements nested deeper are text.
  private static let maximumDepth = 32

  /// Marks that French parts from their word with a narrow space.
  private static let spaced: [UInt8] = [0x3A, 0x3B, 0x3F, 0x21]

  /// First bytes of quotation marks and superscript letters.
  private static let leads: [UInt8] = [0xC2, 0xCA, 0xCB, 0xDB, 0xE1, 0xE2, 0xE3]

  private var stack: [Open] = [Open(close: "", source: "", kind: .noCase, nodes: [])]
  private var text: [UInt8] = []
  private var lastClose: [String: Int] = [:]
  private let bytes: [UInt8]
  private var position = 0

  private init(_ source: String) { bytes = Array(source.utf8) }

  static func parse(_ source: String) -> [Rendered] {
    var source = source
    let isPlain = source.withUTF8 { bytes in
      for index in bytes.indices.dropFirst() where bytes[index - 1] == 0x20 && spaced.contains(bytes[index]) { return false }
      return
        !bytes.contains {
          $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") || $0 >= 0xC2 && $0 <= 0xE3 && leads.contains($0)
        }
    }
    if isPlain { return source.isEmpty ? [] : [.text(source)] }
    var parser = FieldMarkup(source)
    return parser.run()
  }

  private mutating func run() -> [Rendered] {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20 where isNarrowSpace:
        text += "\u{202F}".utf8
        position += 1
      case UInt8(ascii: "<"): tag()
      case UInt8(ascii: "\""): quote("\"", close: "\"")
      case UInt8(ascii: "'"): apostrophe()
      case 0xE2 where matches("\u{201C}"): openQuote("\u{201C}", close: "\u{201D}")
      case 0xE2 where matches("\u{2018}"): openQuote("\u{2018}", close: "\u{2019}")
      case 0xE2 where matches("\u{201D}"): closeQuote("\u{201D}")
      case 0xE2 where matches("\u{2019}"): curlyApostrophe()
      case 0xC2, 0xCA, 0xCB, 0xDB, 0xE1, 0xE2, 0xE3: superscript()
      default:
        text.append(bytes[position])
        position += 1
      }
    }
    while stack.count > 1 { abandon() }
    flush()
    return stack[0].nodes
  }

  /// Whether the space here stands after an opening guillemet, or before a closing one, a colon, semicolon, question or exclamation mark.
  private var isNarrowSpace: Bool {
    if position >= 2, bytes[position - 2] == 0xC2, bytes[position - 1] == 0xAB { return true }
    guard let next = next(after: 1) else { return false }
    return Self.spaced.contains(next) || next == 0xC2 && self.next(after: 2) == 0xBB
  }

  private func matches(_ word: String) -> Bool { bytes[position...].starts(with: word.utf8) }

  private mutating func flush() {
    guard !text.isEmpty else { return }
    stack[stack.count - 1].nodes.append(.text(String(decoding: text, as: UTF8.self)))
    text = []
  }

  private mutating func tag() {
    if stack.count < Self.maximumDepth, let tag = Self.tags.first(where: { matches($0.open) }), hasClose(tag.close) {
      flush()
      stack.append(Open(close: tag.close, source: tag.open, kind: tag.kind, nodes: []))
      position += tag.open.utf8.count
    } else if let index = stack.lastIndex(where: { !$0.close.isEmpty && $0.close.hasPrefix("<") && matches($0.close) }) {
      while stack.count - 1 > index { abandon() }
      position += stack[index].close.utf8.count
      close()
    } else {
      text.append(bytes[position])
      position += 1
    }
  }

  /// A superscript letter or digit is written as the plain one, raised.
  private mutating func superscript() {
    let length = bytes[position] >= 0xE0 ? 3 : 2
    guard position + length <= bytes.count,
      let scalar = String(decoding: bytes[position..<position + length], as: UTF8.self).unicodeScalars.first
    else {
      text.append(bytes[position])
      position += 1
      return
    }
    if let plain = Superscripts.plain[scalar] {
      flush()
      stack[stack.count - 1].nodes.append(
        .group(Rendered.Group(formatting: Formatting(font: Font(alignment: .superscript)), children: [.text(plain)])))
    } else {
      text += bytes[position..<position + length]
    }
    position += length
  }

  /// Whether a closing tag comes later. The last place of each is looked for once.
  private mutating func hasClose(_ close: String) -> Bool {
    if let last = lastClose[close] { return last >= position }
    let word = Array(close.utf8)
    var index = bytes.count - word.count
    while index >= 0, !(bytes[index] == word[0] && bytes[index...].starts(with: word)) { index -= 1 }
    lastClose[close] = index
    return index >= position
  }

  /// Ends the innermost open element.
  private mutating func close() {
    flush()
    let open = stack.removeLast()
    let node: Rendered?
    switch open.kind {
    case .font(let font): node = Rendered.dressed(open.nodes, Formatting(font: font))
    case .noCase: node = open.nodes.isEmpty ? nil : .noCase(open.nodes)
    case .quotes: node = open.nodes.isEmpty ? nil : .quoted(open.nodes)
    }
    if let node { stack[stack.count - 1].nodes.append(node) }
  }

  /// Turns the innermost open element, which nothing closes, back into text.
  private mutating func abandon() {
    flush()
    let open = stack.removeLast()
    let source = open.source == "'" ? "\u{2019}" : open.source
    stack[stack.count - 1].nodes.append(.text(source))
    stack[stack.count - 1].nodes += open.nodes
  }

  private var previous: UInt8? { position > 0 ? bytes[position - 1] : nil }

  private func next(after count: Int) -> UInt8? { position + count < bytes.count ? bytes[position + count] : nil }

  private func isWordByte(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte >= 0x80 || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// A mark opens a quotation after the beginning, a space, an opening bracket or a tag, when no space follows.
  private func canOpen(_ width: Int) -> Bool {
    let opensAfter: [UInt8] = [0x20, 0x28, 0x5B, 0x3E, 0x22, 0x27, 0x2D, 0x2F]
    let before = previous.map { opensAfter.contains($0) || isDashEnd() } ?? true
    return before && (next(after: width).map { $0 != 0x20 } ?? false)
  }

  /// Whether an em or en dash or a no-break space stands before.
  private func isDashEnd() -> Bool {
    guard position >= 2 else { return false }
    if position >= 3, bytes[position - 3] == 0xE2, bytes[position - 2] == 0x80 { return true }
    return bytes[position - 2] == 0xC2 && bytes[position - 1] == 0xA0
  }

  private mutating func quote(_ mark: String, close: String) {
    if let index = stack.lastIndex(where: { $0.source == mark }), previous != 0x20 {
      while stack.count - 1 > index { abandon() }
      position += 1
      self.close()
    } else if canOpen(1) {
      flush()
      stack.append(Open(close: close, source: mark, kind: .quotes, nodes: []))
      position += 1
    } else {
      text.append(bytes[position])
      position += 1
    }
  }

  private mutating func apostrophe() {
    let isInsideWord = isWordByte(previous) && isWordByte(next(after: 1))
    if !isInsideWord, !canOpen(1), stack.contains(where: { $0.source == "'" }) {
      quote("'", close: "'")
    } else if !isInsideWord, canOpen(1), !stack.contains(where: { $0.source == "'" }), hasClosingApostrophe() {
      quote("'", close: "'")
    } else {
      text += "\u{2019}".utf8
      position += 1
    }
  }

  /// Whether some later apostrophe could close a quotation: it follows no space and no letter comes after it.
  private mutating func hasClosingApostrophe() -> Bool {
    if let last = lastClose["'"] { return last > position + 1 }
    let last = bytes.indices.last { index in
      bytes[index] == UInt8(ascii: "'") && index > 0 && bytes[index - 1] != 0x20
        && !isWordByte(index + 1 < bytes.count ? bytes[index + 1] : nil)
    }
    lastClose["'"] = last ?? -1
    return (last ?? -1) > position + 1
  }

  private mutating func openQuote(_ mark: String, close: String) {
    guard stack.count < Self.maximumDepth else {
      text += mark.utf8
      position += mark.utf8.count
      return
    }
    flush()
    stack.append(Open(close: close, source: mark, kind: .quotes, nodes: []))
    position += mark.utf8.count
  }

  private mutating func closeQuote(_ mark: String) {
    let index = stack.lastIndex { $0.close == mark }
    position += mark.utf8.count
    if let index {
      while stack.count - 1 > index { abandon() }
      close()
    } else {
      text += mark.utf8
    }
  }

  private mutating func curlyApostrophe() {
    let isInsideWord = isWordByte(previous) && isWordByte(next(after: 3))
    if isInsideWord || !stack.contains(where: { $0.close == "\u{2019}" }) {
      text += "\u{2019}".utf8
      position += 3
    } else {
      closeQuote("\u{2019}")
    }
  }
}
