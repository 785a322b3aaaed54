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
    self.site = site
    // Without the packages the program's own styles are all there is.
    system = try? SourceFiles(root: Self.systemFolder)
  }

  /// The processor for a style's id or path, in the site's language.
  ///
  /// A dependent style leads to its parent, an old id to today's. nil, with the reason, when there is no such style.
  package mutating func processor(for style: Located<String>, language: String) -> (processor: Processor?, diagnostics: [Diagnostic]) {
    var id = style.value
    var diagnostics: [Diagnostic] = []
    for _ in 0..<4 {
      guard let (bytes, file) = source(of: id) else {
        diagnostics.append(unknown(style))
        return (nil, diagnostics)
      }
      let (parsed, problems) = Style.parse(bytes, file: file)
      diagnostics += problems
      guard let parsed else { return (nil, diagnostics) }
      guard let parent = parsed.parent else {
        return (Processor(style: parsed, locales: locales(for: parsed.defaultLocale ?? Self.locale(of: language))), diagnostics)
      }
      id = parent.split(separator: "/").last.map(String.init) ?? parent
    }
    diagnostics.append(
      Diagnostic(.error, "invalid-style", "Style \"\(style.value)\" leads to another style again and again", at: style.location))
    return (nil, diagnostics)
  }

  /// The ids of the styles inside the program.
  package static var builtIn: [String] {
    EmbeddedResources.paths(in: .styles).map { String($0.dropFirst("styles/".count).dropLast(".csl".count)) }
  }

  private mutating func source(of id: String) -> (bytes: [UInt8], file: String)? {
    if id.hasSuffix(".csl") {
      let path = "content/\(id)"
      // A style that cannot be read is reported as unknown, with the ways to name one.
      return (try? site.read(path, limit: 10_000_000)).map { ($0, path) }
    }
    let today = renamedStyles[id] ?? id
    if let bytes = EmbeddedResources.bytes("styles/\(today).csl") { return (bytes, "\(today).csl") }
    for path in ["styles/\(today).csl", "styles/dependent/\(today).csl"] {
      // As above.
      if let bytes = try? system?.read(path, limit: 10_000_000) { return (bytes, "\(today).csl") }
    }
    return nil
  }

  private mutating func locales(for language: String) -> [Locale] {
    Locale.fallbackChain(for: language).compactMap { name in
      let path = "locales/locales-\(name).xml"
      // A locale that is not there is passed over: that is what the chain is for.
      guard let bytes = EmbeddedResources.bytes(path) ?? (try? system?.read(path, limit: 10_000_000)) else { return nil }
      return Locale.parse(bytes, file: path).0
    }
  }

  private func unknown(_ style: Located<String>) -> Diagnostic {
    let near = nearest(to: style.value, in: Self.builtIn).map { "did you mean \"\($0)\"?" }
    let others =
      "name one of \(Self.builtIn.joined(separator: ", ")), a .csl file in content/styles, or install citation-style-language-styles"
    return Diagnostic(
      .error, "unknown-style", "There is no citation style \"\(style.value)\"", at: style.location, remedy: near ?? others)
  }

  /// "en" as the locale "en-US".
  private static func locale(of language: String) -> String { language == "en" ? "en-US" : language }
}

/// Ids that the official collection gave up, and what stands for them today.
private let renamedStyles = [
  "ama": "american-medical-association", "vancouver": "nlm-citation-sequence", "vancouver-brackets": "nlm-citation-sequence-brackets",
  "vancouver-superscript": "nlm-citation-sequence-superscript", "nlm": "nlm-citation-sequence", "apa-7": "apa",
]
