internal import Diagnostics

/// Takes a `.bib` file apart into entries, each byte looked at once or twice however broken the file is.
///
/// What makes that so: an open brace or quotation mark is given up at the next line that starts an entry.
struct BibTeXParser {
  var source: ReferenceSource
  private(set) var entries: [BibTeXEntry] = []

  private let bytes: [UInt8]
  private var i = 0
  private var macros: [String: ArraySlice<UInt8>] = [:]
  /// Bytes that macros may still add, so that macros made of macros cannot fill the memory.
  private var macroBudget: Int
  /// A comment was seen that is never closed: from then on comments end where an entry starts.
  private var hasOpenComment = false

  /// An entry is given up; the diagnostic is already there.
  private struct Unreadable: Error {}

  init(source: ReferenceSource) {
    self.source = source
    bytes = source.bytes
    macroBudget = 8 * bytes.count + 1_000_000
  }

  mutating func parseFile() {
    while let at = nextEntryStart() {
      i = at + 1
      let name = word().lowercased()
      skipBlanks()
      if name == "comment" {
        skipComment()
      } else if !name.isEmpty, let opener = byte, opener == .openBrace || opener == UInt8(ascii: "(") {
        i += 1
        let closer = opener == .openBrace ? UInt8.closeBrace : UInt8(ascii: ")")
        do { try parse(name, closer: closer, at: at) } catch { i = nextLineWithEntry(from: max(i, at + 1)) }
      } else if startsLine(at) {
        source.add(.warning, "bibtex-syntax", "\"@\(name)\" starts no entry: \"{\" expected", at: at, length: name.utf8.count + 1)
      }
    }
  }

  private mutating func parse(_ name: String, closer: UInt8, at: Int) throws(Unreadable) {
    switch name {
    case "string": try parseMacro(closer: closer)
    case "preamble":
      _ = try value(of: "@preamble")
      try expect(closer, in: "@preamble")
    default: try parseEntry(name, closer: closer, at: at)
    }
  }

  private mutating func parseMacro(closer: UInt8) throws(Unreadable) {
    skipBlanks()
    let name = word().lowercased()
    skipBlanks()
    try expect(UInt8(ascii: "="), in: "@string")
    macros[name] = try value(of: name)
    skipBlanks()
    if byte == .comma { i += 1 }
    try expect(closer, in: "@string")
  }

  private mutating func parseEntry(_ type: String, closer: UInt8, at: Int) throws(Unreadable) {
    skipBlanks()
    let keyOffset = i
    while let byte, byte != .comma, byte != closer, byte != UInt8(ascii: "="), !byte.isBlank { i += 1 }
    var entry = BibTeXEntry(type: type, key: text(keyOffset..<i), offset: keyOffset)
    skipBlanks()
    if entry.key.isEmpty || byte == UInt8(ascii: "=") {
      throw problem("Entry \"@\(type)\" has no key", at: at, remedy: "write a key after the opening brace, as in @\(type){smith2020,")
    }
    if byte == .comma { i += 1 } else if byte != closer { throw problem("Comma missing after key \"\(entry.key)\"", at: i) }
    while true {
      skipBlanks()
      guard let next = byte else { throw problem("Entry \"\(entry.key)\" is never closed", at: keyOffset) }
      if next == closer {
        i += 1
        entries.append(entry)
        return
      }
      if next == .comma { i += 1 } else { try parseField(of: &entry, closer: closer) }
    }
  }

  private mutating func parseField(of entry: inout BibTeXEntry, closer: UInt8) throws(Unreadable) {
    let offset = i
    let name = word().lowercased()
    skipBlanks()
    guard !name.isEmpty, byte == UInt8(ascii: "=") else {
      throw problem("Entry \"\(entry.key)\" cannot be read here: a field as in \"year = 2020\" expected", at: offset)
    }
    i += 1
    let field = BibTeXField(value: try value(of: name), offset: offset)
    if entry.fields[name] != nil {
      source.add(
        .warning, "bibtex-syntax", "Field \"\(name)\" comes twice in entry \"\(entry.key)\": the first is used", at: offset,
        length: name.utf8.count)
    } else {
      entry.fields[name] = field
    }
    skipBlanks()
    guard let byte, byte != .comma, byte != closer else { return }
    if byte.isLetter {
      source.add(.warning, "bibtex-syntax", "Comma missing after field \"\(name)\" of entry \"\(entry.key)\"", at: i)
    } else {
      throw problem("Entry \"\(entry.key)\" cannot be read here: \",\" or \"\(Character(Unicode.Scalar(closer)))\" expected", at: i)
    }
  }
}

// MARK: Values

extension BibTeXParser {
  /// Pieces joined by `#`: braced, quoted, a number or a macro.
  private mutating func value(of name: String) throws(Unreadable) -> ArraySlice<UInt8> {
    var whole = try piece(of: name)
    skipBlanks()
    while byte == UInt8(ascii: "#") {
      i += 1
      whole += try piece(of: name)
      skipBlanks()
    }
    return whole
  }

  private mutating func piece(of name: String) throws(Unreadable) -> ArraySlice<UInt8> {
    skipBlanks()
    let start = i
    switch byte {
    case UInt8.openBrace?, UInt8.quote?: return try delimited(of: name)
    case let digit? where digit.isDigit:
      while let byte, byte.isDigit { i += 1 }
      return bytes[start..<i]
    default:
      let macro = word().lowercased()
      if macro.isEmpty { throw problem("Field \"\(name)\" has no value", at: start) }
      return expand(macro, at: start)
    }
  }

