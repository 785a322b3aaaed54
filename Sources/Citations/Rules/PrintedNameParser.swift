/// Reads the names at the start of a printed entry.
struct PrintedNameParser {
  let bytes: [UInt8]
  let end: Int
  private var i: Int

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    i = range.lowerBound
  }

  /// The list up to its period, or nil when the entry does not start with persons.
  ///
  ///     "Davis, MDP, Anderson, LK, Wetter DA. Title" → 3 names, two with a comma before the initials
  ///     "Varga, J. Axford JS, Curtis MR. Title"      → 3 names, a period as a wrong separator
  mutating func parse() -> PrintedAuthors? {
    guard var authors = list() else { return nil }
    // A period that ends the list too early: more names follow, and then the list's own end.
    if authors.names.count == 1, authors.etAl == nil {
      var more = self
      let period = authors.end - 1..<authors.end
      if let rest = more.list(), rest.names.count > 1 || rest.etAl != nil {
        authors.names += rest.names
        authors.etAl = rest.etAl
        authors.wrongSeparators += [period] + rest.wrongSeparators
        authors.end = rest.end
        self = more
      }
    }
    return authors
  }

  private mutating func list() -> PrintedAuthors? {
    var authors = PrintedAuthors()
    while true {
      skipBlanks()
      let start = i
      if !authors.names.isEmpty, takeEtAl() {
        authors.etAl = start..<i
        _ = take(UInt8(ascii: "."))
        authors.end = i
        return authors
      }
      guard let name = name() else {
        guard !authors.names.isEmpty, skipGroup() else { return nil }
        authors.end = i
        return authors
      }
      authors.names.append(name)
      switch separator(&authors) {
      case .next: continue
      case .end:
        authors.end = i
        return authors
      case .none: return nil
      }
    }
  }

  private enum Separator {
    case next
    case end
    case none
  }

  private mutating func separator(_ authors: inout PrintedAuthors) -> Separator {
    let start = i
    if take(UInt8(ascii: ".")) { return .end }
    if take(UInt8(ascii: ";")) {
      var ahead = self
      ahead.skipBlanks()
      if ahead.name() != nil { authors.wrongSeparators.append(start..<start + 1) }
      return .next
    }
    let hasComma = take(.comma)
    skipBlanks()
    let word = i
    if takeWord("and") || take(UInt8(ascii: "&")) {
      authors.wrongSeparators.append(word..<i)
      return .next
    }
    if takeWord("eds") || takeWord("ed") || takeWord("editors") || takeWord("editor") { return take(UInt8(ascii: ".")) ? .end : .none }
    if hasComma { return .next }
    return startsEtAl ? .next : .none
  }

  // MARK: A name

  /// Surname of up to five words, then initials, then perhaps a suffix.
  private mutating func name() -> PrintedName? {
    let start = i
    var family = 0..<0
    var words = 0
    while words < 5, let word = nameWord() {
      if words > 0, isInitials(word) { break }
      let isParticle = Self.particles.contains(String(decoding: bytes[word].map(\.lowered), as: UTF8.self))
      guard bytes[word.lowerBound].isUpper || bytes[word.lowerBound] >= 0x80 || isParticle else { return reset(start) }
      family = start..<word.upperBound
      words += 1
      i = word.upperBound
      guard i < end, bytes[i] == .space else { break }
      i += 1
    }
    guard words > 0 else { return reset(start) }
    i = family.upperBound
    var name = PrintedName(range: start..<i, family: String(decoding: bytes[family], as: UTF8.self), initials: "")
    if take(.comma) { name.comma = i - 1..<i }
    skipBlanks()
    guard readInitials(of: &name) else { return reset(start) }
    takeSuffix()
    name.range = start..<i
    return name
  }

  private mutating func reset(_ start: Int) -> PrintedName? {
    i = start
    return nil
  }

  /// The word here: letters, apostrophes and hyphens.
  private func nameWord() -> Range<Int>? {
    var k = i
    while k < end, bytes[k].isLetter || bytes[k] >= 0x80 || bytes[k] == .hyphen || bytes[k] == UInt8(ascii: "'") { k += 1 }
    return k > i ? i..<k : nil
  }

  private func isInitials(_ word: Range<Int>) -> Bool { word.count <= 4 && bytes[word].allSatisfy { $0.isUpper || $0 == .hyphen } }

  /// `MDP`, `J-S`, `S.J.` or `S. J.`; the periods are remembered, but not one that ends the list.
  private mutating func readInitials(of name: inout PrintedName) -> Bool {
    let start = i
    while i < end, i - start < 12 {
      if bytes[i].isUpper {
        i += 1
      } else if bytes[i] == UInt8(ascii: "."), i > start, i + 1 < end,
        bytes[i + 1].isUpper || bytes[i + 1] == .comma || bytes[i + 1] == .hyphen
      {
        name.hasPeriods = true
        i += 1
      } else if bytes[i] == UInt8(ascii: "."), i > start, startsInitial(i + 1) {
        name.hasPeriods = true
        i += 2
      } else if bytes[i] == .hyphen, i > start {
        i += 1
      } else {
        break
      }
    }
    name.initials = String(decoding: bytes[start..<i].filter(\.isUpper), as: UTF8.self)
    let isWord = i < end && (bytes[i].isLetter || bytes[i] >= 0x80 || bytes[i].isDigit)
    return (1...5).contains(name.initials.utf8.count) && !isWord
  }

  /// ` A.` or ` A,`, but not ` E. coli`, which starts a title.
  private func startsInitial(_ k: Int) -> Bool {
    guard k + 2 < end, bytes[k] == .space, bytes[k + 1].isUpper else { return false }
    if bytes[k + 2] == .comma || bytes[k + 2] == .hyphen { return true }
    return bytes[k + 2] == UInt8(ascii: ".") && !(k + 4 < end && bytes[k + 3] == .space && bytes[k + 4].isLower)
  }

  private mutating func takeSuffix() {
    var ahead = self
    _ = ahead.take(.comma)
    ahead.skipBlanks()
    for suffix in ["Jr", "Sr", "III", "II", "IV", "2nd", "3rd", "4th"] where ahead.takeWord(suffix) {
      self = ahead
      return
    }
  }

  private static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin", "ben", "ten", "ter", "zu",
    "zur", "af",
  ]

  /// A group behind the persons: `, Trial Study Group.`
  private mutating func skipGroup() -> Bool {
    guard let stop = bytes[i..<min(end, i + 150)].firstIndex(of: UInt8(ascii: ".")) else { return false }
    let group = String(decoding: bytes[i..<stop], as: UTF8.self)
    guard Self.groupWords.contains(where: group.contains) else { return false }
    i = stop + 1
    return true
  }

  static let groupWords = [
    "Group", "Committee", "Network", "Society", "Association", "Investigators", "Consortium", "Force", "Collab", "Organization",
    "Institute",
    "Academy", "College", "Editors", "Team", "Panel", "Council", "Board", "Registry",
  ]

  // MARK: Scanning

  private mutating func skipBlanks() {
    while i < end, bytes[i] == .space { i += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard i < end, bytes[i] == byte else { return false }
    i += 1
    return true
  }

  /// A word that ends here, not one that only starts so.
  private mutating func takeWord(_ word: String) -> Bool {
    guard bytes[i..<end].starts(with: word.utf8) else { return false }
    let after = i + word.utf8.count
    guard after >= end || !(bytes[after].isLetter || bytes[after].isDigit) else { return false }
    i = after
    return true
  }

  private var startsEtAl: Bool { bytes[i..<end].starts(with: "et al".utf8) }

  private mutating func takeEtAl() -> Bool {
    guard startsEtAl else { return false }
    i += 5
    return true
  }
}
