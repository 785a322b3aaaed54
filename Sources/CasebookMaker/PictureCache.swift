internal import Files
internal import Hashing
internal import Images

/// Made pictures under keys of what they were made from, so that a second build makes none.
///
/// An entry is one line, `casebook-picture 1 <fingerprint> <width> <height> <count>`, then the bytes. What does not agree with its
/// fingerprint counts as absent and is made again. Entries are written whole, so that two builds may share the folder.
struct PictureCache: Sendable {
  let folder: WritableFolder

  /// What the first line says of a picture.
  struct Entry: Hashable {
    var hash: ContentHash
    var size: PixelSize
    var count: Int
  }

  /// Nil where there is no whole entry.
  func entry(_ key: ContentHash) -> Entry? {
    guard let start = try? folder.readStart(of: name(key), count: Self.headerLength),  // an absent entry is made
      let entry = parsed(start[...]), folder.status(of: name(key))?.size == Self.headerLength + entry.count
    else { return nil }
    return entry
  }

  /// The picture's bytes, when they are what was written.
  func bytes(_ key: ContentHash) -> [UInt8]? {
    guard let file = try? folder.read(name(key), limit: 1_000_000_000), file.count >= Self.headerLength,  // as above
      let entry = parsed(file[..<Self.headerLength])
    else { return nil }
    let bytes = Array(file[Self.headerLength...])
    return ContentHash(of: bytes) == entry.hash ? bytes : nil
  }

  /// A cache that cannot be written costs time, not correctness: says whether it could be.
  @discardableResult
  func store(_ image: MadeImage, _ key: ContentHash) -> Bool {
    let fields = "casebook-picture 1 \(ContentHash(of: image.bytes)) \(image.size.width) \(image.size.height) \(image.bytes.count)"
    let header = fields + String(repeating: " ", count: max(0, Self.headerLength - 1 - fields.utf8.count)) + "\n"
    do {
      try folder.replace(name(key), with: Array(header.utf8) + image.bytes)
      return true
    } catch { return false }
  }

  private static let headerLength = 96

  private func name(_ key: ContentHash) -> String {
    let digits = key.description
    return "pictures/\(digits.prefix(2))/\(digits)"
  }

  private func parsed(_ line: ArraySlice<UInt8>) -> Entry? {
    guard line.count == Self.headerLength, line.last == UInt8(ascii: "\n") else { return nil }
    let fields = String(decoding: line.dropLast(), as: UTF8.self).split(separator: " ")
    guard fields.count == 6, fields[0] == "casebook-picture", fields[1] == "1", let hash = ContentHash(hexadecimal: fields[2]),
      let width = Int(fields[3]), let height = Int(fields[4]), let count = Int(fields[5]), count >= 0
    else { return nil }
    return Entry(hash: hash, size: PixelSize(width: width, height: height), count: count)
  }
}
