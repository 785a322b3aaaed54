internal import CasebookModel
internal import Diagnostics

extension Fields {
  /// Colours, font and logos; what is left out is the default's. Colours that could not be read on white are refused.
  mutating func theme(default theme: Theme, _ context: Context) -> Theme {
    var theme = theme
    if let brand = value("brand", .color), isLegible("brand", brand) { theme.brand = brand.value }
    if let accent = value("accent", .color), isLegible("accent", accent) { theme.accent = accent.value }
    if let font = text("font") {
      if font.value == Theme.embeddedFont {
        theme.font = font.value
      } else {
        diagnostics.append(
          Diagnostic(
            .error, "unknown-value", "Font \"\(shortened(font.value))\" is not inside the program", at: font.location,
            explanation: "A font that is not embedded looks different on every machine, and on none as the poster was fitted.",
            remedy: "write \"\(Theme.embeddedFont)\""))
      }
    }
    if has("logos") { theme.logos = texts("logos").compactMap { context.path($0, &diagnostics) } }
    return theme
  }

  /// Whether text in the colour stands out against every ground that it is set on.
  private mutating func isLegible(_ name: String, _ color: Located<String>) -> Bool {
    guard let value = Color(hexadecimal: color.value) else { return true }
    let pairs = Theme.pairs.filter { $0.name == name }
    guard let worst = pairs.min(by: { value.contrast(with: $0.ground) < value.contrast(with: $1.ground) }) else { return true }
    let ratio = value.contrast(with: worst.ground)
    guard ratio < Theme.leastContrast else { return true }
    diagnostics.append(
      Diagnostic(
        .error, "theme-contrast", "Colour \(color.value) has a contrast of \(ratio.hundredths) with \(worst.groundName)",
        at: color.location,
        explanation: "It is used for \(worst.use), which needs 4.5.",
        remedy:
          "write \"\(value.darkened(to: Theme.leastContrast * Color.white.contrast(with: worst.ground)).hexadecimal)\", the nearest shade"))
    return false
  }
}

extension Double {
  /// "2.25" of 2.2523: cut, never rounded up past a limit.
  fileprivate var hundredths: String {
    let all = Int(self * 100)
    return "\(all / 100).\(all % 100 < 10 ? "0" : "")\(all % 100)"
  }
}
