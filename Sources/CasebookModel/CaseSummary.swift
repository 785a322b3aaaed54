/// What the library needs to know of a case: its card on the index, its topics, its place in the sitemap.
package struct CaseSummary: Hashable, Sendable {
  package var slug: String
  /// In HTML, with its inline markup.
  package var title: String
  package var plainTitle: String
  package var keyMessage: String?
  /// "Example J, Sample R".
  package var authors: String
  package var published: CalendarDate?
  package var updated: CalendarDate?
  package var diagnosis: String?
  package var topics: [String]
  package var isSynthetic: Bool
  package var status: Case.Status
  package var thumbnail: Thumbnail?
  /// The sparkline and its words, as HTML; nil without measurements.
  package var progress: String?
  package var aliases: [String]

  package struct Thumbnail: Hashable, Sendable {
    /// Path below the output folder.
    package var path: String
    package var width: Int
    package var height: Int
    package var alternativeText: String
    package var isSensitive: Bool

    package init(path: String, width: Int, height: Int, alternativeText: String, isSensitive: Bool) {
      self.path = path
      self.width = width
      self.height = height
      self.alternativeText = alternativeText
      self.isSensitive = isSensitive
    }
  }

  package init(slug: String, title: String, plainTitle: String, authors: String, status: Case.Status, isSynthetic: Bool) {
    self.slug = slug
    self.title = title
    self.plainTitle = plainTitle
    self.authors = authors
    self.status = status
    self.isSynthetic = isSynthetic
    topics = []
    aliases = []
  }
}
