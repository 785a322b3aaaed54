/// How the output of an element is dressed: affixes, fonts, quotes and the joining of its parts.
struct Formatting: Hashable, Sendable {
  var font = Font()
  var prefix = ""
  var suffix = ""
  var delimiter = ""
  var display: Display?
  var textCase: TextCase?
  var hasQuotes = false
  var stripsPeriods = false

  static let none = Formatting()
}

/// The five font attributes; nil leaves what surrounds the text.
package struct Font: Hashable, Sendable {
  package var style: Style?
  package var variant: Variant?
  package var weight: Weight?
  package var decoration: Decoration?
  package var alignment: Alignment?

  package enum Style: String, Sendable { case normal, italic, oblique }
  package enum Variant: String, Sendable {
    case normal
    case smallCaps = "small-caps"
  }
  package enum Weight: String, Sendable { case normal, bold, light }
  package enum Decoration: String, Sendable { case none, underline }
  package enum Alignment: String, Sendable {
    case baseline
    case superscript = "sup"
    case `subscript` = "sub"
  }

  package init(
    style: Style? = nil, variant: Variant? = nil, weight: Weight? = nil, decoration: Decoration? = nil, alignment: Alignment? = nil
  ) {
    self.style = style
    self.variant = variant
    self.weight = weight
    self.decoration = decoration
    self.alignment = alignment
  }

  package var isPlain: Bool { style == nil && variant == nil && weight == nil && decoration == nil && alignment == nil }
}

/// The `display` attribute: blocks of a bibliography entry.
package enum Display: String, Hashable, Sendable {
  case block, indent
  case leftMargin = "left-margin"
  case rightInline = "right-inline"
}

enum TextCase: String, Sendable {
  case lowercase, uppercase, title, sentence
  case capitalizeFirst = "capitalize-first"
  case capitalizeAll = "capitalize-all"
}
