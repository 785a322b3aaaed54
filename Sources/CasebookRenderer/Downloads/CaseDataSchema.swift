internal import CasebookModel
internal import DataFormats
internal import WoundProgress

/// The JSON Schema of `case-data.json`: every field that can be in it.
package enum CaseDataSchema {
  static let format = "casebook-case-data/1"

  /// A schema of draft 7 as JSON text.
  package static var bytes: [UInt8] {
    let head: [JSONValue.Member] = [
      .init("$schema", "http://json-schema.org/draft-07/schema#"), .init("title", "Casebook: case-data.json"),
    ]
    return JSONValue.object(head + members(top, required: ["format", "slug", "title", "language"])).serialized(.indented)
  }

  private static let text: JSONValue = ["type": "string"]
  private static let texts: JSONValue = ["type": "array", "items": ["type": "string"]]
  private static let size: JSONValue = ["type": "number", "minimum": 0]
  private static let date: JSONValue = ["type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"]

  private static func members(_ properties: [JSONValue.Member], required: [String] = []) -> [JSONValue.Member] {
    [
      .init("type", "object"), .init("additionalProperties", false), .init("properties", .object(properties)),
      .init("required", .array(required.map { .string($0) })),
    ]
  }

  private static func list(_ properties: [JSONValue.Member], required: [String]) -> JSONValue {
    ["type": "array", "items": .object(members(properties, required: required))]
  }

  private static func choice(_ words: [String]) -> JSONValue { ["enum": .array(words.map { .string($0) })] }

  private static var top: [JSONValue.Member] {
    [
      .init("format", ["const": .string(format)]), .init("slug", text), .init("title", text), .init("keyMessage", text),
      .init("language", text),
      .init("synthetic", ["type": "boolean"]), .init("authors", texts), .init("published", date), .init("updated", date),
      .init("license", text),
      .init("patient", text), .init("diagnosis", text), .init("codes", texts), .init("keywords", texts), .init("topics", texts),
      .init("outcome", text),
      .init(
        "events",
        list(
          [.init("time", text), .init("kind", choice(Event.Kind.allCases.map(\.rawValue))), .init("text", text)],
          required: ["time", "kind", "text"])),
      .init("wounds", list(wound, required: ["id", "name"])),
    ]
  }

  private static var wound: [JSONValue.Member] {
    [
      .init("id", text), .init("name", text), .init("site", text), .init("type", choice(Wound.Kind.allCases.map(\.rawValue))),
      .init("etiology", text), .init("classifications", ["type": "object", "additionalProperties": text]),
      .init("areaMethod", choice(AreaMethod.allCases.map(\.rawValue))),
      .init("trajectory", choice(Trajectory.allCases.map(\.rawValue))), .init("visits", list(visit, required: ["state"])),
    ]
  }

  private static var visit: [JSONValue.Member] {
    let whole: JSONValue = ["type": "integer"]
    let sizes = ["lengthCm", "widthCm", "depthCm", "tracedAreaCm2", "perimeterCm", "underminingCm", "tunnelCm"]
    let kinds = TissuePercentages.Kind.allCases.map { JSONValue.Member($0.rawValue, ["type": "integer", "minimum": 0, "maximum": 100]) }
    return [.init("date", date), .init("week", whole), .init("day", whole), .init("visit", whole)] + sizes.map { .init($0, size) } + [
      .init("underminingClock", text), .init("tunnelClock", text), .init("exudate", text), .init("exudateType", text),
      .init("method", choice(["clock", "longest"])), .init("tissuePercent", .object(members(kinds))),
      .init("painNRS", ["type": "integer", "minimum": 0, "maximum": 10]),
      .init("state", choice(["open", "closed", "closed, confirmed", "reopened", "not measured"])), .init("areaCm2", text),
      .init("areaReductionPercent", text),
    ]
  }
}
