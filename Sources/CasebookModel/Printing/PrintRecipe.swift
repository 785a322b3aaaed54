package import Diagnostics
package import Hashing

/// How a page becomes a PDF: the page, what it loads, and what the PDF is measured against.
///
/// The page's name for each of its files holds the file's fingerprint, so that the page's own covers style sheets and scripts.
package struct PrintRecipe: Hashable, Sendable {
  /// An output that is there before the page is printed.
  package struct Need: Hashable, Sendable {
    package var path: String
    package var hash: ContentHash

    package init(path: String, hash: ContentHash) {
      self.path = path
      self.hash = hash
    }
  }

  package enum Kind: String, Hashable, Sendable { case poster, handout, proof }

  /// The page: `cases/foot/poster.html`.
  package var page: Need
  /// What it shows, and whatever else it may load.
  package var pictures: [Need]
  package var assets: [Need]
  package var kind: Kind
  /// Of the PDF: `cases/foot/poster.pdf`.
  package var path: String
  /// The case's file, for what is said of it.
  package var location: SourceLocation
  /// "acfas", or "handout".
  package var id: String
  /// What the PDF says it was made at, as a PDF writes it: "20261101000000+00'00'".
  package var date: String
  /// The sheet, where it is known; else what the page says.
  package var size: PaperSize?
  /// The page as pixels, in place of a PDF.
  package var picture: PictureExport?

  package init(
    _ kind: Kind, page: Need, pictures: [Need], assets: [Need], path: String, of location: SourceLocation, id: String, date: String
  ) {
    self.kind = kind
    self.page = page
    self.pictures = pictures
    self.assets = assets
    self.path = path
    self.location = location
    self.id = id
    self.date = date
  }

  /// Everything that the PDF's bytes depend on, but for the browser and the machine's fonts.
  package var key: ContentHash {
    let shown = pictures.sorted { $0.path < $1.path }.map { "\($0.path) \($0.hash)" }
    let export = picture.map { "\($0.format.rawValue) \($0.width) \($0.greatestBytes ?? 0)" } ?? "pdf"
    return ContentHash(of: (["print 2", page.path, page.hash.description, date, export] + shown).joined(separator: "\n"))
  }
}

/// A poster for a screen as a picture of a stated size.
package struct PictureExport: Hashable, Sendable {
  package enum Format: String, Hashable, Sendable, CaseIterable { case jpeg, png }

  package var format: Format
  /// In pixels.
  package var width: Int
  /// Of the file; nil: no limit.
  package var greatestBytes: Int?

  package init(format: Format, width: Int, greatestBytes: Int? = nil) {
    self.format = format
    self.width = width
    self.greatestBytes = greatestBytes
  }
}

extension PrintRecipe {
  /// `Poster "acfas"`, "Handout".
  package var name: String {
    switch kind {
    case .poster: "Poster \"\(id)\""
    case .handout: "Handout"
    case .proof: "Proof of \"\(id)\""
    }
  }
}
