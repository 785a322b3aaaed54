package import Diagnostics

/// What every text file must be before it is parsed: UTF-8, and of a size that a person could have written.
package enum TextEncoding {
  /// The error of bytes that are not UTF-8, at the first broken one; nil when all is well.
  ///
  ///     problem(in: Array("caf".utf8) + [0xE9], file: "case.yaml")  // case.yaml:1:4 invalid-utf8 "Byte E9 is not UTF-8"
  package static func problem(in bytes: [UInt8], file: String) -> Diagnostic? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Diagnostic(
        .error, "invalid-utf8", "File is UTF-16, not UTF-8", at: SourceLocation(file: file),
        remedy: "save it as UTF-8 (in Excel: CSV UTF-8)")
    }
    guard let offset = firstInvalidByte(in: bytes) else { return nil }
    let hexadecimal = String(bytes[offset], radix: 16, uppercase: true)
    return Diagnostic(
      .error, "invalid-utf8", "Byte \(hexadecimal) is not UTF-8", at: location(ofByte: offset, in: bytes, file: file),
      explanation: "The file was probably saved in an older encoding, such as Windows-1252 or Mac Roman.",
      remedy: "save it as UTF-8 (in Excel: CSV UTF-8)")
  }

  /// The error of a file that is larger than `limit` bytes; nil for a smaller one.
  package static func problem(ofSize size: Int, limit: Int, file: String) -> Diagnostic? {
    guard size > limit else { return nil }
    return Diagnostic(
      .error, "file-too-large", "File has \(size / 1_000_000) MB; at most \(limit / 1_000_000) MB are read", at: SourceLocation(file: file),
      remedy: "check that this is the file that was meant")
  }

  /// The bytes of the byte-order mark that some editors and Excel put first: 3 or 0.
  package static func markLength(in bytes: [UInt8]) -> Int {
    bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  /// Line and column of a byte; `\n`, `\r\n` and `\r` end a line, a byte-order mark takes no column.
  package static func location(ofByte offset: Int, in bytes: [UInt8], file: String) -> SourceLocation {
    var line = 1
    var column = 1
    var index = markLength(in: bytes)
    while index < min(offset, bytes.count) {
      let byte = bytes[index]
      index += 1
      if byte == newline || (byte == carriageReturn && !(index < bytes.count && bytes[index] == newline)) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return SourceLocation(file: file, line: line, column: column)
  }

  private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}

let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")
let tab = UInt8(ascii: "\t")
let space = UInt8(ascii: " ")
