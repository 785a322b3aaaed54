/// LaTeX in field values as Unicode text with the few tags that CSL knows.
///
///     LaTeX.text(#"G{\"o}del's \emph{Proof} -- {DNA}"#)  // "Gödel’s <i>Proof</i> – <span class=\"nocase\">DNA</span>"
struct LaTeX {
  /// Commands that were not understood, each with its place; their arguments stay in the text.
  private(set) var unknown: [(name: String, offset: Int)] = []

  private let bytes: ArraySlice<UInt8>
  private let protectsCase: Bool
  private var i: Int
  private var out: [UInt8] = []
  private var groups: [Group] = []
  private var isMath = false
  /// A combining accent that waits for its letter.
  private var accent: Unicode.Scalar?
  /// What the next group in braces is, when a command announced it.
  private var announced: Group?

  private enum Group {
    case plain
    case math
    /// Protected from changes of case; its tag starts at this byte of the result.
    case protected(Int)
    case tag(String)
  }

  private init(_ bytes: ArraySlice<UInt8>, protectsCase: Bool) {
    self.bytes = bytes
    self.protectsCase = protectsCase
    i = bytes.startIndex
  }

  /// Braces that protect case become `nocase` tags where `protectsCase` says so, and vanish otherwise.
  static func read(_ bytes: ArraySlice<UInt8>, protectsCase: Bool = false) -> (text: String, unknown: [(name: String, offset: Int)]) {
    if isPlain(bytes) { return (String(decoding: bytes, as: UTF8.self), []) }
    var latex = LaTeX(bytes, protectsCase: protectsCase)
    latex.readAll()
    return (String(decoding: latex.out.trimmed, as: UTF8.self), latex.unknown)
  }

