/// The keys that a mapping may have: what the reader accepts and what `casebook schema` prints are this one value.
struct ObjectSchema: Sendable {
  /// With its article, for messages: "a figure".
  let name: String
  let properties: [Property]

  init(_ name: String, _ properties: [Property]) {
    self.name = name
    self.properties = properties
  }

  var keys: [String] { properties.map(\.key) }

  struct Property: Sendable {
    let key: String
    let type: ValueType
    /// One line for editors.
    let description: String
    let isRequired: Bool
    /// Words that people use for the key instead.
    let synonyms: [String]

    init(_ key: String, _ type: ValueType, _ description: String, required: Bool = false, synonyms: [String] = []) {
      self.key = key
      self.type = type
      self.description = description
      isRequired = required
      self.synonyms = synonyms
    }
  }

  indirect enum ValueType: Sendable {
    case text
    case boolean
    case integer(ClosedRange<Int>)
    case number
    case choice([String])
    /// A text of this form, as a regular expression for editors.
    case pattern(String)
    case list(ValueType)
    case object(ObjectSchema)
    /// A mapping whose keys the author chooses.
    case map(ValueType)
    case either([ValueType])
  }
}

extension ObjectSchema.ValueType {
  static func choice<Value: RawRepresentable<String> & CaseIterable>(of type: Value.Type) -> Self { .choice(type.allCases.map(\.rawValue)) }

  static let date = either([
    .pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"), .pattern("^[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}$"), .integer(1...9999),
  ])
  static let size = pattern("^([0-9.]+[x×][0-9.]+(in|cm|mm|px)|[Aa][0-4](-landscape|-portrait)?|[Ll]etter(-landscape|-portrait)?|16:9)$")
  static let id = pattern("^[A-Za-z0-9][A-Za-z0-9_-]*$")
  static let slug = pattern("^[a-z0-9][a-z0-9-]*$")
  static let coordinate = either([.number, .pattern("^[0-9.]+(px|%)?$")])
  static let point = list(coordinate)
}
