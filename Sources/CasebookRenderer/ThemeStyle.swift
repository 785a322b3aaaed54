internal import CasebookModel

extension Theme {
  /// The custom properties that style sheets use for the site's colours and font: brand and accent on paper, in the dark, and what is
  /// legible on them.
  var declarations: String { ":root{\(properties);--font:\"\(font)\",system-ui,sans-serif}\n" }

  /// The colours alone: `--theme-brand:#0b4f6c;…`
  var properties: String {
    let dark = Color(red: 0.059, green: 0.09, blue: 0.118)
    let brand = Color(hexadecimal: brand) ?? .black
    let accent = Color(hexadecimal: accent) ?? .black
    let onBrand = brand.contrast(with: .white) >= brand.contrast(with: .black) ? Color.white : .black
    let values = [
      ("brand", brand), ("on-brand", onBrand), ("accent", accent), ("brand-dark", brand.lightened(on: dark, to: 7)),
      ("accent-dark", accent.lightened(on: dark, to: 7)),
    ]
    return values.map { "--theme-\($0.0):\($0.1.hexadecimal)" }.joined(separator: ";")
  }
}
