internal import DataFormats

/// The JSON Schemas that `casebook schema` prints, for editors and validators.
package enum SchemaFile: String, CaseIterable, Sendable {
  case `case`, site

  /// A schema of draft 7, which editors' YAML support reads, as JSON text.
  package var bytes: [UInt8] {
    let schema: ObjectSchema = self == .case ? .case : .site
    let head: [JSONValue.Member] = [
      .init("$schema", "http://json-schema.org/draft-07/schema#"), .init("title", .string("Casebook: \(rawValue).yaml")),
    ]
    return JSONValue.object(head + schema.members).serialized(.indented)
  }
}

extension ObjectSchema {
  fileprivate var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("type", "object"), .init("additionalProperties", false),
      .init("properties", .object(properties.map { .init($0.key, $0.schema) })),
    ]
    let required = properties.filter(\.isRequired).map { JSONValue.string($0.key) }
    if !required.isEmpty { members.append(.init("required", .array(required))) }
    return members
  }
}

extension ObjectSchema.Property {
  fileprivate var schema: JSONValue {
    let members = isRequired ? type.members : ObjectSchema.ValueType.orNothing(type.members)
    return .object([.init("description", .string(description))] + members)
  }
}

extension ObjectSchema.ValueType {
  fileprivate var members: [JSONValue.Member] {
    switch self {
    case .text: [.init("type", ["string", "number", "boolean"])]
    case .boolean: [.init("type", "boolean")]
    case .integer(let range):
      [.init("type", "integer"), .init("minimum", .integer(range.lowerBound)), .init("maximum", .integer(range.upperBound))]
    case .number: [.init("type", "number"), .init("exclusiveMinimum", 0)]
    case .choice(let words): [.init("enum", .array(words.map { .string($0) }))]
    case .pattern(let pattern): [.init("type", "string"), .init("pattern", .string(pattern))]
    case .list(let type): [.init("type", "array"), .init("items", .object(type.members))]
    case .object(let schema): schema.members
    case .map(let type): [.init("type", "object"), .init("additionalProperties", .object(Self.orNothing(type.members)))]
    case .either(let types): [.init("anyOf", .array(types.map { .object($0.members) }))]
    }
  }

  /// An optional key may stand without a value.
  fileprivate static func orNothing(_ members: [JSONValue.Member]) -> [JSONValue.Member] {
    [.init("anyOf", .array([.object(members), .object([.init("type", "null")])]))]
  }
}
