internal import CResources

/// The files inside the program: templates, citation styles, their locales, and the fonts.
package enum EmbeddedResources {
  package enum Folder: Hashable, Sendable, CaseIterable {
    /// `page.html`, `assets/site.css`: by the path below `templates/`, where a site's own file replaces it.
    case templates
    /// `styles/american-medical-association.csl`
    case styles
    /// `locales/locales-en-US.xml`
    case locales
    /// `fonts/OpenSans-Regular.ttf`
    case fonts
    /// `serve/client.js`
    case serve
  }

  /// The paths of a folder's files, sorted.
  package static func paths(in folder: Folder) -> [String] { list(folder).map { String(cString: $0.path) }.sorted() }

  /// A copy of a file's bytes; nil when there is no such file.
  ///
  ///     EmbeddedResources.bytes("fonts/OpenSans-Regular.ttf")
  package static func bytes(_ path: String) -> [UInt8]? {
    for folder in Folder.allCases {
      for file in list(folder) where path == String(cString: file.path) {
        return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
      }
    }
    return nil
  }

  private static func list(_ folder: Folder) -> UnsafeBufferPointer<casebook_resource> {
    let files =
      switch folder {
      case .templates: casebook_templates()
      case .styles: casebook_styles()
      case .locales: casebook_locales()
      case .fonts: casebook_fonts()
      case .serve: casebook_serve()
      }
    return UnsafeBufferPointer(start: files.list, count: files.count)
  }
}
