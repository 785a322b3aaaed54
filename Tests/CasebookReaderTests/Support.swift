import CasebookModel
import CasebookReader
import Diagnostics
import Files
import Foundation

/// A site's folder below the system's temporary one, removed at the end.
final class TemporarySite {
  let root: String

  init(_ files: [String: String] = [:]) throws {
    root = NSTemporaryDirectory() + "casebook-reader-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    for (path, text) in files { try write(Array(text.utf8), to: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }  // what stays in the temporary folder harms nobody

  func write(_ bytes: [UInt8], to path: String) throws {
    let full = "\(root)/\(path)"
    try FileManager.default.createDirectory(atPath: (full as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: full))
  }

  func files() throws -> SourceFiles { try SourceFiles(root: root) }

  func readCase(_ slug: String = "foot", site: Site = Site()) throws -> (case: Case?, problems: [String]) {
    var files = try files()
    let (shared, sharedProblems) = SharedReferences.read(from: &files)
    let result = CaseReader(site: site, shared: shared).read(slug, from: &files)
    return (result.case, (sharedProblems + result.diagnostics).map { $0.line(in: "content/cases/\(slug)/") })
  }
}

/// Reads a case of these files; `narrative.md` is there unless given.
func readCase(_ files: [String: String], site: Site = Site()) throws -> (case: Case?, problems: [String]) {
  let folder = try TemporarySite(["content/cases/foot/narrative.md": "## Case\n"])
  for (path, text) in files { try folder.write(Array(text.utf8), to: "content/cases/foot/" + path) }
  return try folder.readCase(site: site)
}

/// The problems of a `case.yaml` that begins with a title on its first line.
func problems(inCase yaml: String, site: Site = Site()) throws -> [String] {
  try readCase(["case.yaml": "title: T\n" + yaml], site: site).problems
}

extension Diagnostic {
  /// `case.yaml:3:1 unknown-key "x" is not a key → did you mean "y"?`
  func line(in folder: String) -> String {
    var text = ""
    if let location {
      let file = location.file.hasPrefix(folder) ? String(location.file.dropFirst(folder.utf8.count)) : location.file
      text = "\(file):\(location.line):\(location.column) "
    }
    if severity != .error { text += "\(severity.rawValue) " }
    text += "\(rule) \(summary)"
    if let remedy { text += " → \(remedy)" }
    for note in notes { text += " | \(note.text)" + (note.location.map { " \($0.line):\($0.column)" } ?? "") }
    return text
  }
}

extension Site {
  func with(_ change: (inout Site) -> Void) -> Site {
    var copy = self
    change(&copy)
    return copy
  }
}
