package import Diagnostics

/// A CSL style, read once and shared by all who format with it.
package struct Style: Sendable {
  package var id = ""
  package var title = ""
  /// The id of the independent style that a dependent style stands for.
  package var parent: String?
  package var isNote = false
  package var defaultLocale: String?
  var version = ""
  var demoteNonDroppingParticle = DemoteParticle.displayAndSort
  var initializesWithHyphen = true
  var pageRangeFormat: PageRangeFormat?
  var macros: [Macro] = []
  /// The style's own `locale` elements.
  var locales: [Locale] = []
  var citation = Citation()
  var bibliography: Bibliography?
  /// Whether the style says itself where the year suffix goes.
  var placesYearSuffix = false

  enum DemoteParticle: String, Sendable {
    case never
    case sortOnly = "sort-only"
    case displayAndSort = "display-and-sort"
  }

  enum PageRangeFormat: String, Sendable {
    case expanded, minimal, chicago
    case minimalTwo = "minimal-two"
    case chicago15 = "chicago-15"
    case chicago16 = "chicago-16"
  }

  struct Macro: Sendable {
    var name: String
    var elements: [Element]
  }

  struct Layout: Sendable {
    var elements: [Element] = []
    var formatting = Formatting.none
  }

  struct SortKey: Sendable {
    var source: Source
    var isDescending = false
    var namesMin: Int?
    var namesUseFirst: Int?
    var namesUseLast: Bool?

    enum Source: Sendable {
      case variable(String)
      case macro(Int)
    }
  }

  struct Citation: Sendable {
    var layout = Layout()
    var sort: [SortKey] = []
    var options = NameOptions()
    var disambiguation = DisambiguationRules()
    var collapse: Collapse?
    var citeGroupDelimiter: String?
    var yearSuffixDelimiter: String?
    var afterCollapseDelimiter: String?
    var nearNoteDistance = 5
  }

  struct DisambiguationRules: Sendable {
    var addsNames = false
    var addsGivenNames = false
    var addsYearSuffix = false
    var givenNameRule = GivenNameRule.byCite
    /// Whether some condition tests `disambiguate`.
    var hasCondition = false

    var isEmpty: Bool { !addsNames && !addsGivenNames && !addsYearSuffix && !hasCondition }
  }

  enum GivenNameRule: String, Sendable {
    case allNames = "all-names"
    case allNamesWithInitials = "all-names-with-initials"
    case primaryName = "primary-name"
    case primaryNameWithInitials = "primary-name-with-initials"
    case byCite = "by-cite"
  }

  enum Collapse: String, Sendable {
    case citationNumber = "citation-number"
    case year
    case yearSuffix = "year-suffix"
    case yearSuffixRanged = "year-suffix-ranged"
  }

  struct Bibliography: Sendable {
    var layout = Layout()
    var sort: [SortKey] = []
    var options = NameOptions()
    var hangingIndent = false
    var secondFieldAlign: SecondFieldAlign?
    var lineSpacing = 1
    var entrySpacing = 1
    var subsequentAuthorSubstitute: String?
    var subsequentAuthorRule = SubsequentAuthorRule.completeAll
  }

  enum SubsequentAuthorRule: String, Sendable {
    case completeAll = "complete-all"
    case completeEach = "complete-each"
    case partialEach = "partial-each"
    case partialFirst = "partial-first"
  }
}

/// The `second-field-align` attribute of a bibliography.
package enum SecondFieldAlign: String, Hashable, Sendable { case flush, margin }
