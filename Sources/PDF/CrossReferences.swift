/// The table at a PDF's end that says where its objects begin (ISO 32000-1, 7.5.4).
struct CrossReferences {
  struct Entry: Hashable {
    var number: Int
    var offset: Int
  }

  /// Objects in use, in the order in which they lie in the file.
  private(set) var entries: [Entry] = []
  private(set) var trailer = PDFDictionary()
  /// Where the table itself begins.
  let offset: Int

  init(_ bytes: [UInt8]) throws(PDFProblem) {
    offset = try Self.start(in: bytes)
    var lexer = PDFLexer(bytes, from: offset)
    guard try lexer.token() == .word("xref") else { throw PDFProblem("has no cross-reference table where it says") }
    while true {
      switch try lexer.token(readsReferences: false) {
      case .word("trailer"):
        guard case .dictionary(let dictionary) = try lexer.value() else { throw PDFProblem("has no trailer") }
        trailer = dictionary
        try sort()
        return
      case .value(let first): try section(from: first, &lexer)
      default: throw PDFProblem("has no trailer")
      }
    }
  }

  private mutating func section(from first: PDFObject, _ lexer: inout PDFLexer) throws(PDFProblem) {
    guard let first = first.count, case .value(let counted) = try lexer.token(readsReferences: false), let count = counted.count,
      count <= lexer.bytes.count / 18
    else { throw PDFProblem("has a cross-reference table that cannot be read") }
    for number in first..<first + count {
      guard case .value(let place) = try lexer.token(readsReferences: false), let offset = place.count,
        case .value(let generation) = try lexer.token(readsReferences: false), case .word(let kind)? = try lexer.token()
      else { throw PDFProblem("has a cross-reference table that cannot be read") }
      guard kind == "n" else { continue }
      guard generation.count == 0, offset < self.offset else { throw PDFProblem("has a cross-reference table that cannot be read") }
      entries.append(Entry(number: number, offset: offset))
    }
  }

  private mutating func sort() throws(PDFProblem) {
    entries.sort { $0.offset < $1.offset }
    for (entry, next) in zip(entries, entries.dropFirst()) where entry.offset == next.offset {
      throw PDFProblem("has two objects in one place")
    }
  }

  /// The number behind the last `startxref`.
  private static func start(in bytes: [UInt8]) throws(PDFProblem) -> Int {
    let word = Array("startxref".utf8)
    var at = bytes.count - word.count
    let least = max(0, bytes.count - 1_024)
    while at >= least, at >= 0 {
      if bytes[at] == word[0], bytes[at..<at + word.count].elementsEqual(word) {
        var lexer = PDFLexer(bytes, from: at + word.count)
        guard case .value(let value) = try lexer.token(readsReferences: false), let offset = value.count, offset < bytes.count else {
          break
        }
        return offset
      }
      at -= 1
    }
    throw PDFProblem("ends before its end: it has no cross-reference table")
  }
}
