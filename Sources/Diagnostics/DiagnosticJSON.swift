/// Diagnostics for programs: an array with one object a line.
///
///     [
///       {"rule":"unknown-key","severity":"error","file":"content/site.yaml","line":3,"column":1,"length":10,"summary":"…",
///        "explanation":null,"remedy":"did you mean …?","notes":[{"text":"…","file":null,"line":null,"column":null,"length":null}]}
///     ]
///
/// Every key is always there; `line` and `column` count from 1, `column` and `length` in Unicode scalars; what is not known is null.
package enum DiagnosticJSON {
  package static func text(_ diagnostics: some Sequence<Diagnostic>) -> String {
    let objects = diagnostics.map { "  " + object($0) }
    return objects.isEmpty ? "[]\n" : "[\n\(objects.joined(separator: ",\n"))\n]\n"
  }

  private static func object(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.map { "{\"text\":\(quoted($0.text)),\(place($0.location))}" }
    return "{\"rule\":\(quoted(diagnostic.rule)),\"severity\":\(quoted(diagnostic.severity.rawValue)),\(place(diagnostic.location)),"
      + "\"summary\":\(quoted(diagnostic.summary)),\"explanation\":\(quoted(diagnostic.explanation)),"
      + "\"remedy\":\(quoted(diagnostic.remedy)),\"notes\":[\(notes.joined(separator: ","))]}"
  }

  private static func place(_ location: SourceLocation?) -> String {
    guard let location else { return "\"file\":null,\"line\":null,\"column\":null,\"length\":null" }
    return "\"file\":\(quoted(location.file)),\"line\":\(location.line),\"column\":\(location.column),\"length\":\(location.length)"
  }

  private static func quoted(_ text: String?) -> String {
    guard let text else { return "null" }
    var out = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out.append(contentsOf: ["\\", scalar])
      case "\n": out.append(contentsOf: "\\n".unicodeScalars)
      case "\t": out.append(contentsOf: "\\t".unicodeScalars)
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": out.append(contentsOf: escape(scalar).unicodeScalars)
      default: out.append(scalar)
      }
    }
    out.append("\"")
    return String(out)
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
