internal import CasebookChecker
internal import CasebookReader
package import Diagnostics
internal import Files

/// Reads and checks the site, or the named cases of it; nothing is written.
package func check(root: String, slugs: [String] = []) throws -> [Diagnostic] {
  var library = try Library(root: root)
  library.pictures = PictureMemory(folder: WritableFolder("\(root)/.casebook/cache"), isKept: false)
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
