package import Hashing

/// A picture to make: from which original, how large, in which format. Equal recipes give equal bytes with the same libvips.
package struct ImageRecipe: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable { case jpeg, webp, png, svg }

  /// The original's path relative to the site's folder.
  package var source: String
  /// The hash of the original's bytes.
  package var sourceHash: ContentHash
  /// The greatest width in pixels; nothing is enlarged.
  package var width: Int
  package var format: Format

  package init(source: String, sourceHash: ContentHash, width: Int, format: Format) {
    self.source = source
    self.sourceHash = sourceHash
    self.width = width
    self.format = format
  }
}
