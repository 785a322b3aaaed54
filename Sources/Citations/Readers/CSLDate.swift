internal import DataFormats
internal import Diagnostics

/// Dates of CSL-JSON and CSL-YAML in all the forms that are in use.
enum CSLDate {
  /// `{"date-parts": [[2012, 4]]}`, `{"raw": "Apr 2012"}`, `{"literal": "in press"}`, `{year: 2012, month: 4}`, a list of these, or a text in EDTF.
  static func read(_ node: Node, _ diagnostics: inout [Diagnostic]) -> ReferenceDate {
    if let text = node.text { return DateText.read(text) }
    // The older CSL-YAML: a list of one or two mappings.
    if let elements = node.elements {
      let ends = elements.prefix(2).map { read($0, &diagnostics) }
      return ReferenceDate(
        parts: ends.flatMap(\.parts), season: ends.first?.season, isCirca: ends.contains(where: \.isCirca), literal: ends.first?.literal)
    }
    var date = base(node, &diagnostics)
    if let text = node["season"]?.text { date.season = DateText.number(Array(text.utf8)[...]) ?? DateText.season(Array(text.utf8)[...]) }
    if let season = date.season, season > 20 { date.season = season - 20 }
    if let season = date.season, !(1...4).contains(season) { date.season = nil }
    if let circa = node["circa"]?.text ?? node["approximate"]?.text { date.isCirca = CSLData.isTrue(circa) || (Int(circa) ?? 0) != 0 }
    if let literal = node["literal"]?.text, !literal.isEmpty { date.literal = literal }
    return date
  }

  private static func base(_ node: Node, _ diagnostics: inout [Diagnostic]) -> ReferenceDate {
    if let parts = node["date-parts"], parts.elements?.isEmpty == false || node["raw"] == nil { return fromParts(parts, &diagnostics) }
    if let text = node["raw"]?.text ?? node["edtf"]?.text { return DateText.read(text) }
    guard let year = node["year"].flatMap(number) else { return ReferenceDate() }
    let month = node["month"].flatMap(number).flatMap { (1...12).contains($0) ? $0 : nil }
    return ReferenceDate(parts: [.init(year: year, month: month, day: month == nil ? nil : node["day"].flatMap(number))])
  }

  private static func fromParts(_ node: Node, _ diagnostics: inout [Diagnostic]) -> ReferenceDate {
    var date = ReferenceDate()
    for end in (node.elements ?? []).prefix(2) {
      // Some programs leave the inner list out: [2012, 4].
      let fields = end.elements ?? (date.parts.isEmpty ? node.elements ?? [] : [])
      guard let first = fields.first else { continue }
      guard let year = number(first) else {
        if first.text?.isEmpty != true {
          diagnostics.append(Diagnostic(.warning, "csl-data", "Date's year is not a number", at: first.location))
        }
        continue
      }
      var day = ReferenceDate.Day(year: year)
      let month = fields.count > 1 ? number(fields[1]) ?? 0 : 0
      switch month {
      case 1...12: day.month = month
      case 13...16: day.season = month - 12
      case 21...24: day.season = month - 20
      default: break
      }
      if day.month != nil, fields.count > 2, let number = number(fields[2]), (1...31).contains(number) { day.day = number }
      date.season = date.season ?? day.season
      date.parts.append(day)
    }
    return date
  }

  /// A whole number of at most five digits, with or without a sign.
  private static func number(_ node: Node) -> Int? {
    guard let text = node.text else { return nil }
    let bytes = Array(text.utf8)[...].trimmingBlanks
    guard bytes.first == .hyphen else { return DateText.number(bytes) }
    return DateText.number(bytes.dropFirst()).map { -$0 }
  }
}
