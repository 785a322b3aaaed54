/// Reads values from bytes, in a file's body or in a content stream.
struct PDFLexer {
  let bytes: [UInt8]
  var offset: Int
  let end: Int

  static let greatestDepth = 64

  init(_ bytes: [UInt8], from offset: Int = 0, to end: Int? = nil) {
    self.bytes = bytes
    self.offset = offset
    self.end = min(end ?? bytes.count, bytes.count)
  }

  var byte: UInt8? { offset < end ? bytes[offset] : nil }

  /// A value, or a word that is none: `obj`, `stream`, an operator of a content stream.
  enum Token: Hashable {
    case value(PDFObject)
    case word(String)
  }

  /// Passes white space and comments.
  mutating func skipBlanks() {
    while let byte {
      if byte == UInt8(ascii: "%") {
        while let byte = self.byte, byte != 10, byte != 13 { offset += 1 }
      } else if !Self.isBlank(byte) {
        return
      } else {
        offset += 1
      }
    }
  }

  /// The next token; nil at the end. In a file's body `5 0 R` is a reference.
  mutating func token(depth: Int = 0, readsReferences: Bool = true) throws(PDFProblem) -> Token? {
    skipBlanks()
    guard let byte else { return nil }
    guard depth <= Self.greatestDepth else { throw PDFProblem("nests values too deep") }
    switch byte {
    case UInt8(ascii: "/"): return .value(.name(name()))
    case UInt8(ascii: "("): return .value(.string(try literalString()))
    case UInt8(ascii: "["): return .value(.array(try elements(until: UInt8(ascii: "]"), depth, readsReferences)))
    case UInt8(ascii: "<"):
      guard offset + 1 < end, bytes[offset + 1] == byte else { return .value(.string(try hexadecimalString())) }
      return .value(.dictionary(try dictionary(depth, readsReferences)))
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .value(try number(readsReferences))
    default:
      let word = word()
      switch word {
      case "": throw PDFProblem("has a stray \"\(String(decoding: [byte], as: UTF8.self))\" at byte \(offset)")
      case "true": return .value(.boolean(true))
      case "false": return .value(.boolean(false))
      case "null": return .value(.null)
      default: return .word(word)
      }
    }
  }

  mutating func value() throws(PDFProblem) -> PDFObject {
    guard case .value(let value) = try token() else { throw PDFProblem("has no value at byte \(offset)") }
    return value
  }

  mutating func word() -> String {
    let start = offset
    while let byte, !Self.isBlank(byte), !Self.isDelimiter(byte) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func elements(until close: UInt8, _ depth: Int, _ readsReferences: Bool) throws(PDFProblem) -> [PDFObject] {
    offset += 1
    var elements: [PDFObject] = []
    while true {
      skipBlanks()
      if byte == close { break }
      guard case .value(let value) = try token(depth: depth + 1, readsReferences: readsReferences) else {
        throw PDFProblem("has an array that does not end")
      }
      elements.append(value)
    }
    offset += 1
    return elements
  }

  private mutating func dictionary(_ depth: Int, _ readsReferences: Bool) throws(PDFProblem) -> PDFDictionary {
    offset += 2
    var dictionary = PDFDictionary()
    while true {
      skipBlanks()
      if byte == UInt8(ascii: ">") { break }
      guard byte == UInt8(ascii: "/") else { throw PDFProblem("has a dictionary that does not end") }
      let key = name()
      guard case .value(let value) = try token(depth: depth + 1, readsReferences: readsReferences) else {
        throw PDFProblem("has no value for /\(key)")
      }
      dictionary.values[key] = value
    }
    guard offset + 1 < end, bytes[offset + 1] == UInt8(ascii: ">") else { throw PDFProblem("has a dictionary that does not end") }
    offset += 2
    return dictionary
  }

  /// A number, or a reference: two whole numbers and an R.
  private mutating func number(_ readsReferences: Bool) throws(PDFProblem) -> PDFObject {
    let first = try plainNumber()
    guard readsReferences, let number = PDFObject.number(first).count else { return .number(first) }
    let afterFirst = offset
    skipBlanks()
    guard let byte, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte, offset > afterFirst else {
      offset = afterFirst
      return .number(first)
    }
    let generation = try plainNumber()
    skipBlanks()
    guard self.byte == UInt8(ascii: "R"), offset + 1 >= end || Self.isBlank(bytes[offset + 1]) || Self.isDelimiter(bytes[offset + 1]) else {
      offset = afterFirst
      return .number(first)
    }
    guard generation == 0 else { throw PDFProblem("has objects that were replaced, which is not understood") }
    offset += 1
    return .reference(number)
  }

  private mutating func plainNumber() throws(PDFProblem) -> Double {
    let isNegative = byte == UInt8(ascii: "-")
    if isNegative || byte == UInt8(ascii: "+") { offset += 1 }
    var value = 0.0
    var digits = 0
    var scale = 0.0
    while let byte {
      if byte == UInt8(ascii: "."), scale == 0 {
        scale = 1
      } else if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
        value = value * 10 + Double(byte - UInt8(ascii: "0"))
        scale *= 10
        digits += 1
      } else {
        break
      }
      offset += 1
    }
    guard digits > 0, digits <= 40 else { throw PDFProblem("has a number that is none at byte \(offset)") }
    if scale > 1 { value /= scale }
    return isNegative ? -value : value
  }
}
