package import Diagnostics

/// Reads and checks the site, or the named cases of it; nothing is written.
package func check(root: String, slugs: [String] = []) throws -> [Diagnostic] {
  let library = try Library(root: root)
  let chosen = slugs.isEmpty ? library.slugs : library.slugs.filter { slugs.contains($0) }
  return library.unknownCases(in: slugs) + library.diagnostics + chosen.flatMap { library.part($0).diagnostics }
}
