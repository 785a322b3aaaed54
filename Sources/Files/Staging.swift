package import Hashing

/// Where outputs wait until the whole build is known to be good; may be used from several threads at once.
///
///     let staged = try staging.stage("cases/foot/index.html", bytes)   // written below the staging folder, unless nothing changed
package struct Staging: Sendable {
  /// The staged files, in a folder that only the owner may enter, on the output's file system.
  package let files: WritableFolder
  /// What is published now.
  package let output: WritableFolder
  /// The published files' fingerprints by path.
  package let published: [String: ContentHash]

  package init(files: WritableFolder, output: WritableFolder, published: [String: ContentHash]) {
    self.files = files
    self.output = output
    self.published = published
  }

  /// Stages one output. Its path must be below the output, and no other output may have it.
  package func stage(_ path: String, _ bytes: [UInt8]) throws(FileProblem) -> StagedFile {
    try checkOutputPath(path)
    let hash = ContentHash(of: bytes)
    if let unchanged = unchanged(path, hash, size: bytes.count) { return unchanged }
    try files.create(path, bytes)
    return StagedFile(path: path, hash: hash, isChanged: true)
  }

  /// The output, where exactly this content is published already. What lies there is read: somebody may have changed it.
  package func unchanged(_ path: String, _ hash: ContentHash, size: Int) -> StagedFile? {
    guard published[path] == hash, let status = output.status(of: path), status.kind == .file, status.size == size,
      let bytes = try? output.read(path, limit: size), ContentHash(of: bytes) == hash  // what can't be read is published again
    else { return nil }
    return StagedFile(path: path, hash: hash, isChanged: false)
  }
}

/// An output that is ready to be published.
package struct StagedFile: Hashable, Sendable {
  package var path: String
  package var hash: ContentHash
  package var isChanged: Bool

  package init(path: String, hash: ContentHash, isChanged: Bool) {
    self.path = path
    self.hash = hash
    self.isChanged = isChanged
  }
}

/// Refuses a path that is absolute, climbs, is hidden among Casebook's own files or cannot be a web address.
package func checkOutputPath(_ path: String) throws(FileProblem) {
  let refused = FileProblem(path, .badName, "cannot be the path of an output")
  var length = 0
  var dots = 0
  guard path.utf8.count <= 2_000 else { throw refused }
  for byte in path.utf8 {
    guard byte >= 0x20, byte != 0x7F, byte != UInt8(ascii: "\\") else { throw refused }
    if byte == UInt8(ascii: "/") {
      guard length > 0, !(dots == length && length <= 2) else { throw refused }
      (length, dots) = (0, 0)
    } else {
      length += 1
      if byte == UInt8(ascii: ".") { dots += 1 }
      guard length <= 255 else { throw refused }
    }
  }
  guard length > 0, !(dots == length && length <= 2), !path.hasPrefix(".casebook-") else { throw refused }
}
