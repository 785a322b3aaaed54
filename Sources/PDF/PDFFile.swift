/// A PDF as browsers write it: one cross-reference table, objects that lie one behind the other, none of them replaced.
///
/// Other ways to write a file (cross-reference streams, encryption, later additions) are named, not guessed at.
struct PDFFile: Sendable {
  let bytes: [UInt8]
  let trailer: PDFDictionary
  /// Objects by their numbers.
  private(set) var objects: [Int: PDFObject] = [:]
  /// Where the values of the objects stand, without the bytes of streams, by their place in the file.
  private(set) var bodies: [Range<Int>] = []

  init(_ bytes: [UInt8]) throws(PDFProblem) {
    guard bytes.starts(with: Array("%PDF-1.".utf8)) else { throw PDFProblem("does not begin as a PDF") }
    self.bytes = bytes
    let table = try CrossReferences(bytes)
    trailer = table.trailer
    guard trailer["Encrypt"] == nil, trailer["Prev"] == nil else {
      throw PDFProblem("is encrypted or was changed, which is not understood")
    }
    for (index, entry) in table.entries.enumerated() {
      // No object may reach into the next: then reading all of them passes each byte once.
      let end = index + 1 < table.entries.count ? table.entries[index + 1].offset : table.offset
      objects[entry.number] = try object(entry.number, entry.offset..<end)
    }
  }

  private mutating func object(_ number: Int, _ range: Range<Int>) throws(PDFProblem) -> PDFObject {
    var lexer = PDFLexer(bytes, from: range.lowerBound, to: range.upperBound)
    guard try lexer.token(readsReferences: false) == .value(.number(Double(number))),
      try lexer.token(readsReferences: false) == .value(.number(0)), try lexer.token() == .word("obj")
    else { throw PDFProblem("has no object \(number) where its table says") }
    let value = try lexer.value()
    bodies.append(range.lowerBound..<lexer.offset)
    guard case .dictionary(let dictionary) = value, try lexer.token() == .word("stream") else { return value }
    if lexer.byte == 13 { lexer.offset += 1 }
    if lexer.byte == 10 { lexer.offset += 1 }
    guard let length = dictionary["Length"]?.count, length <= range.upperBound - lexer.offset else {
      throw PDFProblem("has a stream that is longer than its place")
    }
    return .stream(dictionary, lexer.offset..<lexer.offset + length)
  }

  /// What a value stands for; references to references are followed a few times only.
  func resolved(_ value: PDFObject?) -> PDFObject? {
    var value = value
    for _ in 0..<8 {
      guard case .reference(let number) = value else { return value }
      value = objects[number]
    }
    return nil
  }

  func dictionary(_ value: PDFObject?) -> PDFDictionary? {
    switch resolved(value) {
    case .dictionary(let dictionary), .stream(let dictionary, _): dictionary
    default: nil
    }
  }

  func array(_ value: PDFObject?) -> [PDFObject]? {
    guard case .array(let elements) = resolved(value) else { return nil }
    return elements
  }

  func text(_ value: PDFObject?) -> String? {
    guard case .string(let bytes) = resolved(value) else { return nil }
    return PDF.text(of: bytes)
  }

  var catalog: PDFDictionary? { dictionary(trailer["Root"]) }

  /// The decoded bytes of a stream, at most `limit`; only Flate is known.
  func content(_ value: PDFObject?, limit: Int) throws(PDFProblem) -> [UInt8] {
    guard case .stream(let dictionary, let range) = resolved(value) else { throw PDFProblem("has no content where it should") }
    guard dictionary["DecodeParms"] == nil else { throw PDFProblem("has content with a predictor, which is not understood") }
    switch resolved(dictionary["Filter"]) {
    case nil: return Array(bytes[range].prefix(limit))
    case .name("FlateDecode"), .array([.name("FlateDecode")]): return try inflated(bytes, range, limit: limit)
    default: throw PDFProblem("has content in a form that is not understood")
    }
  }
}
