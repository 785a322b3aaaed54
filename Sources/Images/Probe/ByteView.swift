/// A part of a file that is read without ever leaving its bounds; every read beyond them is nil.
struct ByteView {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }
  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  var count: Int { bytes.count }

  func byte(_ offset: Int) -> Int? {
    guard offset >= 0, offset < bytes.count else { return nil }
    return Int(bytes[bytes.startIndex + offset])
  }

  /// An unsigned number of `width` bytes (1 to 7), most significant first unless `little`.
  func number(_ offset: Int, _ width: Int, little: Bool = false) -> Int? {
    guard offset >= 0, width >= 0, width <= 7, offset <= bytes.count - width else { return nil }
    let part = bytes[(bytes.startIndex + offset)..<(bytes.startIndex + offset + width)]
    return little ? part.reversed().reduce(0) { $0 << 8 | Int($1) } : part.reduce(0) { $0 << 8 | Int($1) }
  }

  /// `length` bytes from `offset`, or nil where they are not all there.
  func part(_ offset: Int, _ length: Int) -> ByteView? {
    guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else { return nil }
    return ByteView(bytes[(bytes.startIndex + offset)..<(bytes.startIndex + offset + length)])
  }

  func rest(_ offset: Int) -> ByteView? { part(offset, bytes.count - offset) }

  func starts(with text: StaticString, at offset: Int = 0) -> Bool {
    guard let part = part(offset, text.utf8CodeUnitCount) else { return false }
    return text.withUTF8Buffer { part.bytes.elementsEqual($0) }
  }

  /// Four letters as text, such as a chunk's type.
  func tag(_ offset: Int) -> String? { part(offset, 4).map { String(decoding: $0.bytes, as: UTF8.self) } }

  /// Where `text` begins, looking at the first `limit` bytes only.
  func find(_ text: StaticString, limit: Int = 1_000_000) -> Int? {
    guard text.utf8CodeUnitCount > 0, text.utf8CodeUnitCount <= count else { return nil }
    let first = text.utf8Start.pointee
    for offset in 0...min(limit, count - text.utf8CodeUnitCount)
    where bytes[bytes.startIndex + offset] == first && starts(with: text, at: offset) {
      return offset
    }
    return nil
  }

  /// The text up to the first NUL, blanks at its ends removed.
  var text: String {
    let whole = bytes.prefix { $0 != 0 }
    let start = whole.drop { $0 <= 0x20 }
    let blanks = start.reversed().prefix { $0 <= 0x20 }.count
    return String(decoding: start.dropLast(blanks), as: UTF8.self)
  }
}
