package import Diagnostics

/// A bibliographic item, in the variables of CSL 1.0.2.
package struct Reference: Hashable, Sendable {
  package var id: String
  /// A CSL type: `article-journal`, `book`, `chapter`, `webpage` …
  package var type: String
  /// Standard and number variables, as text: `title`, `container-title`, `volume`, `page`, `DOI`, `PMID` …
  package var variables: [String: String]
  /// Name variables: `author`, `editor` …
  package var names: [String: [Name]]
  /// Date variables: `issued`, `accessed` …
  package var dates: [String: ReferenceDate]
  /// Where the entry was read, if from a file.
  package var location: SourceLocation?
  /// Whether the file gave no key to cite by, so that the reader made one.
  package var hasGeneratedKey = false

  package init(
    id: String, type: String, variables: [String: String] = [:], names: [String: [Name]] = [:], dates: [String: ReferenceDate] = [:],
    location: SourceLocation? = nil
  ) {
    self.id = id
    self.type = type
    self.variables = variables
    self.names = names
    self.dates = dates
    self.location = location
  }
}

/// A person, or with `literal` an institution.
package struct Name: Hashable, Sendable {
  package var family: String
  package var given: String
  package var droppingParticle: String
  package var nonDroppingParticle: String
  package var suffix: String
  package var literal: String
  package var commaSuffix: Bool
  package var staticOrdering: Bool
  package var parseNames: Bool

  package init(
    family: String = "", given: String = "", droppingParticle: String = "", nonDroppingParticle: String = "", suffix: String = "",
    literal: String = "", commaSuffix: Bool = false, staticOrdering: Bool = false, parseNames: Bool = false
  ) {
    self.family = family
    self.given = given
    self.droppingParticle = droppingParticle
    self.nonDroppingParticle = nonDroppingParticle
    self.suffix = suffix
    self.literal = literal
    self.commaSuffix = commaSuffix
    self.staticOrdering = staticOrdering
    self.parseNames = parseNames
  }
}

/// A date or a range of dates; parts that are not known are nil.
package struct ReferenceDate: Hashable, Sendable {
  package struct Day: Hashable, Sendable {
    package var year: Int
    package var month: Int?
    package var day: Int?
    /// 1 spring to 4 winter, where a range has one at each end.
    package var season: Int?

    package init(year: Int, month: Int? = nil, day: Int? = nil) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// One date, or the two ends of a range.
  package var parts: [Day]
  /// 1 spring to 4 winter.
  package var season: Int?
  package var isCirca: Bool
  /// A text that stands for the whole date.
  package var literal: String?

  package init(parts: [Day] = [], season: Int? = nil, isCirca: Bool = false, literal: String? = nil) {
    self.parts = parts
    self.season = season
    self.isCirca = isCirca
    self.literal = literal
  }
}
