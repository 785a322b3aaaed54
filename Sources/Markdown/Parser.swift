package import Diagnostics

extension Document {
  /// What is read beyond CommonMark.
  package struct Options: Hashable, Sendable {
    /// Tables, footnotes, citations, cross-references, sub- and superscript, attributes, generated parts and numbers.
    package var extensions: Bool
    /// The line of the file that the text's first line is.
    package var firstLine: Int
    /// Raw HTML stays HTML in the tree; otherwise it becomes text and is reported.
    package var rawHTML: Bool

    package init(extensions: Bool = true, firstLine: Int = 1, rawHTML: Bool = false) {
      self.extensions = extensions
      self.firstLine = firstLine
      self.rawHTML = rawHTML
    }
  }

  /// Reads a Markdown text; what cannot be understood stays in it as text and is reported.
  ///
  ///     Document.parse("Seen **once** [@balin2012].", file: "narrative.md")
  ///     // one paragraph on line 1: text, strong, text, citation, text; no diagnostics
  ///
  /// Line ends may be LF, CRLF or CR; a byte order mark is skipped; NUL becomes U+FFFD, and so does what is no UTF-8.
  package static func parse(_ text: String, options: Options = Options(), file: String) -> (document: Document, diagnostics: [Diagnostic]) {
    var text = text
    return text.withUTF8 { parse(valid: $0, options, file) }
  }

  package static func parse(_ bytes: [UInt8], options: Options = Options(), file: String) -> (document: Document, diagnostics: [Diagnostic])
  {
    parse(String(decoding: bytes, as: UTF8.self), options: options, file: file)
  }

  /// The longest text that is read as Markdown, in bytes; libcmark counts in 32-bit integers.
  static let maximumSize = 64 << 20

  private static func parse(
    valid bytes: UnsafeBufferPointer<UInt8>, _ options: Options, _ file: String
  ) -> (document: Document, diagnostics: [Diagnostic]) {
    guard bytes.count <= maximumSize else { return tooLarge(bytes, options, file) }
    var reader = Reader(MarkedSource(bytes, marks: options.extensions), options, SourceLocation(file: file, line: options.firstLine))
    let document = reader.document()
    return (document, reader.diagnostics)
  }

  private static func tooLarge(
    _ bytes: UnsafeBufferPointer<UInt8>, _ options: Options, _ file: String
  ) -> (document: Document, diagnostics: [Diagnostic]) {
    let diagnostic = Diagnostic(
      .error, "markdown-too-large", "Text of \(bytes.count >> 20) MB is too large to be read as Markdown",
      at: SourceLocation(file: file, line: options.firstLine), remedy: "split it into files of at most \(maximumSize >> 20) MB")
    let text = String(decoding: bytes, as: UTF8.self)
    return (Document(blocks: [Block(.paragraph([.text(text)]), line: options.firstLine)]), [diagnostic])
  }
}

extension Inline {
  /// Reads a text of one line, such as a title or a caption; nothing in it begins a block.
  ///
  ///     Inline.parse("1. H~2~O in *vivo*", at: location).0   // text "1. H", subscript, text "O in ", emphasis
  ///
  /// Line ends count as blanks. A text without special characters costs no more than a look at it.
  package static func parse(
    _ text: String, at location: SourceLocation, options: Document.Options = Document.Options()
  ) -> ([Inline], [Diagnostic]) {
    var text = text
    let plain = text.withUTF8 { isPlain($0) }
    if plain { return (text.isEmpty ? [] : [.text(text)], []) }
    return text.withUTF8 { bytes in
      guard bytes.count <= Document.maximumSize else { return ([.text(String(decoding: bytes, as: UTF8.self))], []) }
      var reader = Reader(MarkedSource(bytes, marks: options.extensions), options, location)
      return (reader.line(), reader.diagnostics)
    }
  }
}
