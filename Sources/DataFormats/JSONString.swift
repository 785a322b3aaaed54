internal import Diagnostics

extension JSONParser {
  /// The text of the string at the cursor, escapes resolved; the cursor ends behind its closing quote.
  mutating func string() throws(Stop) -> String {
    let start = cursor.offset
    cursor.offset += 1
    let first = cursor.offset
    while let byte = cursor.byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { cursor.offset += 1 }
    if cursor.byte == UInt8(ascii: "\"") {
      cursor.offset += 1
      return String(decoding: cursor.bytes[first..<cursor.offset - 1], as: UTF8.self)
    }
    var text = Array(cursor.bytes[first..<cursor.offset])
    while let byte = cursor.byte {
      cursor.offset += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case ..<0x20:
        cursor.offset -= 1
        throw stop("A line break or control character stands inside a JSON string", remedy: "write it as an escape, such as \\n")
      default: text.append(byte)
      }
    }
    cursor.offset = start
    throw stop("String has no closing quote")
  }

  private mutating func escape(into text: inout [UInt8]) throws(Stop) {
    let byte = cursor.byte
    cursor.offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte ?? 0)
    case UInt8(ascii: "b"): text.append(8)
    case UInt8(ascii: "f"): text.append(12)
    case UInt8(ascii: "n"): text.append(newline)
    case UInt8(ascii: "r"): text.append(carriageReturn)
    case UInt8(ascii: "t"): text.append(tab)
    case UInt8(ascii: "u"): text += Array(String(try unicodeScalar()).utf8)
    default:
      cursor.offset -= 2
      throw stop("A backslash begins no JSON escape here", remedy: "double the backslash")
    }
  }

  /// `00e9`, or a surrogate pair `d83d\ude00`.
  private mutating func unicodeScalar() throws(Stop) -> Unicode.Scalar {
    let start = cursor.offset - 2
    let high = try hexadecimal()
    if let scalar = Unicode.Scalar(high) { return scalar }
    if high < 0xDC00, cursor.byte == UInt8(ascii: "\\"), cursor.offset + 1 < cursor.bytes.count,
      cursor.bytes[cursor.offset + 1] == UInt8(ascii: "u")
    {
      cursor.offset += 2
      let low = try hexadecimal()
      if (0xDC00...0xDFFF).contains(low), let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) { return scalar }
    }
    cursor.offset = start
    throw stop("\\u escape is half of a surrogate pair")
  }

  private mutating func hexadecimal() throws(Stop) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = cursor.byte.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw stop("\\u escape needs four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      cursor.offset += 1
    }
    return value
  }
}
