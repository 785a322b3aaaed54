/// What a template may name. A name that is not there is an error, so what is unknown is said with `false`, an empty text or an empty list.
package enum TemplateValue: Hashable, Sendable {
  case text(String)
  /// Markup from a typed tree, written as it is by `{{{name}}}`, `{{&name}}` and `{{name}}` alike.
  case markup([UInt8])
  case flag(Bool)
  case list([TemplateValue])
  case object([String: TemplateValue])

  /// `false`, nothing written and nothing listed hide a section and show an inverted one.
  var isShown: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .markup(let markup): !markup.isEmpty
    case .flag(let flag): flag
    case .list(let list): !list.isEmpty
    case .object: true
    }
  }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .text(value) }
  package init(booleanLiteral value: Bool) { self = .flag(value) }
  package init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }

  package init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { $1 }))
  }
}
