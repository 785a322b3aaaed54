internal import CasebookChecker
internal import CasebookReader
internal import Citations
package import Diagnostics
internal import Files

/// Reads and checks the site, or the named cases of it; nothing is written. `among`: of them only these, where they still are.
package func check(root: String, slugs: [String] = [], among: Set<String>? = nil) throws -> [Diagnostic] {
  var library = try Library(root: root)
  library.pictures = PictureMemory(folder: WritableFolder("\(root)/.casebook/cache"), isKept: false)
  let chosen = library.slugs.filter { (slugs.isEmpty || slugs.contains($0)) && (among?.contains($0) ?? true) }
  var diagnostics = library.unknownCases(in: slugs) + library.diagnostics
  var entries: [LibraryEntry] = []
  for slug in chosen {
    let part = library.part(slug)
    diagnostics += part.diagnostics + library.loosePictures(in: slug, shownBy: part.case)
    guard let found = part.case else { continue }
    diagnostics += generatedKeys(of: found.references)
    entries.append(LibraryEntry(found))
  }
  return diagnostics + library.checker.check(entries)
}

/// For each file of references the keys that its entries were given, so that an author can cite them.
private func generatedKeys(of references: [Reference]) -> [Diagnostic] {
  var keys: [String: [String]] = [:]
  for reference in references where reference.hasGeneratedKey {
    keys[reference.location?.file ?? "", default: []].append("@" + reference.id)
  }
  return keys.sorted { $0.key < $1.key }.map { file, keys in
    Diagnostic(
      .info, "generated-reference-keys", "Entries without a key are cited as \(keys.joined(separator: ", "))",
      at: SourceLocation(file: file))
  }
}
