/// What a template may name. A name that is not there is an error, so what is unknown is said with `false` or an empty list.
package indirect enum TemplateValue: Hashable, Sendable {
  case text(String)
  /// Markup from a typed tree, written as it is by `{{{name}}}`, `{{&name}}` and `{{name}}` alike.
  case markup([UInt8])
  case flag(Bool)
  case list([TemplateValue])
  case object([String: TemplateValue])
}
