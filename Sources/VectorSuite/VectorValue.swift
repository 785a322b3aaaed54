import DataFormats

/// What a row expects or a function gave, in the terms of a vector file.
enum VectorValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([VectorValue])
  case object([String: VectorValue])

  init(_ node: Node) {
    switch node.content {
    case .scalar(let text, isPlain: false): self = .text(text)
    case .scalar("true", _): self = .bool(true)
    case .scalar("false", _): self = .bool(false)
    case .scalar(let text, _): self = Double(text).map(VectorValue.number) ?? .null
    case .sequence(let elements): self = .list(elements.map(VectorValue.init))
    case .mapping(let entries):
      self = .object(Dictionary(entries.map { ($0.key.value, VectorValue($0.value)) }) { first, _ in first })
    }
  }

  static func number(_ value: Int) -> VectorValue { .number(Double(value)) }
  static func optional(_ value: Double?) -> VectorValue { value.map(VectorValue.number) ?? .null }
  static func optional(_ value: String?) -> VectorValue { value.map(VectorValue.text) ?? .null }

  /// Whether this, given by a function, is what `expected` asks: every expected key, numbers within a relative 10⁻⁹, text exactly.
  ///
  /// `issues` are kinds, so their order and number do not count.
  func satisfies(_ expected: VectorValue) -> Bool {
    switch (self, expected) {
    case (.number(let value), .number(let other)):
      return value == other || (value - other).magnitude <= 1e-9 * max(value.magnitude, other.magnitude)
        || max(value.magnitude, other.magnitude) < 1e-12
    case (.list(let values), .list(let others)):
      return values.count == others.count && zip(values, others).allSatisfy { $0.satisfies($1) }
    case (.object(let values), .object(let others)):
      return others.allSatisfy { key, other in
        if key == "issues", case .list(let issues) = values[key], case .list(let wanted) = other { return Set(issues) == Set(wanted) }
        return (values[key] ?? .null).satisfies(other)
      }
    default: return self == expected
    }
  }
}
