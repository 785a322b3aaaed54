package import Hashing

/// Puts values into bytes, one after the other, as `ByteReader` takes them out again.
///
///     var writer = ByteWriter()
///     writer.write("foot")     // 04 66 6F 6F 74
///     writer.write(300)        // D8 04: zigzag, seven bits a byte
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  package mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  package mutating func write(_ byte: UInt8) { bytes.append(byte) }

  package mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  package mutating func write(_ other: [UInt8]) {
    write(other.count)
    bytes += other
  }

  /// Eight bytes, so that places of equal values are equal in length.
  package mutating func write(fixed number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func write(_ hash: ContentHash) {
    write(fixed: hash.high)
    write(fixed: hash.low)
  }

  package mutating func write(_ value: some Memorable) { value.write(to: &self) }

  /// The fingerprint of what was written.
  package var fingerprint: ContentHash { ContentHash(of: bytes) }
}

/// Takes out what `ByteWriter` put in. Bytes that nobody wrote so are `DamagedMemo`, never a trap.
package struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private let end: Int

  package init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  /// A part of an array, which is not copied.
  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
    end = bytes.endIndex
  }

  package var isAtEnd: Bool { position == end }

  package mutating func byte() throws(DamagedMemo) -> UInt8 {
    guard position < end else { throw DamagedMemo() }
    defer { position += 1 }
    return bytes[position]
  }

  package mutating func int() throws(DamagedMemo) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let next = try byte()
      guard shift < 64 else { throw DamagedMemo() }
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { break }
      shift += 7
    }
    return Int(truncatingIfNeeded: Int64(bitPattern: (value >> 1) ^ (0 &- (value & 1))))
  }

  package mutating func flag() throws(DamagedMemo) -> Bool { try byte() != 0 }

  package mutating func fixed() throws(DamagedMemo) -> UInt64 {
    guard end - position >= 8 else { throw DamagedMemo() }
    defer { position += 8 }
    let offset = position - bytes.startIndex
    return bytes.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
  }

  package mutating func hash() throws(DamagedMemo) -> ContentHash { ContentHash(high: try fixed(), low: try fixed()) }

  package mutating func text() throws(DamagedMemo) -> String {
    let range = try range()
    let start = bytes.startIndex
    return bytes.withUnsafeBytes { String(decoding: $0[(range.lowerBound - start)..<(range.upperBound - start)], as: UTF8.self) }
  }

  package mutating func array() throws(DamagedMemo) -> [UInt8] { Array(bytes[try range()]) }

  package mutating func value<Value: Memorable>(_ type: Value.Type = Value.self) throws(DamagedMemo) -> Value { try Value(from: &self) }

  /// How many elements follow: never more than there are bytes left.
  package mutating func count() throws(DamagedMemo) -> Int {
    let count = try int()
    guard count >= 0, count <= end - position else { throw DamagedMemo() }
    return count
  }

  private mutating func range() throws(DamagedMemo) -> Range<Int> {
    let count = try count()
    defer { position += count }
    return position..<(position + count)
  }
}

/// A memo that is not what was written: it counts as absent.
package struct DamagedMemo: Error, Hashable, Sendable {
  package init() {}
}

/// A value that can be kept from one run to the next.
package protocol Memorable {
  func write(to writer: inout ByteWriter)
  init(from reader: inout ByteReader) throws(DamagedMemo)
}

extension String: Memorable {
  package func write(to writer: inout ByteWriter) { writer.write(self) }
  package init(from reader: inout ByteReader) throws(DamagedMemo) { self = try reader.text() }
}

extension ContentHash: Memorable {
  package func write(to writer: inout ByteWriter) { writer.write(self) }
  package init(from reader: inout ByteReader) throws(DamagedMemo) { self = try reader.hash() }
}

extension Optional: Memorable where Wrapped: Memorable {
  package func write(to writer: inout ByteWriter) {
    writer.write(self != nil)
    if let self { self.write(to: &writer) }
  }

  package init(from reader: inout ByteReader) throws(DamagedMemo) { self = try reader.flag() ? try Wrapped(from: &reader) : nil }
}

extension Array: Memorable where Element: Memorable {
  package func write(to writer: inout ByteWriter) {
    writer.write(count)
    for element in self { element.write(to: &writer) }
  }

  package init(from reader: inout ByteReader) throws(DamagedMemo) {
    let count = try reader.count()
    self = []
    reserveCapacity(Swift.min(count, 10_000))
    for _ in 0..<count { append(try Element(from: &reader)) }
  }
}

extension Memorable {
  /// The value as bytes of its own.
  package var memo: [UInt8] {
    var writer = ByteWriter()
    write(to: &writer)
    return writer.bytes
  }

  package init(memo: [UInt8]) throws(DamagedMemo) { try self.init(memo: memo[...]) }

  package init(memo: ArraySlice<UInt8>) throws(DamagedMemo) {
    var reader = ByteReader(memo)
    self = try Self(from: &reader)
    guard reader.isAtEnd else { throw DamagedMemo() }
  }
}
