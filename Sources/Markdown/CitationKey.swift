/// The key after an `@`, as Pandoc reads it.
struct CitationKey {
  var key: String
  /// The offset after it.
  var end: Int

  /// `balin2012`, `doe:2001.a`, or anything without a blank in braces: `{https://example.org/a?b}`.
  ///
  /// A key begins with a letter of any script, goes on with letters, digits and `_`, and may hold one of `:.#$%&-+?<>~/` before one of these.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, to limit: Int) {
    guard start < limit else { return nil }
    if bytes[start] == UInt8(ascii: "{") {
      guard let braced = CitationKey.braced(bytes, at: start, to: limit) else { return nil }
      self = braced
      return
    }
    let first = bytes.letterOrDigitLength(at: start)
    guard first > 0, first > 1 || isASCIILetter(bytes[start]) else { return nil }
    var index = start + first
    while index < limit {
      let length = CitationKey.wordLength(bytes, index)
      guard length > 0 || CitationKey.isInner(bytes, index, limit) else { break }
      index += max(length, 1)
    }
    key = String(decoding: bytes[start..<index], as: UTF8.self)
    end = index
    if isCrossReference { shortenToIdentifier(start) }
  }

  private init(key: String, end: Int) {
    self.key = key
    self.end = end
  }

  private static func braced(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, to limit: Int) -> CitationKey? {
    var depth = 0
    var key: [UInt8] = []
    for index in start..<min(limit, start + 1_000) {
      let byte = bytes[index]
      if isBlank(byte) || byte == FlatText.object { return nil }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 {
        return key.count > 1 ? CitationKey(key: String(decoding: key.dropFirst(), as: UTF8.self), end: index + 1) : nil
      }
      if byte < FlatText.note { key.append(byte) }
    }
    return nil
  }

  /// `fig-foot-1`, `tbl-labs`, `sec-discussion`.
  var isCrossReference: Bool {
    let bytes = key.utf8
    return bytes.count > 4 && (bytes.starts(with: "fig-".utf8) || bytes.starts(with: "tbl-".utf8) || bytes.starts(with: "sec-".utf8))
  }

  /// An id holds no more than letters, digits, `_`, `-`, `.` and `:`: `@fig-a/@fig-b` are two.
  private mutating func shortenToIdentifier(_ start: Int) {
    guard let cut = key.utf8.firstIndex(where: { "#$%&+?<>~/".utf8.contains($0) }) else { return }
    key = String(key[..<cut])
    end = start + key.utf8.count
  }

  private static func wordLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    index < bytes.count && bytes[index] == UInt8(ascii: "_") ? 1 : bytes.letterOrDigitLength(at: index)
  }

  private static func isInner(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ limit: Int) -> Bool {
    guard index + 1 < limit, ":.#$%&-+?<>~/".utf8.contains(bytes[index]) else { return false }
    if wordLength(bytes, index + 1) > 0 { return true }
    return (bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: "/")) && bytes[index + 1] == UInt8(ascii: "/")
  }
}
