package import Diagnostics

/// Why a file cannot be used as a picture.
///
///     ImageProblem(.notAnImage, "is text, not a picture").diagnostic(of: "figures/a.jpg").summary
///     // "figures/a.jpg" is text, not a picture
package struct ImageProblem: Error, Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case empty, notAnImage, truncated, damaged, tooLarge, animated, unsupported
    /// The machine lacks what is needed, a library or memory; the file may be good.
    case machine
  }

  package var kind: Kind
  /// The predicate of the summary: "is text, not a picture".
  package var reason: String
  package var remedy: String?

  package init(_ kind: Kind, _ reason: String, remedy: String? = nil) {
    self.kind = kind
    self.reason = reason
    self.remedy = remedy
  }

  /// The rule's id: `image-library-missing` is the machine's fault, the others the file's.
  package var rule: String {
    switch kind {
    case .machine: "image-library-missing"
    case .tooLarge: "image-too-large"
    case .animated: "image-is-animated"
    case .unsupported: "image-format-unsupported"
    case .empty, .notAnImage, .truncated, .damaged: "image-unreadable"
    }
  }

  package func diagnostic(of path: String, at location: SourceLocation? = nil) -> Diagnostic {
    Diagnostic(.error, rule, "\"\(path)\" \(reason)", at: location ?? SourceLocation(file: path), remedy: remedy)
  }

  static func truncated(_ detail: String) -> ImageProblem {
    ImageProblem(.truncated, "is cut short: \(detail)", remedy: "copy the file again from the camera or the archive")
  }

  static func damaged(_ detail: String) -> ImageProblem {
    ImageProblem(.damaged, "is damaged: \(detail)", remedy: "open it in an image editor and export it again")
  }
}
