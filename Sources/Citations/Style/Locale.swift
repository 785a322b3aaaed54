/// The terms, date formats and options of one language.
package struct Locale: Sendable {
  /// `en-US`, or empty for a style's terms in any language.
  package var language = ""
  var terms: [TermKey: Term] = [:]
  var dates: [DateForm: DateElement] = [:]
  var limitsDayOrdinalsToDay1: Bool?
  var punctuationInQuote: Bool?

  struct TermKey: Hashable, Sendable {
    var name: String
    var form = TermForm.long
    /// The gender an ordinal or month agrees with.
    var gender = Gender.none
  }

  struct Term: Sendable {
    var single = ""
    var multiple = ""
    var gender = Gender.none
    /// The digits an ordinal ending stands for: the last digit, the last two, or the whole number.
    var match = Match.lastTwoDigits

    enum Match: String, Sendable {
      case lastDigit = "last-digit"
      case lastTwoDigits = "last-two-digits"
      case wholeNumber = "whole-number"
    }
  }
}

enum TermForm: String, Hashable, Sendable {
  case long, short, symbol, verb
  case verbShort = "verb-short"

  /// The form to try when a term has none of this form.
  var fallback: TermForm? {
    switch self {
    case .long: nil
    case .short: .long
    case .symbol: .short
    case .verb: .long
    case .verbShort: .verb
    }
  }
}

enum Gender: String, Hashable, Sendable { case none, masculine, feminine, neuter }

extension Locale {
  /// The locales to look a term up in, most specific first.
  ///
  ///     Locale.fallbackChain(for: "de-AT")  // ["de-AT", "de-DE", "en-US"]
  package static func fallbackChain(for language: String) -> [String] {
    var chain = [language]
    let primary = String(language.prefix { $0 != "-" })
    chain.append(primaryDialects[primary] ?? primary)
    chain.append("en-US")
    return chain.enumerated().filter { pair in !chain[..<pair.offset].contains(pair.element) }.map(\.element)
  }

  /// The dialect that stands for a language (CSL 1.0.2, "Locale Fallback").
  private static let primaryDialects = [
    "af": "af-ZA", "bg": "bg-BG", "ca": "ca-AD", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE", "el": "el-GR", "en": "en-US", "es": "es-ES",
    "et": "et-EE", "fa": "fa-IR", "fi": "fi-FI", "fr": "fr-FR", "he": "he-IL", "hi": "hi-IN", "hr": "hr-HR", "hu": "hu-HU", "id": "id-ID",
    "is": "is-IS", "it": "it-IT", "ja": "ja-JP", "km": "km-KH", "ko": "ko-KR", "lt": "lt-LT", "lv": "lv-LV", "mn": "mn-MN", "nb": "nb-NO",
    "nl": "nl-NL", "nn": "nn-NO", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU", "sk": "sk-SK", "sl": "sl-SI", "sr": "sr-RS",
    "sv": "sv-SE", "th": "th-TH", "tr": "tr-TR", "uk": "uk-UA", "vi": "vi-VN", "zh": "zh-CN",
  ]

  /// This locale with the terms, dates and options of a more specific one laid over it.
  func overlaid(by other: Locale) -> Locale {
    var result = self
    if !other.language.isEmpty { result.language = other.language }
    let isOrdinal = { (key: TermKey) in key.name.hasPrefix("ordinal") }
    if other.terms.keys.contains(where: isOrdinal) { result.terms = result.terms.filter { !isOrdinal($0.key) } }
    result.terms.merge(other.terms) { $1 }
    result.dates.merge(other.dates) { $1 }
    result.limitsDayOrdinalsToDay1 = other.limitsDayOrdinalsToDay1 ?? limitsDayOrdinalsToDay1
    result.punctuationInQuote = other.punctuationInQuote ?? punctuationInQuote
    return result
  }

  /// A term's text; falls back from `verb-short` to `verb` to `long`, and from `symbol` to `short` to `long`.
  func term(_ name: String, form: TermForm = .long, isPlural: Bool = false, gender: Gender = .none) -> String? {
    var next: TermForm? = form
    while let form = next {
      if gender != .none, let term = terms[TermKey(name: name, form: form, gender: gender)] {
        return isPlural ? term.multiple : term.single
      }
      if let term = terms[TermKey(name: name, form: form)] { return isPlural ? term.multiple : term.single }
      next = form.fallback
    }
    return nil
  }

  func gender(of name: String) -> Gender { terms[TermKey(name: name)]?.gender ?? .none }
}
