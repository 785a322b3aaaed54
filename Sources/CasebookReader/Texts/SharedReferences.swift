package import Citations
package import Diagnostics
package import Files

/// The references of `content/references/`, which every case can cite.
package struct SharedReferences: Sendable {
  package private(set) var references: [Reference] = []
  private var positions: [String: Int] = [:]

  package static let none = SharedReferences()
  private init() {}

  /// All files of the folder; no folder means no references.
  package static func read(_ folder: String = "content/references", from files: inout SourceFiles) -> (SharedReferences, [Diagnostic]) {
    var shared = SharedReferences()
    var diagnostics: [Diagnostic] = []
    guard files.status(of: folder) != nil else { return (shared, []) }
    do throws(FileProblem) {
      let names = try files.list(folder).filter { $0.kind != .folder && ReferenceFiles.isReferences($0.name) }.map(\.name)
      shared.references = ReferenceFiles.read(names.map { SourcePath.join(folder, $0) }, &files, &diagnostics)
    } catch {
      diagnostics.append(error.diagnostic())
    }
    for (index, reference) in shared.references.enumerated() { shared.positions[reference.id] = index }
    return (shared, diagnostics)
  }

  func reference(_ key: String) -> Reference? { positions[key].map { references[$0] } }
  var keys: [String] { references.map(\.id) }
}

enum ReferenceFiles {
  static let sizeLimit = 20_000_000

  static func isReferences(_ name: String) -> Bool {
    ["bib", "ris", "nbib", "json", "yaml", "yml"].contains(SourcePath.ending(of: name)) && !name.hasPrefix(".")
  }

  /// The references of several files in order; a key that comes again in another file is reported, and its first entry stays.
  static func read(_ paths: [String], _ files: inout SourceFiles, _ diagnostics: inout [Diagnostic]) -> [Reference] {
    var references: [Reference] = []
    for path in paths {
      do throws(FileProblem) {
        let (read, problems) = ReferenceReader.read(try files.read(path, limit: sizeLimit), file: path)
        diagnostics += problems
        append(read, to: &references, &diagnostics)
      } catch {
        diagnostics.append(error.diagnostic())
      }
    }
    return references
  }

  private static func append(_ more: [Reference], to references: inout [Reference], _ diagnostics: inout [Diagnostic]) {
    guard !references.isEmpty else {
      references = more
      return
    }
    var known = Dictionary(references.map { ($0.id, $0.location) }, uniquingKeysWith: { first, _ in first })
    for reference in more {
      if let first = known[reference.id] {
        diagnostics.append(
          Diagnostic(
            .error, "duplicate-reference-key", "Reference key \"\(reference.id)\" is used twice", at: reference.location,
            remedy: "give one of the two entries another key", notes: [.init("first used here", at: first)]))
      } else {
        known[reference.id] = reference.location
        references.append(reference)
      }
    }
  }
}
