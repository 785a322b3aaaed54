/// Diagnostics as text for people.
///
///     error[unknown-key]: "keymessage" is not a key of a case
///       --> content/cases/calcinosis-cutis/case.yaml:3:1
///        |
///      3 | keymessage: Finding the threshold dose
///        | ^^^^^^^^^^ did you mean "key-message"?
package struct DiagnosticPrinter {
  private let isColored: Bool
  private let line: (_ file: String, _ line: Int) -> String?

  /// `line` gives a line of a source file without its end, counted from 1, or nil when it can't be read.
  package init(isColored: Bool, line: @escaping (_ file: String, _ line: Int) -> String?) {
    self.isColored = isColored
    self.line = line
  }

  /// One diagnostic, ending with a newline.
  package func text(_ diagnostic: Diagnostic) -> String {
    let severity = diagnostic.severity
    var out = paint("\(severity.rawValue)[\(displayText(diagnostic.rule))]", severity.color)
    out += paint(": " + displayText(diagnostic.summary), .bold) + "\n"
    var margin = 2
    var remedy = diagnostic.remedy
    if let location = diagnostic.location {
      let number = String(location.line)
      margin = number.utf8.count + 1
      out += pad(margin) + paint("-->", .gutter) + " " + place(location) + "\n"
      if let source = line(location.file, location.line) {
        out += excerpt(of: source, at: location, caption: remedy, color: severity.color)
        remedy = nil
      }
    }
    for text in [diagnostic.explanation, remedy].compactMap({ $0 }) { out += note(text, margin: margin) }
    for text in diagnostic.notes {
      out += note(text.text + (text.location.map { ": \(place($0))" } ?? ""), margin: margin)
    }
    return out
  }

  /// All of them in the order given, with an empty line between two.
  package func text(_ diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.map(text).joined(separator: "\n")
  }

  private func excerpt(of source: String, at location: SourceLocation, caption: String?, color: Color) -> String {
    let number = String(location.line)
    let excerpt = SourceExcerpt(line: source, column: location.column, length: location.length)
    let bar = pad(number.utf8.count + 2) + paint("|", .gutter)
    let carets = String(repeating: "^", count: excerpt.width) + (caption.map { " " + displayText($0) } ?? "")
    let shown = excerpt.text.isEmpty ? "" : " " + excerpt.text
    return """
      \(bar)
      \(" " + paint(number + " |", .gutter))\(shown)
      \(bar) \(pad(excerpt.offset))\(paint(carets, color))

      """
  }

  /// `   = text`, its further lines below the first.
  private func note(_ text: String, margin: Int) -> String {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true).map { displayText(String(Substring($0))) }
    return pad(margin + 1) + paint("=", .gutter) + " " + lines.joined(separator: "\n" + pad(margin + 3)) + "\n"
  }

  private func place(_ location: SourceLocation) -> String { displayText("\(location.file):\(location.line):\(location.column)") }

  private func pad(_ count: Int) -> String { String(repeating: " ", count: count) }

  private func paint(_ text: String, _ color: Color) -> String { isColored ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text }
}

/// Numbers of the terminal's "select graphic rendition".
private enum Color: String {
  case error = "1;31"
  case warning = "1;33"
  case info = "1;36"
  case gutter = "34"
  case bold = "1"
}

extension Severity {
  fileprivate var color: Color {
    switch self {
    case .info: .info
    case .warning: .warning
    case .error: .error
    }
  }
}

extension Sequence<Diagnostic> {
  /// `2 errors, 1 warning`; nil when there is nothing to tell.
  package var tally: String? {
    var counts: [Severity: Int] = [:]
    for diagnostic in self { counts[diagnostic.severity, default: 0] += 1 }
    let words: [(Severity, String, String)] = [(.error, "error", "errors"), (.warning, "warning", "warnings"), (.info, "note", "notes")]
    let parts = words.compactMap { severity, one, many in
      counts[severity].map { "\($0) \($0 == 1 ? one : many)" }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
