package import Diagnostics

/// Reads and checks the site, or the named cases of it; nothing is written.
package func check(root: String, slugs: [String] = []) throws -> [Diagnostic] {
  let library = try Library(root: root)
  let unknown = slugs.filter { !library.slugs.contains($0) }.map { slug in
    Diagnostic(
      .error, "unknown-case", "There is no case \"\(slug)\"",
      remedy: nearest(to: slug, in: library.slugs).map { "did you mean \"\($0)\"?" } ?? "name a folder of content/cases")
  }
  let chosen = slugs.isEmpty ? library.slugs : library.slugs.filter { slugs.contains($0) }
  return unknown + library.diagnostics + chosen.flatMap { library.part($0).diagnostics }
}
