package import Images
package import Templates

/// A file of the site: its path below the output folder, and its bytes or the recipe to make them.
package struct Output: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case bytes([UInt8])
    /// A page before it is put into its template: the renderer's `fill` makes bytes of it.
    case page(template: String, TemplateValue)
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
