package import Diagnostics
package import Files

/// The names in a case's folder.
struct CaseFolder {
  let folder: String
  private let entries: [FileEntry]

  private static let known = ["case.yaml", "narrative.md", "poster.md", "measurements.csv"]

  /// nil, with its diagnostic, where there is no such folder.
  static func list(_ folder: String, _ files: inout SourceFiles, _ diagnostics: inout [Diagnostic]) -> CaseFolder? {
    do throws(FileProblem) {
      let listing = CaseFolder(folder: folder, entries: try files.list(folder))
      diagnostics += listing.misspelled
      return listing
    } catch {
      diagnostics.append(error.diagnostic())
      return nil
    }
  }

  func has(_ name: String) -> Bool { entries.contains { $0.name == name } }
  func path(_ name: String) -> String { SourcePath.join(folder, name) }

  /// A path below the folder as authors write it.
  func name(of path: String) -> String { path.hasPrefix(folder + "/") ? String(path.dropFirst(folder.utf8.count + 1)) : path }

  var referenceFiles: [String] {
    entries.filter { $0.name.hasPrefix("references.") && ReferenceFiles.isReferences($0.name) }.map { path($0.name) }
  }

  func missing(_ name: String, _ severity: Severity) -> Diagnostic {
    Diagnostic(severity, "missing-file", "Folder has no \(name)", at: SourceLocation(file: folder), remedy: "add \(name)")
  }

  /// Why a file that the case names cannot be had; for an absent one with the nearest name in its folder.
  func diagnostic(_ problem: FileProblem, namedAt file: Located<String>, _ files: inout SourceFiles) -> Diagnostic {
    let shown = FileProblem(name(of: file.value), problem.kind, problem.reason)
    guard problem.kind == .absent else { return shown.diagnostic(at: file.location) }
    var diagnostic = shown.diagnostic("missing-file", at: file.location)
    // A folder that cannot be listed only costs the suggestion.
    let names = (try? files.list(SourcePath.folder(of: file.value)))?.map(\.name) ?? []
    if let near = nearest(to: SourcePath.name(of: file.value), in: names) { diagnostic.remedy = "did you mean \"\(near)\"?" }
    return diagnostic
  }

  /// Names that are nearly those of files that a case may have: `narative.md`, `case.yml`.
  private var misspelled: [Diagnostic] {
    entries.compactMap { entry in
      if entry.kind == .misnamed {
        return Diagnostic(
          .error, "file-unreadable", "\"\(entry.name)\" has a name that is not UTF-8", at: SourceLocation(file: folder),
          remedy: "rename the file")
      }
      guard !Self.known.contains(entry.name), !entry.name.hasPrefix("."), !entry.name.hasSuffix("~"),
        let near = nearest(to: entry.name, in: Self.known.filter { !has($0) })
      else { return nil }
      return Diagnostic(
        .warning, "misspelled-file", "\"\(entry.name)\" is not read", at: SourceLocation(file: path(entry.name)),
        remedy: "did you mean \"\(near)\"?")
    }
  }
}

/// The cases of a site.
package enum CaseFolders {
  /// The names of the folders in `content/cases`, sorted; a site without that folder has none.
  package static func slugs(in folder: String = "content/cases", from files: inout SourceFiles) -> (
    slugs: [String], diagnostics: [Diagnostic]
  ) {
    guard files.status(of: folder) != nil else { return ([], []) }
    do throws(FileProblem) {
      let entries = try files.list(folder)
      let misnamed = entries.filter { $0.kind == .misnamed }.map {
        Diagnostic(
          .error, "invalid-slug", "Folder name \"\($0.name)\" is not UTF-8", at: SourceLocation(file: folder),
          remedy: "rename the folder, with lower-case letters, digits and hyphens only")
      }
      return (entries.filter { $0.kind == .folder && !$0.name.hasPrefix(".") }.map(\.name), misnamed)
    } catch {
      return ([], [error.diagnostic()])
    }
  }
}
