internal import CasebookChecker
package import Diagnostics

/// Reads and checks the site, or the named cases of it; nothing is written.
package func check(root: String, slugs: [String] = []) throws -> [Diagnostic] {
  let library = try Library(root: root)
  let chosen = slugs.isEmpty ? library.slugs : library.slugs.filter { slugs.contains($0) }
  var diagnostics = library.unknownCases(in: slugs) + library.diagnostics
  var entries: [LibraryEntry] = []
  for slug in chosen {
    let part = library.part(slug)
    diagnostics += part.diagnostics
    if let found = part.case { entries.append(LibraryEntry(found)) }
  }
  return diagnostics + library.checker.check(entries)
}
