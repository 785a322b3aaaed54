/// A rendering element of a style.
indirect enum Element: Sendable {
  case text(TextElement)
  case number(NumberElement)
  case label(LabelElement)
  case names(NamesElement)
  case date(DateElement)
  case group(GroupElement)
  case choose([Branch])
}

struct TextElement: Sendable {
  var source: Source
  var formatting: Formatting

  enum Source: Sendable {
    case variable(String, isShort: Bool)
    /// An index into `Style.macros`.
    case macro(Int)
    case term(String, form: TermForm, isPlural: Bool)
    case value(String)
  }
}

struct NumberElement: Sendable {
  var variable: String
  var form: Form
  var formatting: Formatting

  enum Form: String, Sendable {
    case numeric, ordinal, roman
    case longOrdinal = "long-ordinal"
  }
}

struct LabelElement: Sendable {
  /// Empty for the label of a names element, which takes its variable from there.
  var variable: String
  var form: TermForm
  /// Of labels within the number: short when the style names no form.
  var innerForm: TermForm
  var plural: Plural
  var formatting: Formatting

  enum Plural: String, Sendable { case contextual, always, never }
}

struct GroupElement: Sendable {
  var children: [Element]
  var formatting: Formatting
}

/// `if`, `else-if` or, with no conditions, `else`.
struct Branch: Sendable {
  var conditions: [Condition]
  var match: Match
  var children: [Element]

  enum Match: String, Sendable { case all, any, none }
}

enum Condition: Sendable {
  case disambiguate(Bool)
  case isNumeric(String)
  case isUncertainDate(String)
  case locator(String)
  case position(Position)
  case type(String)
  case variable(String)
}

/// Where a cite stands with respect to earlier cites of the same item.
package enum Position: String, Hashable, Sendable {
  case first, subsequent, ibid
  case ibidWithLocator = "ibid-with-locator"
  case nearNote = "near-note"
  case farNote = "far-note"
}

struct NamesElement: Sendable {
  var variables: [String]
  /// The attributes of the names element itself.
  var options: NameOptions
  var name: NameElement?
  var etAl: EtAlElement?
  var label: LabelElement?
  var isLabelFirst = false
  var substitutes: [Element] = []
  var formatting: Formatting
}

struct NameElement: Sendable {
  var options: NameOptions
  var given = Formatting.none
  var family = Formatting.none
  var formatting: Formatting
}

struct EtAlElement: Sendable {
  var term: String
  var formatting: Formatting
}

/// The inheritable name attributes; nil where the outer level decides.
struct NameOptions: Sendable {
  var and: And?
  var delimiter: String?
  var delimiterPrecedesEtAl: DelimiterRule?
  var delimiterPrecedesLast: DelimiterRule?
  var etAlMin: Int?
  var etAlUseFirst: Int?
  var etAlSubsequentMin: Int?
  var etAlSubsequentUseFirst: Int?
  var etAlUseLast: Bool?
  var form: Form?
  var initialize: Bool?
  var initializeWith: String?
  var nameAsSortOrder: SortOrder?
  var sortSeparator: String?
  var namesDelimiter: String?

  enum And: String, Sendable { case text, symbol }
  enum DelimiterRule: String, Sendable {
    case contextual, always, never
    case afterInvertedName = "after-inverted-name"
  }
  enum Form: String, Sendable { case long, short, count }
  enum SortOrder: String, Sendable { case first, all }

  /// These attributes where they are set, else those of the outer level.
  func inheriting(_ outer: NameOptions) -> NameOptions {
    NameOptions(
      and: and ?? outer.and, delimiter: delimiter ?? outer.delimiter,
      delimiterPrecedesEtAl: delimiterPrecedesEtAl ?? outer.delimiterPrecedesEtAl,
      delimiterPrecedesLast: delimiterPrecedesLast ?? outer.delimiterPrecedesLast, etAlMin: etAlMin ?? outer.etAlMin,
      etAlUseFirst: etAlUseFirst ?? outer.etAlUseFirst, etAlSubsequentMin: etAlSubsequentMin ?? outer.etAlSubsequentMin,
      etAlSubsequentUseFirst: etAlSubsequentUseFirst ?? outer.etAlSubsequentUseFirst, etAlUseLast: etAlUseLast ?? outer.etAlUseLast,
      form: form ?? outer.form, initialize: initialize ?? outer.initialize, initializeWith: initializeWith ?? outer.initializeWith,
      nameAsSortOrder: nameAsSortOrder ?? outer.nameAsSortOrder, sortSeparator: sortSeparator ?? outer.sortSeparator,
      namesDelimiter: namesDelimiter ?? outer.namesDelimiter)
  }
}

struct DateElement: Sendable {
  var variable: String
  /// Localized when set: the parts then only override those of the locale.
  var form: DateForm?
  var precision: Precision
  var parts: [DatePart]
  var formatting: Formatting

  enum Precision: String, Sendable {
    case year
    case yearMonth = "year-month"
    case yearMonthDay = "year-month-day"
  }
}

enum DateForm: String, Hashable, Sendable { case text, numeric }

struct DatePart: Sendable {
  var name: Name
  var form: String
  var rangeDelimiter: String?
  var formatting: Formatting

  enum Name: String, Sendable { case year, month, day }
}
