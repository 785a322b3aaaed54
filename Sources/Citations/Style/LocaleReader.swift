package import Diagnostics

extension Locale {
  /// Reads a locale file; nil and a diagnostic when it is not one.
  package static func parse(_ bytes: [UInt8], file: String) -> (Locale?, [Diagnostic]) {
    let (root, problems) = readXML(bytes, file: file)
    guard let root else { return (nil, problems) }
    guard root.name == "locale" else {
      let place = SourceLocation(file: file, line: root.line, column: root.column)
      return (nil, [Diagnostic(.error, "invalid-locale", "Root element is \"\(root.name)\", not \"locale\"", at: place)])
    }
    var reader = StyleReader(file: file)
    return (reader.locale(root), reader.diagnostics)
  }
}

extension StyleReader {
  mutating func locale(_ element: XMLElement) -> Locale {
    var locale = Locale()
    locale.language = element["xml:lang"] ?? ""
    for child in element.children {
      switch child.name {
      case "terms": for term in child.all("term") { add(term, to: &locale) }
      case "date":
        guard let form: DateForm = choice(child, "form") else { continue }
        locale.dates[form] = date(child, variable: "")
      case "style-options":
        locale.limitsDayOrdinalsToDay1 = child.flag("limit-day-ordinals-to-day-1")
        locale.punctuationInQuote = child.flag("punctuation-in-quote")
      case "info": break
      default: reportUnknown(child)
      }
    }
    return locale
  }

  private mutating func add(_ element: XMLElement, to locale: inout Locale) {
    guard let name = element["name"]?.termName else { return }
    var term = Locale.Term()
    term.single = (element.first("single")?.text ?? element.text).withoutLayout
    term.multiple = (element.first("multiple")?.text ?? element.text).withoutLayout
    term.gender = choice(element, "gender") ?? .none
    let number = name.hasPrefix("ordinal-") ? String(name.dropFirst("ordinal-".count)) : ""
    term.match = choice(element, "match") ?? (number.hasPrefix("0") ? .lastDigit : .lastTwoDigits)
    let form: TermForm = choice(element, "form") ?? .long
    locale.terms[Locale.TermKey(name: name, form: form, gender: choice(element, "gender-form") ?? .none)] = term
  }
}

extension String {
  /// Empty when it is only white space with line breaks, as an indented empty element has.
  var withoutLayout: String { utf8.contains(UInt8(ascii: "\n")) ? trimmed : self }

  /// CSL 1.0.2 writes terms with hyphens where older versions had spaces: "no date" is "no-date".
  var termName: String { utf8.contains(UInt8(ascii: " ")) ? String(map { $0 == " " ? "-" : $0 }) : self }
}
