package import Diagnostics

extension Document {
  /// What is read beyond CommonMark.
  package struct Options: Hashable, Sendable {
    /// Tables, footnotes, citations, cross-references, sub- and superscript, attributes, generated parts and numbers.
    package var extensions: Bool
    /// The line of the file that the text's first line is.
    package var firstLine: Int

    package init(extensions: Bool = true, firstLine: Int = 1) {
      self.extensions = extensions
      self.firstLine = firstLine
    }
  }
}