  static func text(_ text: String) -> String { read(Array(text.utf8)[...], protectsCase: true).text }

  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    var last = UInt8.space
    for byte in bytes {
      switch byte {
      case .backslash, .openBrace, .closeBrace, UInt8(ascii: "$"), UInt8(ascii: "~"), UInt8(ascii: "`"), UInt8(ascii: "'"), .hyphen,
        0x09...0x0D, UInt8(ascii: "^"), UInt8(ascii: "_"):
        return false
      case .space where last == .space: return false
      default: last = byte
      }
    }
    return last != .space || bytes.isEmpty
  }

  private mutating func readAll() {
    out.reserveCapacity(bytes.count)
    while i < bytes.endIndex { step() }
    while !groups.isEmpty { close() }
  }

  private mutating func step() {
    let byte = bytes[i]
    i += 1
    switch byte {
    case .backslash: command()
    case .openBrace: open()
    case .closeBrace: close()
    case UInt8(ascii: "$"):
      isMath.toggle()
      if byte == next { i += 1 }
    case UInt8(ascii: "~"): append("\u{A0}")
    case UInt8(ascii: "^") where isMath: openScript("sup")
    case UInt8(ascii: "_") where isMath: openScript("sub")
    case UInt8(ascii: "`"): append(take(byte) ? "“" : "‘")
    case UInt8(ascii: "'"): append(take(byte) ? "”" : "’")
    case .hyphen: append(take(byte) ? (take(byte) ? "—" : "–") : "-")
    case let blank where blank.isBlank:
      accent = nil
      blankOnce()
    case 0..<0x80: append(Unicode.Scalar(byte))
    default: appendRun(from: i - 1)
    }
  }

  // MARK: Groups

  private mutating func open() {
    if let group = announced {
      announced = nil
      groups.append(group)
      if case .tag = group { return }
      return
    }
    guard protectsCase, groups.isEmpty, accent == nil, !isMath, next != .backslash else {
      groups.append(.plain)
      return
    }
    groups.append(.protected(out.count))
    out += Self.nocase
  }

  private mutating func close() {
    accent = nil
    switch groups.popLast() {
    case .tag(let tag): out += tag.utf8
    case .math: isMath = false
    case .protected(let start):
      if out[(start + Self.nocase.count)...].contains(where: { $0.isLetter || $0 >= 0x80 }) {
        out += Self.spanEnd
      } else {
        out.removeSubrange(start..<start + Self.nocase.count)
      }
    case .plain, nil: break
    }
  }

  private static let nocase = Array("<span class=\"nocase\">".utf8)
  private static let spanEnd = Array("</span>".utf8)

  /// `^` and `_` take a group, a command or one character.
  private mutating func openScript(_ tag: String) {
    out += "<\(tag)>".utf8
    if next == .openBrace {
      announced = .tag("</\(tag)>")
      return
    }
    if i < bytes.endIndex, bytes[i] != .closeBrace, bytes[i] != UInt8(ascii: "$"), bytes[i] != UInt8(ascii: "^"),
      bytes[i] != UInt8(ascii: "_")
    {
      step()
    }
    out += "</\(tag)>".utf8
  }

  // MARK: Commands

  private mutating func command() {
    guard i < bytes.endIndex else { return }
    let start = i
    guard bytes[i].isLetter else {
      i += 1
      symbol(bytes[start])
      return
    }
    while i < bytes.endIndex, bytes[i].isLetter { i += 1 }
    let name = String(decoding: bytes[start..<i], as: UTF8.self)
    if LaTeXTables.accents[name] != nil || next != .openBrace { skipBlanks() }
    if let mark = LaTeXTables.accents[name] {
      accent = mark
    } else if let text = LaTeXTables.symbols[name] {
      for scalar in text.unicodeScalars { append(scalar) }
    } else if let tag = LaTeXTables.tags[name] {
      tagged(tag)
    } else {
      special(name, at: start - 1)
    }
  }

  private mutating func symbol(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "^"), UInt8(ascii: "\""), UInt8(ascii: "~"), UInt8(ascii: "="),
      UInt8(ascii: "."):
      skipBlanks()
      accent = LaTeXTables.accents[String(Unicode.Scalar(byte))]
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
      UInt8(ascii: "]"):
      break
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): append("\u{2009}")
    case .backslash: blankOnce()
    case let blank where blank.isBlank: blankOnce()
    case 0..<0x80: append(Unicode.Scalar(byte))
    default: appendRun(from: i - 1)
    }
  }

  /// `\emph{…}` tags its argument, `{\em …}` the rest of its group.
  private mutating func tagged(_ tag: LaTeXTables.Tag) {
    if !tag.isSwitch {
      guard next == .openBrace else { return }
      announced = .tag(tag.end)
      out += tag.start.utf8
    } else if let last = groups.indices.last, case .plain = groups[last] {
      groups[last] = .tag(tag.end)
      out += tag.start.utf8
    }
  }

  private mutating func special(_ name: String, at offset: Int) {
    switch name {
    case "url", "nolinkurl", "path": verbatim()
    case "href", "textcolor", "color", "hspace", "vspace", "cite", "footnote", "label": skipGroup()
    case "enquote", "mkbibquote":
      append("“")
      announced = .tag("”")
    case "ensuremath":
      isMath = true
      announced = .math
    case let name where LaTeXTables.transparent.contains(name): break
    default: if unknown.count < 20 { unknown.append((name, offset)) }
    }
    if next != .openBrace { announced = nil } else if announced == nil { announced = .plain }
  }

  private mutating func verbatim() {
    let start = i + 1
    let end = skipGroup()
    if start < end { out += bytes[start..<end] }
  }

  /// Skips `{…}`; the end is where its closing brace stands.
  @discardableResult
  private mutating func skipGroup() -> Int {
    guard next == .openBrace else { return i }
    var depth = 0
    while i < bytes.endIndex {
      if bytes[i] == .openBrace { depth += 1 }
      if bytes[i] == .closeBrace { depth -= 1 }
      i += 1
      if depth == 0 { return i - 1 }
    }
    return i
  }

  // MARK: Output

  private var next: UInt8? { i < bytes.endIndex ? bytes[i] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    i += 1
    return true
  }

  private mutating func skipBlanks() {
    while let next, next.isBlank { i += 1 }
  }

  private mutating func blankOnce() {
    if let last = out.last, last != .space { out.append(.space) }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    guard let mark = accent else {
      if scalar.value < 0x80 { out.append(UInt8(scalar.value)) } else { out += String(Character(scalar)).utf8 }
      return
    }
    accent = nil
    out += LaTeXTables.compose(scalar, mark).utf8
  }

  /// A run of bytes beyond ASCII, as it is; its first scalar takes a waiting accent.
  private mutating func appendRun(from start: Int) {
    while i < bytes.endIndex, bytes[i] >= 0x80 { i += 1 }
    let run = bytes[start..<i]
    guard let mark = accent else {
      out += run
      return
    }
    accent = nil
    out += String(decoding: run, as: UTF8.self).utf8
    out += String(Character(mark)).utf8
  }
}

extension [UInt8] {
  /// Without the blanks at both ends.
  fileprivate var trimmed: ArraySlice<UInt8> { self[...].trimmingBlanks }
}
