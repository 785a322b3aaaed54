internal import Diagnostics

extension ReferenceSource {
  /// The file as UTF-8: a byte order mark is dropped, Latin-1 is named and converted, NUL bytes become blanks.
  ///
  /// A file in UTF-16 is not readable: two bytes a character would be taken for something else.
  static func decode(_ bytes: [UInt8], file: String) -> (source: ReferenceSource, isReadable: Bool) {
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
      var source = ReferenceSource(bytes: [], file: file)
      source.add(.error, "file-encoding", "\"\(file)\" is in UTF-16, not in UTF-8", at: 0, remedy: "save the file as UTF-8")
      return (source, false)
    }
    var content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    let firstNUL = content.firstIndex(of: 0)
    if firstNUL != nil { for i in content.indices where content[i] == 0 { content[i] = .space } }
    var source = ReferenceSource(bytes: content, file: file)
    let invalid = firstInvalidByte(in: content)
    if let invalid {
      let byte = String(content[invalid], radix: 16, uppercase: true)
      source = ReferenceSource(bytes: fromLatin1(content), file: file)
      source.add(
        .warning, "file-encoding", "\"\(file)\" is in Latin-1, not in UTF-8 (first seen: byte \(byte))",
        at: invalid + widened(content[..<invalid]), length: 1, remedy: "save the file as UTF-8")
    }
    if let firstNUL {
      let shift = invalid == nil ? 0 : widened(content[..<firstNUL])
      source.add(
        .error, "nul-byte", "\"\(file)\" has a NUL byte in its text", at: firstNUL + shift,
        remedy: "export the file again: it is damaged, or not a text file")
    }
    return (source, true)
  }

  /// The first byte that is not UTF-8, or nil.
  private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let length = sequenceLength(bytes, at: i)
        if length == 0 { return i }
        i += length
      }
      return nil
    }
  }

  /// Bytes of the scalar at `i` (RFC 3629), 0 when it is not one.
  private static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    let first = bytes[i]
    if first < 0x80 { return 1 }
    let length = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0
    guard length > 0, i + length <= bytes.count else { return 0 }
    let second = bytes[i + 1]
    let low: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let high: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard second >= low, second <= high else { return 0 }
    for k in 2..<max(length, 2) where bytes[i + k] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// How many bytes longer a Latin-1 text gets in UTF-8.
  private static func widened(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $0 + ($1 < 0x80 ? 0 : Latin1.windows(for: $1).utf8Width - 1) }
  }

  private static func fromLatin1(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 { result.append(byte) } else { result.append(contentsOf: String(Character(Latin1.windows(for: byte))).utf8) }
    }
    return result
  }
}

/// Latin-1 as programs write it: with Windows-1252's quotation marks and dashes where ISO 8859-1 has control characters.
private enum Latin1 {
  private static let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  static func windows(for byte: UInt8) -> Unicode.Scalar {
    guard byte >= 0x80, byte < 0xA0 else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(windows1252[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
  }
}

extension Unicode.Scalar {
  fileprivate var utf8Width: Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }
}
