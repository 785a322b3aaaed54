internal import Glibc

/// A colour in sRGB, each part from 0 to 1.
package struct Color: Hashable, Sendable {
  package var red: Double
  package var green: Double
  package var blue: Double

  package static let white = Color(red: 1, green: 1, blue: 1)
  package static let black = Color(red: 0, green: 0, blue: 0)

  package init(red: Double, green: Double, blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// Reads `#0b4f6c`; nil for another form.
  package init?(hexadecimal text: String) {
    guard text.utf8.count == 7, text.utf8.first == UInt8(ascii: "#"), let value = Int(text.dropFirst(), radix: 16) else { return nil }
    self.init(red: Double(value >> 16 & 255) / 255, green: Double(value >> 8 & 255) / 255, blue: Double(value & 255) / 255)
  }

  /// `#0b4f6c`.
  package var hexadecimal: String {
    "#"
      + [red, green, blue].map { part in
        let digits = String(Int((part * 255).rounded()), radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
      }.joined()
  }

  /// WCAG 2.2's relative luminance: `0.2126 R + 0.7152 G + 0.0722 B` of the linear parts.
  package var luminance: Double {
    func linear(_ part: Double) -> Double { part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// WCAG 2.2's contrast ratio, 1 to 21.
  package func contrast(with other: Color) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// The colour, mixed with white until its contrast with `paper` is at least `ratio`.
  package func lightened(on paper: Color, to ratio: Double) -> Color {
    var color = self
    for step in 1...20 where color.contrast(with: paper) < ratio {
      let share = Double(step) / 20
      color = Color(red: red + (1 - red) * share, green: green + (1 - green) * share, blue: blue + (1 - blue) * share)
    }
    return color
  }

  /// The nearest darker shade whose contrast with white is at least `ratio`; the colour itself where it has it.
  package func darkened(to ratio: Double) -> Color {
    var color = self
    for step in 1...50 where color.contrast(with: .white) < ratio {
      let share = 1 - Double(step) / 50
      // The printed colour is the rounded one.
      color = Color(hexadecimal: Color(red: red * share, green: green * share, blue: blue * share).hexadecimal) ?? .black
    }
    return color
  }
}
