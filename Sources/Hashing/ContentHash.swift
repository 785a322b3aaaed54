import CXXHash

/// A 128-bit fingerprint (XXH3) of bytes, for cache keys, file names and the manifest.
///
///     ContentHash(of: Array("wound".utf8)).short   // 10 hexadecimal digits for a file name
package struct ContentHash: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let high: UInt64
  package let low: UInt64

  package init(of bytes: UnsafeRawBufferPointer) {
    let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
    (high, low) = (hash.high64, hash.low64)
  }

  /// The two halves of a fingerprint that was made before.
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  package init(of bytes: [UInt8]) { self = bytes.withUnsafeBytes { ContentHash(of: $0) } }

  /// The fingerprint of a text, as UTF-8.
  package init(of text: String) { self.init(of: Array(text.utf8)) }

  /// Reads what `description` wrote: 32 hexadecimal digits.
  package init?(hexadecimal text: some StringProtocol) {
    guard text.utf8.count == 32, let high = UInt64(text.prefix(16), radix: 16), let low = UInt64(text.dropFirst(16), radix: 16) else {
      return nil
    }
    (self.high, self.low) = (high, low)
  }

  /// 32 hexadecimal digits.
  package var description: String { Self.digits(high) + Self.digits(low) }

  /// The first 10 digits: enough for a file name beside its siblings.
  package var short: String { String(description.prefix(10)) }

  package static func < (a: ContentHash, b: ContentHash) -> Bool { (a.high, a.low) < (b.high, b.low) }

  private static func digits(_ value: UInt64) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }
}
