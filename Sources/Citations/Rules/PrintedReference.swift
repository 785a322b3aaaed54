package import Diagnostics

/// One entry of a printed reference list, taken apart as far as it can be; ranges are bytes of the list.
package struct PrintedReference: Hashable, Sendable {
  /// What kind of source the entry seems to be.
  package enum Kind: Hashable, Sendable {
    case article
    case web
    case chapter
    case book
    case other
  }

  /// The number printed before the entry.
  package var number: Int?
  var range: Range<Int>
  package var location: SourceLocation
  package var kind = Kind.other
  var authors = PrintedAuthors()
  var title: Range<Int>?
  /// The journal, the book or the site.
  var container: Range<Int>?
  var date: PrintedDate?
  var numbers = PrintedNumbers()
  var doi: Range<Int>?
  var url: Range<Int>?
  var hasAccessedDate = false
  var isPublishedOnline = false
  /// Does the entry end with a period? An entry that ends with an address has none.
  var endsWithPeriod = false
  var endsWithAddress = false
}

/// The names of an entry.
struct PrintedAuthors: Hashable, Sendable {
  var names: [PrintedName] = []
  /// Where "et al" stands.
  var etAl: Range<Int>?
  /// Marks that do not belong between names: "and", a semicolon, a period.
  var wrongSeparators: [Range<Int>] = []
  /// The end of the list, behind its period.
  var end = 0
}

struct PrintedName: Hashable, Sendable {
  var range: Range<Int>
  var family: String
  var initials: String
  /// The comma between surname and initials.
  var comma: Range<Int>?
  var hasPeriods = false
}

/// The date of an entry.
struct PrintedDate: Hashable, Sendable {
  var range: Range<Int>
  var year: Int
  var yearRange: Range<Int>
  var month: Range<Int>?
  var isMonthFirst: Bool { month.map { $0.lowerBound < yearRange.lowerBound } ?? false }
  /// Is it said what kind of date it is: published, updated?
  var isNamed = false
}

/// Volume, issue and pages, and the marks between them.
struct PrintedNumbers: Hashable, Sendable {
  var range: Range<Int>?
  var volume: Range<Int>?
  var issue: Range<Int>?
  var pages: Range<Int>?
  var hasPeriodAfterContainer = false
  var hasSemicolon = false
  var hasColon = false
  /// Blanks where there should be none.
  var blanks: [Range<Int>] = []
}
