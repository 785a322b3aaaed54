/// A line of RIS or NBIB with the lines that continue it.
struct TaggedLine {
  var tag: String
  var value: String
  var offset: Int
}

/// Takes a file of tagged lines apart.
struct TaggedLines {
  private let bytes: [UInt8]
  private var i = 0
  private let dialect: Dialect

  enum Dialect {
    /// `TY  - JOUR`: two characters and a hyphen.
    case ris
    /// `PMID- 22431912`: up to four characters, filled up with blanks, and a hyphen; continued lines are indented.
    case nbib
  }

  /// What a line is.
  enum Line {
    case tagged(TaggedLine)
    case blank
    /// Neither tagged nor the continuation of a tagged line.
    case other(offset: Int)
  }

  init(_ bytes: [UInt8], dialect: Dialect) {
    self.bytes = bytes
    self.dialect = dialect
  }

  /// The next line with its continuations, or nil at the end.
  mutating func next() -> Line? {
    guard i < bytes.count else { return nil }
    let line = nextLine()
    if line.allSatisfy(\.isBlank) { return .blank }
    guard let (tag, start) = tag(of: line) else { return .other(offset: line.startIndex) }
    var value = Array(line[start...].trimmingBlanks)
    while i < bytes.count {
      let before = i
      let more = nextLine()
      guard continues(more) else {
        i = before
        break
      }
      value.append(.space)
      value += more.trimmingBlanks
    }
    return .tagged(TaggedLine(tag: tag, value: String(decoding: value, as: UTF8.self), offset: line.startIndex))
  }

  /// Up to the next LF, CR LF or CR, which is skipped.
  private mutating func nextLine() -> ArraySlice<UInt8> {
    let start = i
    while i < bytes.count, bytes[i] != .lineFeed, bytes[i] != .carriageReturn { i += 1 }
    let line = bytes[start..<i]
    i += i + 1 < bytes.count && bytes[i] == .carriageReturn && bytes[i + 1] == .lineFeed ? 2 : 1
    i = min(i, bytes.count)
    return line
  }

  private func continues(_ line: ArraySlice<UInt8>) -> Bool {
    switch dialect {
    case .nbib: line.starts(with: "      ".utf8) && !line.allSatisfy(\.isBlank)
    case .ris: !line.allSatisfy(\.isBlank) && tag(of: line) == nil
    }
  }

  /// The tag, and where the value starts.
  private func tag(of line: ArraySlice<UInt8>) -> (tag: String, start: Int)? {
    let name = line.prefix(4).prefix { $0.isUpper || $0.isDigit }
    let expected = dialect == .ris ? 2...2 : 2...4
    guard expected.contains(name.count), line[name.startIndex].isUpper else { return nil }
    var k = name.endIndex
    while k < line.endIndex, line[k] == .space, k - line.startIndex < 8 { k += 1 }
    guard k < line.endIndex, line[k] == .hyphen else { return nil }
    if dialect == .nbib && k - line.startIndex != 4 { return nil }
    if dialect == .ris && (k == name.endIndex || (k + 1 < line.endIndex && !line[k + 1].isBlank)) { return nil }
    return (String(decoding: name, as: UTF8.self), k + 1)
  }
}

/// The lines of one entry.
struct TaggedEntry {
  var offset: Int
  var lines: [TaggedLine] = []

  /// The first value of the first of these tags that has one.
  func first(_ tags: String...) -> String? {
    for tag in tags {
      if let line = lines.first(where: { $0.tag == tag && !$0.value.isEmpty }) { return line.value }
    }
    return nil
  }

  /// The values of these tags in the order of the file.
  func all(_ tags: String...) -> [String] {
    lines.compactMap { tags.contains($0.tag) && !$0.value.isEmpty ? $0.value : nil }
  }
}
