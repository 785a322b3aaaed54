package import Diagnostics
package import Markdown

/// A line of an author's text with inline Markdown, and what was written.
package struct RichText: Hashable, Sendable {
  package var inlines: [Inline]
  package var source: Located<String>

  package init(_ inlines: [Inline], source: Located<String>) {
    self.inlines = inlines
    self.source = source
  }

  package var location: SourceLocation { source.location }
}
