package import Diagnostics
import Glibc

/// Why a file or folder could not be had, with the path as it was asked for.
///
///     FileProblem("figures/a.jpg", .absent).summary   // "figures/a.jpg" does not exist
package struct FileProblem: Error, Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case absent, outside, badName, notAFile, notAFolder, tooLarge, notPermitted, diskFull, exists, failed
  }

  package var path: String
  package var kind: Kind
  /// The predicate of `summary`: "is a folder, not a file".
  package var reason: String

  package init(_ path: String, _ kind: Kind, _ reason: String? = nil) {
    self.path = path
    self.kind = kind
    self.reason = reason ?? Self.usualReason(of: kind)
  }

  /// The problem that a system call's error number stands for.
  init(_ path: String, errno number: Int32) {
    let kind: Kind =
      switch number {
      case ENOENT: .absent
      case ENOTDIR: .notAFolder
      case EISDIR: .notAFile
      case EACCES, EPERM, EROFS: .notPermitted
      case ENOSPC, EDQUOT: .diskFull
      case EEXIST: .exists
      case ELOOP: .outside
      case EFBIG: .tooLarge
      case ENAMETOOLONG: .badName
      default: .failed
      }
    self.init(path, kind, kind == .failed || number == EROFS ? "cannot be used: \(text(ofError: number))" : nil)
  }

  package var summary: String { "\"\(path)\" \(reason)" }

  /// As a diagnostic at the place that named the path, else at the file itself.
  package func diagnostic(_ rule: String = "file-unreadable", at location: SourceLocation? = nil) -> Diagnostic {
    Diagnostic(.error, rule, summary, at: location ?? SourceLocation(file: path), remedy: remedy)
  }

  private var remedy: String? {
    switch kind {
    case .absent: "check the spelling; capital and small letters differ"
    case .outside: "copy the file into the site's folder"
    case .badName: "rename the file"
    case .notPermitted: "check the owner and the permissions"
    case .diskFull: "free some space, then build again"
    case .tooLarge, .notAFile, .notAFolder, .exists, .failed: nil
    }
  }

  private static func usualReason(of kind: Kind) -> String {
    switch kind {
    case .absent: "does not exist"
    case .outside: "leads outside the site's folder"
    case .badName: "has a name that cannot be used"
    case .notAFile: "is a folder, not a file"
    case .notAFolder: "is not a folder"
    case .tooLarge: "is too large"
    case .notPermitted: "may not be read or written"
    case .diskFull: "could not be written: the disk is full"
    case .exists: "exists already"
    case .failed: "cannot be used"
    }
  }
}

/// The C library's words for an error number, without a locale.
private func text(ofError number: Int32) -> String {
  guard let words = strerror(number) else { return "error \(number)" }
  return String(cString: words)
}
