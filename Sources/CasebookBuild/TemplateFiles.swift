internal import Diagnostics
internal import Files
internal import Hashing
internal import Templates

/// The built-in templates and assets, with the site's own in their places.
enum TemplateFiles {
  /// Templates by name (`case` for `case.html`) and their fingerprints, and the files of `assets/`, fonts included, by file name.
  struct Found {
    var templates: TemplateSet
    var fingerprints: [String: ContentHash]
    var assets: [String: [UInt8]]
  }

  static func read(_ files: inout SourceFiles) -> (found: Found, diagnostics: [Diagnostic]) {
    var sources: [String: [UInt8]] = [:]
    var assets: [String: [UInt8]] = [:]
    var diagnostics: [Diagnostic] = []
    for path in EmbeddedResources.paths(in: .templates) { sources[path] = EmbeddedResources.bytes(path) }
    for path in EmbeddedResources.paths(in: .fonts) { assets[String(path.dropFirst("fonts/".count))] = EmbeddedResources.bytes(path) }
    for folder in ["", "assets/"] {
      for (name, bytes) in own(folder, &files, &diagnostics) { sources[folder + name] = bytes }
    }
    var templates: [String: Template] = [:]
    var fingerprints: [String: ContentHash] = [:]
    for (path, bytes) in sources.sorted(by: { $0.key < $1.key }) {
      if path.hasPrefix("assets/") {
        assets[String(path.dropFirst("assets/".count))] = bytes
      } else if path.hasSuffix(".html") {
        let (template, problems) = Template.parse(bytes, file: "templates/\(path)")
        diagnostics += problems
        fingerprints[String(path.dropLast(".html".count))] = ContentHash(of: bytes)
        templates[String(path.dropLast(".html".count))] = template
      }
    }
    let set = TemplateSet(templates)
    return (Found(templates: set, fingerprints: fingerprints, assets: assets), diagnostics + set.diagnostics)
  }

  /// The files of one of the site's own template folders; a site without that folder has none.
  private static func own(_ folder: String, _ files: inout SourceFiles, _ diagnostics: inout [Diagnostic]) -> [(String, [UInt8])] {
    let path = folder.isEmpty ? "templates" : "templates/" + folder.dropLast()
    guard files.status(of: path) != nil else { return [] }
    do throws(FileProblem) {
      var found: [(String, [UInt8])] = []
      for entry in try files.list(path) where entry.kind == .file && !entry.name.hasPrefix(".") {
        found.append((entry.name, try files.read("\(path)/\(entry.name)", limit: 20_000_000)))
      }
      return found
    } catch {
      diagnostics.append(error.diagnostic())
      return []
    }
  }
}
