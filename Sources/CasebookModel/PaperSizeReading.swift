extension PaperSize {
  /// Reads `48x36in`, `90x120cm`, `841x1189mm`, `A0` (portrait), `A0-landscape`, `Letter`, `16:9` (1920 × 1080 px),
  /// `3840x2160px`; nil for another form.
  package init?(_ text: String) {
    if text == "16:9" {
      self.init(width: 1920, height: 1080, unit: .pixel, name: text)
      return
    }
    if let named = Self.named(text) {
      self = named
      return
    }
    guard let unit = [Unit.inch, .centimeter, .millimeter, .pixel].first(where: { text.hasSuffix($0.rawValue) }) else { return nil }
    let sides = text.dropLast(2).split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "×" }
    guard sides.count == 2, let width = Double(sides[0]), let height = Double(sides[1]) else { return nil }
    let points = 72.0...14_400
    guard points.contains(width * unit.points), points.contains(height * unit.points) else { return nil }
    self.init(width: width, height: height, unit: unit, name: text)
  }

  private static func named(_ text: String) -> PaperSize? {
    let parts = text.split(separator: "-", maxSplits: 1)
    let sheets: [String: (Double, Double, Unit)] = [
      "a0": (841, 1189, .millimeter), "a1": (594, 841, .millimeter), "a2": (420, 594, .millimeter), "a3": (297, 420, .millimeter),
      "a4": (210, 297, .millimeter), "letter": (8.5, 11, .inch),
    ]
    guard let first = parts.first, let (short, long, unit) = sheets[first.lowercased()] else { return nil }
    switch parts.count == 2 ? parts[1].lowercased() : "portrait" {
    case "portrait": return PaperSize(width: short, height: long, unit: unit, name: text)
    case "landscape": return PaperSize(width: long, height: short, unit: unit, name: text)
    default: return nil
    }
  }
}
