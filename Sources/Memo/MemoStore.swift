package import Files
package import Hashing

/// Memos in a folder that may be deleted at any time, and that several builds may share.
///
/// A *piece* lies under the fingerprint of its own bytes, so that two builds that make the same one agree, and a damaged one is noticed
/// and removed. An *index* has a name; it is replaced as a whole, and carries the fingerprint of what it holds.
///
/// Wrong would be: bytes of another format under the same version. Whoever changes what is written must change `version`.
package struct MemoStore: Sendable {
  package let folder: WritableFolder
  private let version: Int

  package init(folder: WritableFolder, version: Int) {
    self.folder = folder
    self.version = version
  }

  /// Keeps bytes under their fingerprint. Where they cannot be kept, they will be made again.
  package func keep(_ bytes: [UInt8]) -> ContentHash {
    let hash = ContentHash(of: bytes)
    let name = name(of: hash)
    if let standing = folder.status(of: name), standing.kind == .file, standing.size == bytes.count { return hash }
    do throws(FileProblem) { try folder.create(name, bytes) } catch {
      // Half of it, from a build that was killed, is replaced; that it cannot be is no loss but of time.
      if error.kind == .exists { try? folder.replace(name, with: bytes) }
    }
    return hash
  }

  /// What was kept under a fingerprint; nil where it is gone or damaged.
  package func piece(_ hash: ContentHash) -> [UInt8]? {
    guard let bytes = try? folder.read(name(of: hash), limit: Self.limit) else { return nil }  // gone
    if ContentHash(of: bytes) == hash { return bytes }
    try? folder.remove(name(of: hash))  // what cannot be removed is noticed again
    return nil
  }

  /// The index as it was last written; nil where there is none, or one of another version, or a damaged one.
  package func index(_ name: String) -> ArraySlice<UInt8>? {
    guard let bytes = try? folder.read(name, limit: Self.limit) else { return nil }  // there is none
    guard bytes.count >= Self.headerLength, bytes.starts(with: header) else { return nil }
    let stored = bytes[header.count..<Self.headerLength]
    let hash = bytes.withUnsafeBytes { ContentHash(of: UnsafeRawBufferPointer(rebasing: $0[Self.headerLength...])) }
    return hash.bytes.elementsEqual(stored) ? bytes[Self.headerLength...] : nil
  }

  /// Replaces an index; says whether it could be.
  @discardableResult
  package func write(_ name: String, _ content: [UInt8]) -> Bool {
    do {
      try folder.makeFolder(mode: 0o700)
      try folder.replace(name, with: header + ContentHash(of: content).bytes + content)
      return true
    } catch { return false }
  }

  private static let limit = 4_000_000_000
  private static let headerLength = 40
  private var header: [UInt8] { Array("casebook memo ".utf8) + withUnsafeBytes(of: Int64(version).littleEndian) { Array($0) } + [0, 10] }

  /// Where a piece lies in the folder.
  package func name(of hash: ContentHash) -> String {
    let digits = hash.description
    return "pieces/\(digits.prefix(2))/\(digits)"
  }
}

extension ContentHash {
  fileprivate var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(self)
    return writer.bytes
  }
}
