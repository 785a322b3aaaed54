package import Diagnostics

/// What `casebook check` found, in the formats that other programs read.
package struct CheckReport: Sendable {
  /// `json`: ours, an object a diagnostic. `sarif`: SARIF 2.1.0, for code scanning. `github`: workflow commands, which become annotations on
  /// the lines. `junit`: XML, for GitLab's and Jenkins's test reports.
  package enum Format: String, Hashable, Sendable, CaseIterable { case json, sarif, github, junit }

  let diagnostics: [Diagnostic]
  /// The least severity that fails the check; JUnit calls it a failure, the rest stands beside it.
  let failOn: Severity

  /// `folder` is the site's place in its repository, `department/library`; empty where the two are one.
  package init(_ diagnostics: [Diagnostic], failOn: Severity, folder: String = "") {
    let sorted = diagnostics.inReadingOrder()
    self.diagnostics = folder.isEmpty ? sorted : sorted.map { $0.below(folder) }
    self.failOn = failOn
  }

  /// The whole report, ending with a newline; with nothing to tell, `github` is empty.
  package func text(_ format: Format, version: String) -> String {
    switch format {
    case .json: DiagnosticJSON.text(diagnostics)
    case .sarif: sarif(version: version)
    case .github: github
    case .junit: junit
    }
  }
}

extension Diagnostic {
  /// The same with its files named from the repository's folder, as hosts of repositories look for them.
  fileprivate func below(_ folder: String) -> Diagnostic {
    var moved = self
    moved.location = location?.below(folder)
    moved.notes = notes.map { Note($0.text, at: $0.location?.below(folder)) }
    return moved
  }

  /// Explanation, remedy and notes, a line each.
  var details: [String] {
    let places = notes.map { note in note.text + (note.location.map { ": \($0.file):\($0.line):\($0.column)" } ?? "") }
    return [explanation, remedy].compactMap { $0 } + places
  }
}

extension SourceLocation {
  fileprivate func below(_ folder: String) -> SourceLocation {
    SourceLocation(file: "\(folder)/\(file)", line: line, column: column, length: length)
  }
}
