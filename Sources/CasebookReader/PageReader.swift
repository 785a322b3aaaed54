package import CasebookModel
package import Diagnostics
package import Files

/// Reads the static pages of `content/pages/`.
package enum PageReader {
  /// The pages in the order of their names; one that cannot be read is reported and left out.
  package static func read(_ folder: String = "content/pages", site: Site, from files: inout SourceFiles) -> (
    pages: [Page], diagnostics: [Diagnostic]
  ) {
    var (paths, diagnostics) = SiteReader.list(folder, ending: "md", &files)
    let context = Context(folder: folder, site: site)
    let pages = paths.compactMap { path -> Page? in
      let name = String(SourcePath.name(of: path).dropLast(3))
      guard isSlug(name) else {
        diagnostics.append(
          Diagnostic(
            .error, "invalid-slug", "Page name \"\(shortened(name))\" cannot be an address", at: SourceLocation(file: path),
            remedy: "rename the file, with lower-case letters, digits and hyphens only"))
        return nil
      }
      return ReadText.read(path, context, &files, &diagnostics).map { page(name, $0, &diagnostics) }
    }
    return (pages, diagnostics)
  }

  private static func page(_ name: String, _ read: ReadText, _ diagnostics: inout [Diagnostic]) -> Page {
    let file = read.text.file
    for part in read.contents.parts {
      diagnostics.append(
        Diagnostic(
          .error, "unknown-part", "A page has no data for \"{\(shortened(part.name))}\"", at: SourceLocation(file: file, line: part.line),
          remedy: "generated parts belong into a case's narrative"))
    }
    for picture in read.contents.pictures {
      diagnostics.append(
        Diagnostic(
          .error, "undeclared-picture", "\"\(shortened(picture.source))\" is not the file of a figure",
          at: SourceLocation(file: file, line: picture.line),
          explanation: "Only declared figures have the alternative text, consent and treatment that a published picture needs.",
          remedy: "show pictures in cases"))
    }
    guard let title = read.contents.firstHeading, !title.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .warning, "missing-value", "Page has no heading, which would be its title", at: SourceLocation(file: file),
          remedy: "begin it with \"# About\""))
      return Page(name: name, title: capitalized(name.replacing("-", with: " ")), text: read.text)
    }
    return Page(name: name, title: title, text: read.text)
  }
}
