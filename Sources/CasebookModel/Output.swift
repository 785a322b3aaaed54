package import Images

/// A file of the site: its path below the output folder, and its bytes or the recipe to make them.
package struct Output: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case bytes([UInt8])
    case image(ImageRecipe)
  }

  /// `cases/foot/index.html`: relative, with `/` between its parts.
  package var path: String
  package var content: Content

  package init(_ path: String, _ content: Content) {
    self.path = path
    self.content = content
  }
}
