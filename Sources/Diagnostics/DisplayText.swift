/// Text as a terminal can show it safely: what would move the cursor or turn the reading direction is written out.
///
///     displayText("a\u{1B}[31m\u{202E}")   // a\u{1B}[31m\u{202E}, in visible characters
func displayText(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { shown.append(contentsOf: displayed(scalar)) }
  return String(shown)
}

/// A scalar as it is shown: itself, four blanks for a tab, or `\u{202E}`.
func displayed(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
  if scalar == "\t" { return "    ".unicodeScalars }
  if isUnsafe(scalar) { return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars }
  return String.UnicodeScalarView([scalar])
}

/// Control characters, line separators, and the marks that reorder text around them.
private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F...0x9F: true
  case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
  default: false
  }
}

/// The columns that a scalar takes in a terminal: 0 for combining marks, 2 for East Asian wide characters and emoji.
func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format: return 0
  default: break
  }
  if scalar.properties.isEmojiPresentation { return 2 }
  return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
}

/// The blocks of Unicode's East Asian Width W and F.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F,
  0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
  0x20000...0x3FFFD,
]
