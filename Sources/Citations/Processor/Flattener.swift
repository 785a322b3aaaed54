/// Joins rendered nodes into text, merging punctuation and spaces where affixes and delimiters meet what stands next to them.
///
///     "Title?" + ". " + "Author"  →  "Title? Author"
struct Flattener {
  private let marks: QuotationMarks
  private let movesPunctuationIntoQuotes: Bool
  private var tokens: [Token] = []
  private var quoteDepth = 0

  private enum Token {
    case text(String)
    case open(Wrapper)
    case close
    case openQuote(String)
    case closeQuote(String)
  }

  private enum Wrapper {
    case font(Font)
    case display(Display)
    case link(String)
    case cite(String)
  }

  init(_ marks: QuotationMarks, punctuationInQuote: Bool) {
    self.marks = marks
    movesPunctuationIntoQuotes = punctuationInQuote
  }

  init(_ locale: Locale) { self.init(QuotationMarks(locale), punctuationInQuote: locale.punctuationInQuote ?? false) }

  static func rich(_ nodes: [Rendered], _ locale: Locale) -> [Rich] {
    var flattener = Flattener(locale)
    flattener.write(nodes)
    return flattener.result()
  }

  mutating func write(_ nodes: [Rendered]) { for node in nodes { write(node) } }

  mutating func write(_ node: Rendered) {
    switch node {
    case .text(let text): piece(text)
    case .group(let group): write(group)
    case .quoted(let children): quote(children)
    case .noCase(let children): write(children)
    case .tagged(.link(let address), let children): wrap(.link(address), children)
    case .tagged(_, let children): write(children)
    }
  }

  mutating func writeCite(_ id: String, _ nodes: [Rendered]) { wrap(.cite(id), nodes) }

  /// Prefix, content joined by the delimiter, suffix; fonts lie within the affixes, a `display` block around all.
  private mutating func write(_ group: Rendered.Group) {
    let formatting = group.formatting
    if let display = formatting.display { tokens.append(.open(.display(display))) }
    piece(formatting.prefix)
    let hasFont = !formatting.font.isPlain
    if hasFont { tokens.append(.open(.font(formatting.font))) }
    if formatting.hasQuotes { openQuote() }
    for (index, child) in group.children.enumerated() {
      if index > 0 { piece(formatting.delimiter) }
      write(child)
    }
    if formatting.hasQuotes { closeQuote() }
    if hasFont { tokens.append(.close) }
    piece(formatting.suffix)
    if formatting.display != nil { tokens.append(.close) }
  }

  private mutating func wrap(_ wrapper: Wrapper, _ children: [Rendered]) {
    tokens.append(.open(wrapper))
    write(children)
    tokens.append(.close)
  }

  mutating func open(_ font: Font) { tokens.append(.open(.font(font))) }

  mutating func close() { tokens.append(.close) }

  private mutating func quote(_ children: [Rendered]) {
    openQuote()
    write(children)
    closeQuote()
  }

  private mutating func openQuote() {
    tokens.append(.openQuote(quoteDepth % 2 == 0 ? marks.open : marks.innerOpen))
    quoteDepth += 1
  }

  private mutating func closeQuote() {
    quoteDepth -= 1
    let mark = Token.closeQuote(quoteDepth % 2 == 0 ? marks.close : marks.innerClose)
    guard !movesPunctuationIntoQuotes, case .text(var text)? = tokens.last, let last = text.utf8.last, Punctuation.movesOut(last) else {
      return tokens.append(mark)
    }
    text.unicodeScalars.removeLast()
    tokens[tokens.count - 1] = .text(text)
    tokens += [mark, .text(String(Unicode.Scalar(last)))]
  }

  /// Appends text, merged with the end of what is there.
  mutating func piece(_ text: String) {
    var rest = Substring(text)
    while let next = rest.utf8.first {
      guard let (index, last, isInQuote) = end(for: next) else { break }
      switch Punctuation.merge(last, next) {
      case .both:
        if isInQuote { moveIntoQuote(&rest) }
        append(rest)
        return
      case .first: rest.removeFirst()
      case .second: removeLast(at: index)
      }
    }
    append(rest)
  }

  /// Appends text inside the block that was just closed, if one was.
  mutating func pieceInBlock(_ text: String) {
    var depth = 0
    var index = tokens.count - 1
    search: while index >= 0 {
      switch tokens[index] {
      case .close: depth += 1
      case .open(let wrapper):
        depth -= 1
        if depth == 0 {
          if case .display = wrapper { break search }
          return piece(text)
        }
      default: if depth == 0 { return piece(text) }
      }
      index -= 1
    }
    guard index >= 0, case .close = tokens.removeLast() else { return piece(text) }
    piece(text)
    tokens.append(.close)
  }

  private mutating func append(_ text: Substring) {
    guard !text.isEmpty else { return }
    if case .text(let before)? = tokens.last {
      tokens[tokens.count - 1] = .text(before + text)
    } else {
      tokens.append(.text(String(text)))
    }
  }

