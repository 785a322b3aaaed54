package import Diagnostics
package import Files

/// Why nothing was published, or why a publication stopped; the machine's fault or the folder's, never the content's.
package struct PublishProblem: Error, Hashable, Sendable {
  package var diagnostic: Diagnostic

  init(_ rule: String, _ summary: String, explanation: String? = nil, remedy: String? = nil) {
    diagnostic = Diagnostic(.error, rule, summary, explanation: explanation, remedy: remedy)
  }

  /// A file system's refusal, with the output folder named.
  package init(_ problem: FileProblem, in output: String) {
    let place = problem.path.isEmpty || problem.path == output ? "\"\(output)\" \(problem.reason)" : problem.summary + " (in \(output))"
    switch problem.kind {
    case .diskFull: self.init("output-disk-full", place, explanation: kept, remedy: "free some space, then build again")
    case .absent: self.init("output-folder-vanished", place, explanation: kept, remedy: "build again")
    case .exists: self.init("output-path-used-twice", "\"\(problem.path)\" is the path of two outputs", remedy: "rename one of them")
    default: self.init("output-not-writable", place, explanation: kept, remedy: "check the owner and the permissions of the folder")
    }
  }

  static func foreignFolder(_ output: String) -> PublishProblem {
    PublishProblem(
      "output-folder-is-foreign", "\"\(output)\" holds files that Casebook did not write",
      explanation: "Casebook publishes into an empty folder, or into one that it made: such a folder has a .casebook-manifest.json.",
      remedy: "name another folder with --output, or empty this one")
  }

  static func inUse(_ output: String) -> PublishProblem {
    PublishProblem("output-folder-in-use", "Another build is writing to \"\(output)\"", remedy: "wait until it has ended, then build again")
  }

  static func inTheWay(_ path: String) -> PublishProblem {
    PublishProblem(
      "output-path-taken", "\"\(path)\" in the output folder was not written by Casebook and is in the way",
      explanation: kept, remedy: "move it elsewhere, or rename what would be published there")
  }

  static func link(_ path: String) -> PublishProblem {
    PublishProblem(
      "output-path-is-link", "\"\(path)\" in the output folder is a symbolic link, which could lead elsewhere",
      explanation: kept, remedy: "replace it by a folder")
  }

  static func damagedManifest(_ output: String) -> PublishProblem {
    PublishProblem(
      "output-manifest-damaged", "The .casebook-manifest.json in \"\(output)\" cannot be read",
      explanation: "Without it Casebook cannot tell its own files from others.", remedy: "empty the folder, then build again")
  }
}

private let kept = "The last good site is left as it was."
