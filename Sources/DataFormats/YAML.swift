package import Diagnostics

/// YAML 1.2 as people write it, read by libyaml's events into nodes that know their places.
package enum YAML {
  package static let maximumDepth = 64
  package static let maximumSize = 5_000_000
  /// How many nodes a document may gain by repeating anchored ones.
  package static let maximumRepeatedNodes = 100_000

  /// The document's root and what is wrong with it; the root is nil for an empty file and where the text cannot be understood.
  ///
  ///     YAML.parse(Array("title: A case".utf8), file: "case.yaml").node?["title"]?.text  // "A case"
  ///
  /// Scalars stay text. A colon that lacks quotes is reported and read as text, so that the rest of the file is read too. Of a key that
  /// comes twice, the first value stays. `firstLine` is the line of `file` that the bytes begin on.
  package static func parse(_ bytes: [UInt8], file: String, firstLine: Int = 1) -> (node: Node?, diagnostics: [Diagnostic]) {
    if let problem = TextEncoding.problem(ofSize: bytes.count, limit: maximumSize, file: file) { return (nil, [problem]) }
    if let problem = TextEncoding.problem(in: bytes, file: file) { return (nil, [problem]) }
    var source = YAMLSource(bytes: bytes, file: file, firstLine: firstLine)
    var mistakes = [Diagnostic]()
    while true {
      var composer = YAMLComposer(source: source)
      guard let error = composer.compose() else { return (composer.root, mistakes + composer.diagnostics) }
      let mistake = YAMLMistake(error, in: source)
      if !mistakes.contains(mistake.diagnostic) { mistakes.append(mistake.diagnostic) }
      guard let colon = mistake.colonToQuote, mistakes.count <= 20, source.bytes.count < 1_000_000 else {
        return (nil, mistakes + composer.diagnostics.filter { !mistake.covers($0) })
      }
      source.quoteColon(at: colon)
    }
  }
}

/// The bytes that libyaml gets, and what a first look at them found.
struct YAMLSource {
  private(set) var bytes: [UInt8]
  let file: String
  let firstLine: Int
  /// Places (line and column from 0) of ` #` that look as if they were meant as text.
  private(set) var doubtfulComments = [Place]()
  private(set) var hasQuotedColons = false

  struct Place: Hashable {
    var line: Int
    var column: Int
  }

  /// A letter that looks like a colon and stands for one that YAML must not see.
  static let quotedColon = "\u{A789}"

  init(bytes: [UInt8], file: String, firstLine: Int) {
    self.bytes = bytes
    self.file = file
    self.firstLine = firstLine
    blankOutOddLineBreaks()
    findDoubtfulComments()
  }

  mutating func quoteColon(at offset: Int) {
    bytes.replaceSubrange(offset...offset, with: Self.quotedColon.utf8)
    hasQuotedColons = true
  }

  /// libyaml ends lines at U+0085, U+2028 and U+2029, as YAML 1.1 did; editors and YAML 1.2 don't.
  private mutating func blankOutOddLineBreaks() {
    var index = 0
    while let next = bytes[index...].firstIndex(where: { $0 == 0xE2 || $0 == 0xC2 }) {
      let isShort = bytes[next...].starts(with: [0xC2, 0x85])
      let isLong = bytes[next...].starts(with: [0xE2, 0x80, 0xA8]) || bytes[next...].starts(with: [0xE2, 0x80, 0xA9])
      if isLong { bytes.replaceSubrange(next..<next + 3, with: [0xC2, 0xA0]) }
      if isShort { bytes[next + 1] = 0xA0 }
      index = next + 2
    }
  }

  /// A comment that clings to a text: `Ulcer #3`, `Grade # 2`, `brand: #0b4f6c`; not `draft  # note` and not `draft # a note`.
  private mutating func findDoubtfulComments() {
    var place = Place(line: 0, column: 0)
    var index = TextEncoding.markLength(in: bytes)
    let last = bytes.count - 1
    while index <= last {
      let byte = bytes[index]
      if byte == newline || (byte == carriageReturn && !(index < last && bytes[index + 1] == newline)) {
        place = Place(line: place.line + 1, column: 0)
      } else if byte & 0xC0 != 0x80 {
        if byte == UInt8(ascii: "#"), place.column > 1, clings(at: index) { doubtfulComments.append(place) }
        place.column += 1
      }
      index += 1
    }
  }

  private func clings(at index: Int) -> Bool {
    guard bytes[index - 1] == space, bytes[index - 2] != space, index + 1 < bytes.count, bytes[index + 1] > space else {
      return index + 2 < bytes.count && bytes[index - 1] == space && bytes[index - 2] > space && bytes[index + 1] == space
        && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index + 2])
    }
    return true
  }
}