  /// The last text token, its last byte, and whether it stands within a closing quotation mark that `next` may move into.
  private func end(for next: UInt8) -> (index: Int, last: UInt8, isInQuote: Bool)? {
    var index = tokens.count - 1
    var isInQuote = false
    while index >= 0 {
      switch tokens[index] {
      case .text(let text):
        guard let last = text.utf8.last else { return nil }
        if !isInQuote { return (index, last, false) }
        let moves = movesPunctuationIntoQuotes && Punctuation.moves(next)
        // What stays outside the quotation mark only merges with the same mark inside.
        return moves || last == next && last != 0x20 || Punctuation.endsSentence(last) && next == UInt8(ascii: ":")
          ? (index, last, moves) : nil
      case .closeQuote: isInQuote = true
      case .openQuote: return nil
      case .open(.display): return nil
      case .open, .close: break
      }
      index -= 1
    }
    return nil
  }

  private mutating func removeLast(at index: Int) {
    guard case .text(var text) = tokens[index] else { return }
    text.unicodeScalars.removeLast()
    if text.isEmpty { tokens.remove(at: index) } else { tokens[index] = .text(text) }
  }

  /// Puts the first character of the text before the innermost closing quotation mark at the end.
  private mutating func moveIntoQuote(_ text: inout Substring) {
    var index = tokens.count - 1
    var target: Int?
    while index >= 0 {
      switch tokens[index] {
      case .closeQuote: target = index
      case .close, .open: break
      case .text, .openQuote: index = 0
      }
      index -= 1
    }
    guard let target, let first = text.first else { return }
    text.removeFirst()
    tokens.insert(.text(String(first)), at: target)
  }

  func result() -> [Rich] {
    var stack: [(wrapper: Wrapper?, children: [Rich])] = [(nil, [])]
    for token in tokens {
      switch token {
      case .text(let text), .openQuote(let text), .closeQuote(let text): Self.append(text, to: &stack[stack.count - 1].children)
      case .open(let wrapper): stack.append((wrapper, []))
      case .close:
        let (wrapper, children) = stack.removeLast()
        guard !children.isEmpty, let wrapper else { continue }
        let node: Rich =
          switch wrapper {
          case .font(let font): .formatted(font, children)
          case .display(let display): .display(display, children)
          case .link(let address): .link(address, children)
          case .cite(let id): .cite(id, children)
          }
        stack[stack.count - 1].children.append(node)
      }
    }
    return stack[0].children
  }

  private static func append(_ text: String, to children: inout [Rich]) {
    if case .text(let before)? = children.last {
      children[children.count - 1] = .text(before + text)
    } else {
      children.append(.text(text))
    }
  }
}

struct QuotationMarks: Sendable {
  var open: String
  var close: String
  var innerOpen: String
  var innerClose: String

  init(_ locale: Locale) {
    open = locale.term("open-quote") ?? "\u{201C}"
    close = locale.term("close-quote") ?? "\u{201D}"
    innerOpen = locale.term("open-inner-quote") ?? "\u{2018}"
    innerClose = locale.term("close-inner-quote") ?? "\u{2019}"
  }
}

/// Which of two neighbouring punctuation marks is kept.
enum Punctuation {
  enum Merge { case both, first, second }

  static func moves(_ mark: UInt8) -> Bool {
    mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") || mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?")
  }

  /// Marks that a quotation does not end with where punctuation stands outside.
  static func movesOut(_ mark: UInt8) -> Bool { mark == UInt8(ascii: ",") || mark == UInt8(ascii: ";") || mark == UInt8(ascii: ":") }

  static func endsSentence(_ mark: UInt8) -> Bool { mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") }

  static func merge(_ a: UInt8, _ b: UInt8) -> Merge {
    switch (UInt8(a), b) {
    case (0x20, 0x20): .first
    case (UInt8(ascii: "."), UInt8(ascii: ".")), (UInt8(ascii: ","), UInt8(ascii: ",")), (UInt8(ascii: ":"), UInt8(ascii: ":")),
      (UInt8(ascii: ";"), UInt8(ascii: ";")), (UInt8(ascii: "!"), UInt8(ascii: "!")), (UInt8(ascii: "?"), UInt8(ascii: "?")):
      .first
    case (UInt8(ascii: ";"), UInt8(ascii: ":")), (UInt8(ascii: "!"), UInt8(ascii: ":")), (UInt8(ascii: "?"), UInt8(ascii: ":")): .first
    case (UInt8(ascii: ":"), UInt8(ascii: ".")), (UInt8(ascii: ";"), UInt8(ascii: ".")), (UInt8(ascii: "!"), UInt8(ascii: ".")),
      (UInt8(ascii: "?"), UInt8(ascii: ".")):
      .first
    case (UInt8(ascii: ":"), UInt8(ascii: "!")), (UInt8(ascii: ";"), UInt8(ascii: "!")), (UInt8(ascii: ":"), UInt8(ascii: "?")),
      (UInt8(ascii: ";"), UInt8(ascii: "?")):
      .second
    default: .both
    }
  }
}