  private mutating func expand(_ macro: String, at start: Int) -> ArraySlice<UInt8> {
    guard let text = macros[macro] ?? Self.months[macro].map({ Array("\($0)".utf8)[...] }) else {
      let meant = nearest(to: macro, in: macros.count < 1_000 ? Array(macros.keys).sorted() : [])
      source.add(
        .error, "bibtex-macro", "Macro \"\(macro)\" is defined nowhere", at: start, length: macro.utf8.count,
        remedy: meant.map { "did you mean \"\($0)\"?" } ?? "put the text in braces, or define it with @string")
      return Array(macro.utf8)[...]
    }
    macroBudget -= text.count
    if macroBudget >= 0 { return text }
    source.add(.error, "bibtex-macro", "Macro \"\(macro)\" makes the file too large: it is left out", at: start, length: macro.utf8.count)
    return []
  }

  /// The inside of `{…}` or `"…"`, in which braces have to be in pairs.
  private mutating func delimited(of name: String) throws(Unreadable) -> ArraySlice<UInt8> {
    let start = i
    let isQuoted = bytes[i] == .quote
    var depth = isQuoted ? 0 : 1
    i += 1
    while i < bytes.count {
      switch bytes[i] {
      case .backslash: i += 1
      case .openBrace: depth += 1
      case .closeBrace:
        depth -= 1
        if depth < 0 { throw problem("Closing brace without an opening one in field \"\(name)\"", at: i) }
        if depth == 0 && !isQuoted { return closed(start) }
      case .quote where isQuoted && depth == 0: return closed(start)
      case .lineFeed, .carriageReturn: if startsEntry(i + 1) { throw unclosed(isQuoted, name, at: start) }
      default: break
      }
      i += 1
    }
    i = bytes.count
    throw unclosed(isQuoted, name, at: start)
  }

  private mutating func closed(_ start: Int) -> ArraySlice<UInt8> {
    i += 1
    return bytes[start + 1..<i - 1]
  }

  private mutating func unclosed(_ isQuoted: Bool, _ name: String, at start: Int) -> Unreadable {
    problem("\(isQuoted ? "Quotation mark" : "Brace") of field \"\(name)\" is never closed", at: start)
  }

  private static let months: [String: Int] = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
  ]
}

// MARK: Scanning

extension BibTeXParser {
  private var byte: UInt8? { i < bytes.count ? bytes[i] : nil }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private mutating func skipBlanks() {
    while i < bytes.count && bytes[i].isBlank { i += 1 }
  }

  /// Letters, digits and the marks that names of types, fields and macros have.
  private mutating func word() -> String {
    let start = i
    while i < bytes.count, Self.isWord(bytes[i]) { i += 1 }
    return text(start..<i)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    if byte.isLetter || byte.isDigit || byte >= 0x80 { return true }
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "/"): return true
    default: return false
    }
  }

  private mutating func expect(_ expected: UInt8, in place: String) throws(Unreadable) {
    skipBlanks()
    guard byte == expected else { throw problem("\(place) cannot be read: \"\(Character(Unicode.Scalar(expected)))\" expected", at: i) }
    i += 1
  }

  private mutating func problem(_ summary: String, at offset: Int, remedy: String? = nil) -> Unreadable {
    source.add(.error, "bibtex-syntax", summary, at: offset, remedy: remedy)
    return Unreadable()
  }

  /// The next `@` that is not in a line that starts with `%`.
  private mutating func nextEntryStart() -> Int? {
    var isComment = false
    var isLineStart = i == 0 || bytes[i - 1] == .lineFeed || bytes[i - 1] == .carriageReturn
    while i < bytes.count {
      let byte = bytes[i]
      if byte == .lineFeed || byte == .carriageReturn {
        isComment = false
        isLineStart = true
      } else if !byte.isBlank {
        if isLineStart && byte == UInt8(ascii: "%") { isComment = true }
        if byte == UInt8(ascii: "@") && !isComment { return i }
        isLineStart = false
      }
      i += 1
    }
    return nil
  }

  /// `@comment{…}` up to its closing brace, or to the end of its line.
  private mutating func skipComment() {
    guard byte == .openBrace else {
      while let byte, byte != .lineFeed, byte != .carriageReturn { i += 1 }
      return
    }
    let start = i
    var depth = 0
    while i < bytes.count {
      if bytes[i] == .openBrace { depth += 1 }
      if bytes[i] == .closeBrace { depth -= 1 }
      if hasOpenComment && bytes[i] == .lineFeed && startsEntry(i + 1) { return }
      i += 1
      if depth == 0 { return }
    }
    if !hasOpenComment { source.add(.warning, "bibtex-syntax", "Brace of \"@comment\" is never closed", at: start) }
    i = hasOpenComment ? bytes.count : nextLineWithEntry(from: start)
    hasOpenComment = true
  }

  private func startsLine(_ at: Int) -> Bool { at == 0 || bytes[at - 1] == .lineFeed || bytes[at - 1] == .carriageReturn }

  /// Is there `@word{` at the very start of a line?
  private func startsEntry(_ start: Int) -> Bool {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "@") else { return false }
    var k = start + 1
    while k < bytes.count, bytes[k].isLetter { k += 1 }
    return k > start + 1 && k < bytes.count && (bytes[k] == .openBrace || bytes[k] == UInt8(ascii: "("))
  }

  private func nextLineWithEntry(from start: Int) -> Int {
    var k = start
    while k < bytes.count, !(startsLine(k) && startsEntry(k)) { k += 1 }
    return k
  }
}
