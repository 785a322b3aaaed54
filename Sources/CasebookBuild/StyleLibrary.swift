package import Citations
package import Diagnostics
package import Files

/// Where citation styles and locales come from: the site's own files, the program, and Debian's packages where they are installed.
package struct StyleLibrary: Sendable {
  private var site: SourceFiles
  private var system: SourceFiles?

  /// Debian's `citation-style-language-styles` and `-locales` put their files below this folder.
  package static let systemFolder = "/usr/share/citation-style-language"

  package init(site: SourceFiles) {
    self.site = site.withoutReads()
    // Without the packages the program's own styles are all there is.
    system = try? SourceFiles(root: Self.systemFolder)
  }

  /// What was asked of the site's folder, and of the system's.
  var reads: (site: [SourceFiles.Read], system: [SourceFiles.Read]) { (site.reads, system?.reads ?? []) }

  /// The processor for a style's id, or for the path of a `.csl` file below `content/`, in the site's language.
  ///
  /// A dependent style leads to its parent, an old id to today's. nil, with the reason, when there is no such style.
  package mutating func processor(for style: Located<String>, language: String) -> (processor: Processor?, diagnostics: [Diagnostic]) {
    var (found, diagnostics) = read(style)
    for index in diagnostics.indices where diagnostics[index].rule == "unknown-style" {
      diagnostics[index].remedy = diagnostics[index].remedy ?? Self.remedy(for: style.value)
    }
    guard let style = found else { return (nil, diagnostics) }
    return (Processor(style: style, locales: locales(for: style.defaultLocale ?? (language == "en" ? "en-US" : language))), diagnostics)
  }

  private mutating func read(_ style: Located<String>) -> (style: Style?, diagnostics: [Diagnostic]) {
    guard style.value.hasSuffix(".csl") else { return resolve(style) }
    let path = "content/\(style.value)"
    do throws(FileProblem) {
      let (parsed, diagnostics) = Style.parse(try site.read(path, limit: Self.greatestFile), file: path)
      guard let parent = parsed?.parent else { return (parsed, diagnostics) }
      return resolve(Located(parent, at: style.location))
    } catch {
      return (nil, [error.diagnostic("unknown-style", at: style.location)])
    }
  }

  private mutating func resolve(_ style: Located<String>) -> (style: Style?, diagnostics: [Diagnostic]) {
    var system = system
    defer { self.system = system }
    return Style.resolve(style.value, at: style.location) { id in
      if let bytes = EmbeddedResources.bytes("styles/\(id).csl") { return bytes }
      for path in ["styles/\(id).csl", "styles/dependent/\(id).csl"] {
        // Not there: the next place is tried.
        if let bytes = try? system?.read(path, limit: Self.greatestFile) { return bytes }
      }
      return nil
    }
  }

  private static func remedy(for id: String) -> String {
    nearest(to: id, in: builtIn).map { "did you mean \"\($0)\"?" }
      ?? "name one of \(builtIn.joined(separator: ", ")), a .csl file below content/, or install citation-style-language-styles"
  }

  private static let greatestFile = 10_000_000

  /// The ids of the styles inside the program.
  package static var builtIn: [String] {
    EmbeddedResources.paths(in: .styles).map { String($0.dropFirst("styles/".count).dropLast(".csl".count)) }
  }

  private mutating func locales(for language: String) -> [Locale] {
    Locale.fallbackChain(for: language).compactMap { name in
      let path = "locales/locales-\(name).xml"
      // A locale that is not there is passed over: that is what the chain is for.
      guard let bytes = EmbeddedResources.bytes(path) ?? (try? system?.read(path, limit: Self.greatestFile)) else { return nil }
      return Locale.parse(bytes, file: path).0
    }
  }
}
