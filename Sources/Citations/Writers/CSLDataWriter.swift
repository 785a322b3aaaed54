/// Writes CSL-JSON and CSL-YAML.
enum CSLDataWriter {
  static func writeJSON(_ references: [Reference], to out: inout [UInt8]) {
    out.write("[")
    for (i, reference) in references.enumerated() {
      out.write(i == 0 ? "\n  {" : ",\n  {")
      writeFields(of: reference, to: &out, isYAML: false)
      out.write("\n  }")
    }
    out.write(references.isEmpty ? "]\n" : "\n]\n")
  }

  /// Strings have quotation marks, so that `no` and `1e3` stay what they are.
  static func writeYAML(_ references: [Reference], to out: inout [UInt8]) {
    out.write(references.isEmpty ? "references: []\n" : "references:\n")
    for reference in references { writeFields(of: reference, to: &out, isYAML: true) }
  }

  private static func writeFields(of reference: Reference, to out: inout [UInt8], isYAML: Bool) {
    var isFirst = true
    func key(_ name: String) {
      if isYAML {
        out.write(isFirst ? "- " : "  ")
        out.write(name)
      } else {
        out.write(isFirst ? "\n    " : ",\n    ")
        quote(name, to: &out)
      }
      out.write(": ")
      isFirst = false
    }
    func text(_ name: String, _ value: String) {
      key(name)
      quote(value, to: &out)
      if isYAML { out.write("\n") }
    }
    text("id", reference.id)
    text("type", reference.type)
    for (variable, names) in reference.orderedNames {
      key(variable)
      write(names, to: &out)
      if isYAML { out.write("\n") }
    }
    for (variable, value) in reference.orderedVariables { text(variable, value) }
    for (variable, date) in reference.orderedDates {
      key(variable)
      write(date, to: &out)
      if isYAML { out.write("\n") }
    }
  }

  /// A list in one line, which YAML reads as well.
  private static func write(_ names: [Name], to out: inout [UInt8]) {
    out.write("[")
    for (i, name) in names.enumerated() {
      if i > 0 { out.write(", ") }
      out.write("{")
      var isFirst = true
      for (key, value) in [
        ("family", name.family), ("given", name.given), ("dropping-particle", name.droppingParticle),
        ("non-dropping-particle", name.nonDroppingParticle), ("suffix", name.suffix), ("literal", name.literal),
      ] where !value.isEmpty {
        if !isFirst { out.write(", ") }
        isFirst = false
        quote(key, to: &out)
        out.write(": ")
        quote(value, to: &out)
      }
      for (key, isSet) in [("comma-suffix", name.commaSuffix), ("static-ordering", name.staticOrdering), ("parse-names", name.parseNames)]
      where isSet {
        if !isFirst { out.write(", ") }
        isFirst = false
        quote(key, to: &out)
        out.write(": true")
      }
      out.write("}")
    }
    out.write("]")
  }

  private static func write(_ date: ReferenceDate, to out: inout [UInt8]) {
    out.write("{")
    var isFirst = true
    func key(_ name: StaticString) {
      if !isFirst { out.write(", ") }
      isFirst = false
      out.write(name)
    }
    if !date.parts.isEmpty {
      key("\"date-parts\": [")
      for (i, day) in date.parts.enumerated() {
        out.write(i == 0 ? "[" : ", [")
        out.write(day.year, digits: 1)
        for number in [day.month, day.month == nil ? nil : day.day] {
          guard let number else { continue }
          out.write(", ")
          out.write(number, digits: 1)
        }
        out.write("]")
      }
      out.write("]")
    }
    if let season = date.season {
      key("\"season\": ")
      out.write(season, digits: 1)
    }
    if date.isCirca { key("\"circa\": true") }
    if let literal = date.literal {
      key("\"literal\": ")
      quote(literal, to: &out)
    }
    out.write("}")
  }

  /// A string of JSON, which is one of YAML too.
  private static func quote(_ text: String, to out: inout [UInt8]) {
    out.append(.quote)
    for byte in text.utf8 {
      switch byte {
      case .quote, .backslash:
        out.append(.backslash)
        out.append(byte)
      case .lineFeed: out.write("\\n")
      case .carriageReturn: out.write("\\r")
      case 0x09: out.write("\\t")
      case 0..<0x20, 0x7F:
        let hex = "0123456789abcdef".utf8
        out.write("\\u00")
        for digit in [byte >> 4, byte & 15] { out.append(hex[hex.index(hex.startIndex, offsetBy: Int(digit))]) }
      default: out.append(byte)
      }
    }
    out.append(.quote)
  }
}
