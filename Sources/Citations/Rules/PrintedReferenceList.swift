package import Diagnostics

/// A reference list as text, as it is pasted from a poster or a manuscript.
package struct PrintedReferenceList: Sendable {
  /// Always UTF-8, each line break a blank, so that an entry over several lines is one text.
  let bytes: [UInt8]
  package internal(set) var references: [PrintedReference] = []
  package internal(set) var diagnostics: [Diagnostic] = []
  private var source: ReferenceSource

  /// Bytes of an entry; the longest true ones, with every author, have half of it.
  private static let maximumLength = 5_000

  /// The entries of a list, one a paragraph or one a line; headings and list marks are no part of them.
  ///
  ///     PrintedReferenceList.parse("1. LeRoy EC. Criteria. J Rheumatol. 2001;28:1573-6.", file: "old.txt").references[0].number  // 1
  package static func parse(_ text: String, file: String = "references.txt") -> PrintedReferenceList {
    parse(Array(text.utf8), file: file)
  }

  package static func parse(_ bytes: [UInt8], file: String) -> PrintedReferenceList {
    let (source, _) = ReferenceSource.decode(bytes, file: file)
    var list = PrintedReferenceList(source: source)
    for var lines in PrintedReferenceList.entries(of: source.bytes) {
      if lines.count > maximumLength {
        list.diagnostics.append(
          Diagnostic(
            .warning, "reference-too-long", "Entry has more than \(maximumLength) characters: the rest is not looked at",
            at: list.source.location(at: lines.lowerBound), remedy: "put a blank line between the entries"))
        lines = lines.lowerBound..<lines.lowerBound + maximumLength
      }
      var reference = PrintedReference(range: lines, location: SourceLocation(file: file))
      reference.location = list.source.location(at: lines.lowerBound)
      var parser = PrintedReferenceParser(bytes: list.bytes, reference: reference)
      list.references.append(parser.parse())
    }
    return list
  }

  private init(source: ReferenceSource) {
    self.source = source
    bytes = source.bytes.map { $0 == .lineFeed || $0 == .carriageReturn || $0 == 0x09 ? .space : $0 }
    diagnostics = source.diagnostics
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Line and column of a range, and how many characters it has.
  mutating func location(of range: Range<Int>) -> SourceLocation {
    source.location(at: range.lowerBound, length: text(range).unicodeScalars.count)
  }

  // MARK: Entries

  /// The ranges of the entries, list marks and numbers included.
  private static func entries(of bytes: [UInt8]) -> [Range<Int>] {
    var entries: [Range<Int>] = []
    for paragraph in paragraphs(of: bytes) {
      let lines = paragraph.filter { !isHeading(bytes[$0]) }
      guard let first = lines.first, let last = lines.last else { continue }
      let starts = lines.filter { PrintedMark(bytes[$0]) != nil }
      if starts.count > 1 || (starts.count == 1 && starts[0] == first) {
        // A line without a number belongs to the entry before it.
        let bounds = starts.map(\.lowerBound) + [last.upperBound]
        for i in starts.indices { entries.append(trimmed(bounds[i]..<bounds[i + 1], bytes)) }
      } else if lines.allSatisfy({ hasYear(bytes[$0]) }) {
        entries += lines.map { trimmed($0, bytes) }
      } else {
        entries.append(trimmed(first.lowerBound..<last.upperBound, bytes))
      }
    }
    return entries
  }

  /// Lines that are not blank, in groups between blank ones.
  private static func paragraphs(of bytes: [UInt8]) -> [[Range<Int>]] {
    var paragraphs: [[Range<Int>]] = [[]]
    for line in bytes.split(omittingEmptySubsequences: false, whereSeparator: { $0 == .lineFeed || $0 == .carriageReturn }) {
      if line.allSatisfy(\.isBlank) {
        // CR LF splits into a line and an empty one.
        let isLineEnd = line.isEmpty && line.startIndex >= 1 && bytes[line.startIndex - 1] == .carriageReturn
        if !isLineEnd, paragraphs.last?.isEmpty == false { paragraphs.append([]) }
      } else {
        paragraphs[paragraphs.count - 1].append(line.startIndex..<line.endIndex)
      }
    }
    return paragraphs
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    let text = bytes[range].trimmingBlanks
    return text.isEmpty ? range.lowerBound..<range.lowerBound : text.startIndex..<text.endIndex
  }

  private static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
    let text = line.trimmingBlanks
    if text.first == UInt8(ascii: "#") { return true }
    let word = String(decoding: text.filter(\.isLetter).map(\.lowered), as: UTF8.self)
    return ["references", "resources", "bibliography", "literature", "literaturecited", "workscited", "sources"].contains(word)
  }

  private static func hasYear(_ line: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    for byte in line + [.space] {
      if byte.isDigit { digits += 1 } else if digits == 4 { return true } else { digits = 0 }
    }
    return false
  }
}

/// A number or a bullet before an entry.
struct PrintedMark {
  var number: Int?
  /// Bytes up to the text.
  var length: Int

  /// `1. `, `1) `, `[1] `, `(1) `, `- `, `* ` or `• `; nil when the line starts with something else.
  init?(_ line: ArraySlice<UInt8>) {
    let text = line.drop(while: \.isBlank)
    var rest = text
    if rest.starts(with: "•".utf8)
      || ((rest.first == .hyphen || rest.first == UInt8(ascii: "*")) && rest.dropFirst().first?.isBlank == true)
    {
      rest = rest.dropFirst(rest.first == 0xE2 ? 3 : 1)
    } else {
      let opener = rest.first
      let isBracketed = opener == UInt8(ascii: "[") || opener == UInt8(ascii: "(")
      if isBracketed { rest = rest.dropFirst() }
      let digits = rest.prefix(while: \.isDigit)
      guard (1...3).contains(digits.count), let value = DateText.number(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      let closers: [UInt8] = isBracketed ? [UInt8(ascii: "]"), UInt8(ascii: ")")] : [UInt8(ascii: "."), UInt8(ascii: ")")]
      guard let closer = rest.first, closers.contains(closer) else { return nil }
      rest = rest.dropFirst()
      guard isBracketed || rest.first?.isBlank == true else { return nil }
      number = value
    }
    length = rest.drop(while: \.isBlank).startIndex - line.startIndex
  }
}
