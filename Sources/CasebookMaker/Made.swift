package import Diagnostics
package import Files
package import Images

/// What became of outputs: staged files, what was only known after making, and what could not be made.
package struct Made: Sendable {
  /// In the order of the outputs, without those that could not be made.
  package var files: [StagedFile] = []
  package var facts: [PictureFact] = []
  package var diagnostics: [Diagnostic] = []
  /// Which originals were read.
  package var reads: [SourceFiles.Read] = []
  /// How many pictures were encoded; the others came from the cache or were published already.
  package var encoded = 0

  package init() {}

  package mutating func add(_ other: Made) {
    files += other.files
    facts += other.facts
    diagnostics += other.diagnostics
    reads += other.reads
    encoded += other.encoded
  }
}

/// What is known of a picture only when it is made.
package struct PictureFact: Hashable, Sendable {
  /// The output's path.
  package var path: String
  /// The original's path in the site's folder.
  package var source: String
  /// In pixels.
  package var size: PixelSize
  /// The file's length in bytes.
  package var byteCount: Int

  package init(path: String, source: String, size: PixelSize, byteCount: Int) {
    self.path = path
    self.source = source
    self.size = size
    self.byteCount = byteCount
  }
}
