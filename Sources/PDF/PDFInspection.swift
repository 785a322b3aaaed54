/// What a finished PDF is, by its own bytes.
///
///     let inspection = try PDFInspection(of: bytes)
///     inspection.pages      // [PageBox(width: 3456, height: 2592)]
///     inspection.isTagged   // true
package struct PDFInspection: Hashable, Sendable {
  /// In points, 72 to the inch.
  package struct PageBox: Hashable, Sendable {
    package var width: Double
    package var height: Double

    package init(width: Double, height: Double) {
      self.width = width
      self.height = height
    }
  }

  package struct Font: Hashable, Sendable {
    /// Without the six letters that mark a part of a font: "OpenSans-Bold".
    package var name: String
    /// "TrueType", "Type3", "Type1" …
    package var kind: String
    package var isEmbedded: Bool

    package init(name: String, kind: String, isEmbedded: Bool) {
      self.name = name
      self.kind = kind
      self.isEmbedded = isEmbedded
    }
  }

  package var pages: [PageBox] = []
  /// Sorted by their names.
  package var fonts: [Font] = []
  /// Pictures in the order in which they are painted.
  package var images: [PlacedImage] = []
  package var title: String?
  package var language: String?
  /// It says that it is tagged, and has a structure.
  package var isTagged = false
  package var bookmarks = 0
  /// Addresses that its links lead to.
  package var links: [String] = []
  package var byteCount = 0

  package init() {}

  package init(of bytes: [UInt8]) throws(PDFProblem) {
    let file = try PDFFile(bytes)
    guard let catalog = file.catalog, catalog.name("Type") == "Catalog" else { throw PDFProblem("has no catalog") }
    byteCount = bytes.count
    title = file.text(file.dictionary(file.trailer["Info"])?["Title"])
    language = file.text(catalog["Lang"])
    let isMarked = file.resolved(file.dictionary(catalog["MarkInfo"])?["Marked"]) == .boolean(true)
    isTagged = isMarked && file.dictionary(catalog["StructTreeRoot"])?["K"] != nil
    bookmarks = file.bookmarks
    fonts = file.fonts
    var content = ContentReader(file)
    for page in try file.pages() {
      let unit = file.resolved(page.own["UserUnit"])?.number ?? 1
      guard let box = page.box, unit > 0 else { throw PDFProblem("has a page without a size") }
      pages.append(PageBox(width: box.width * unit, height: box.height * unit))
      try content.read(page: page.own, unit: unit)
      links += file.links(of: page.own)
    }
    images = content.images
  }
}
