internal import Diagnostics

extension CheckReport {
  /// Workflow commands of GitHub Actions; a runner that reads them in a job's log shows each beside its line.
  ///
  ///     ::error file=content/site.yaml,line=3,col=1,endColumn=11,title=unknown-key::"keymessage" is not a key of a case%0Adid you mean …?
  var github: String {
    diagnostics.map { diagnostic in
      let place = diagnostic.location.map { location in
        let end = location.length > 0 ? ",endColumn=\(location.column + location.length)" : ""
        return "file=\(Self.property(location.file)),line=\(location.line),col=\(location.column)\(end),"
      }
      let message = ([diagnostic.summary] + diagnostic.details).joined(separator: "\n")
      return "::\(diagnostic.severity.command) \(place ?? "")title=\(Self.property(diagnostic.rule))::\(Self.data(message))\n"
    }.joined()
  }

  /// What may stand after `::`: on one line, with its own percent signs told apart.
  private static func data(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }

  /// What may stand as a property's value: a colon or a comma would end it.
  private static func property(_ text: String) -> String {
    data(text).unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case ":": out += "%3A"
      case ",": out += "%2C"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Severity {
  fileprivate var command: String { self == .info ? "notice" : rawValue }
}
