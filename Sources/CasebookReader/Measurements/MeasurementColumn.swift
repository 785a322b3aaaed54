internal import Diagnostics
internal import WoundProgress

/// What a column of `measurements.csv` holds: its field and, for lengths and areas, its unit.
struct MeasurementColumn: Hashable, Sendable {
  enum Field: String, Hashable, Sendable, CaseIterable {
    case wound, date, day, week, visit, length, width, depth, area, perimeter, undermining
    case underminingClock = "undermining_clock"
    case tunnel
    case tunnelClock = "tunnel_clock"
    case exudate
    case exudateType = "exudate_type"
    case epithelial, granulation, slough, eschar, other, pain, method, moment, closed, note
  }

  var field: Field
  var unit = LengthUnit.cm
}

extension MeasurementColumn {
  /// The names that a file may use, as they are documented.
  static let names = Field.allCases.map { $0.rawValue + suffix(of: $0) }

  /// `length_cm`, `Length (cm)`, `length-mm`, `Area (cm²)`, `Granulation %`.
  init(_ header: Located<String>) throws(Rejection) {
    if let column = Self.documented[header.value] {
      self = column
      return
    }
    let name = Self.normalized(header.value)
    if let field = Self.synonyms[name] ?? Field(rawValue: name) {
      self.init(field: field)
      if !Self.suffix(of: field).isEmpty, field.isLengthOrArea {
        throw Rejection(
          "missing-unit", "Column \"\(shortened(header.value))\" names no unit",
          remedy: "call it \"\(field.rawValue)\(Self.suffix(of: field))\", or _mm, _in")
      }
      return
    }
    for (suffix, unit) in Self.units where name.hasSuffix(suffix) {
      let stem = String(name.dropLast(suffix.count))
      guard let field = Self.synonyms[stem] ?? Field(rawValue: stem), field.isLengthOrArea, (field == .area) == suffix.hasSuffix("2") else {
        continue
      }
      self.init(field: field, unit: unit)
      return
    }
    let near = nearest(to: name, in: Self.names)
    throw Rejection(
      "unknown-column", "\"\(shortened(header.value))\" is not a column of measurements",
      remedy: near.map { "did you mean \"\($0)\"?" } ?? "remove it, or use one of \(Self.names.joined(separator: ", "))")
  }

  /// The columns by their documented names.
  private static let documented = Dictionary(
    zip(names, Field.allCases.map { MeasurementColumn(field: $0) }), uniquingKeysWith: { first, _ in first })

  private static let units: [(suffix: String, unit: LengthUnit)] = [
    ("_cm2", .cm), ("_mm2", .mm), ("_in2", .inch), ("_cm", .cm), ("_mm", .mm), ("_in", .inch),
  ]

  private static let synonyms: [String: Field] = {
    var fields: [String: Field] = [
      "wound_id": .wound, "visit_date": .date, "notes": .note, "comment": .note, "comments": .note, "nrs": .pain, "pain_nrs": .pain,
      "undermining_depth": .undermining, "tunnel_length": .tunnel, "tunneling": .tunnel, "tunnelling": .tunnel, "visit_number": .visit,
    ]
    for field in [Field.epithelial, .granulation, .slough, .eschar, .other] {
      fields[field.rawValue + "_pct"] = field
      fields[field.rawValue + "_percent"] = field
    }
    return fields
  }()

  private static func suffix(of field: Field) -> String {
    switch field {
    case .area: "_cm2"
    case .length, .width, .depth, .perimeter, .undermining, .tunnel: "_cm"
    case .epithelial, .granulation, .slough, .eschar, .other: "_pct"
    case .pain: "_nrs"
    default: ""
    }
  }

  /// Lower case, one underscore for each run of blanks and marks: "Area (cm²)" is "area_cm2".
  static func normalized(_ header: String) -> String {
    var name = ""
    var needsUnderscore = false
    for scalar in header.lowercased().unicodeScalars.prefix(80) {
      switch scalar {
      case "²": name.append("2")
      case "%":
        name += name.isEmpty ? "pct" : "_pct"
        needsUnderscore = false
      case _ where scalar.properties.isAlphabetic || ("0"..."9").contains(scalar):
        if needsUnderscore, !name.isEmpty { name.append("_") }
        needsUnderscore = false
        name.unicodeScalars.append(scalar)
      default: needsUnderscore = true
      }
    }
    return name.replacing("sq_cm", with: "cm2").replacing("sq_mm", with: "mm2")
  }
}

extension MeasurementColumn.Field {
  var isLengthOrArea: Bool {
    switch self {
    case .length, .width, .depth, .perimeter, .undermining, .tunnel, .area: true
    default: false
    }
  }
}
