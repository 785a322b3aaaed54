package import Diagnostics

extension Style {
  /// Finds a style by its id: through old names, and through dependent styles to the independent one they stand for.
  ///
  ///     Style.resolve("vancouver", renamed: [:]) { id in bytes(of: "styles/\(id).csl") }  // nlm-citation-sequence
  ///
  /// `lookup` gives a style file's bytes; `renamed` is the repository's `renamed-styles.json`, over the old names known here.
  /// The id may be a whole address, `http://www.zotero.org/styles/apa`. Nil with a diagnostic when no file is found or one is broken.
  package static func resolve(
    _ id: String, renamed: [String: String] = [:], at location: SourceLocation? = nil, lookup: (String) -> [UInt8]?
  ) -> (Style?, [Diagnostic]) {
    var next = shortID(id)
    var seen: [String] = []
    while !seen.contains(next), seen.count < 8 {
      seen.append(next)
      guard let bytes = lookup(next) else {
        guard let name = renamed[next] ?? oldNames[next] else { break }
        next = name
        continue
      }
      let (style, diagnostics) = parse(bytes, file: next + ".csl")
      guard let style, let parent = style.parent else { return (style, diagnostics) }
      next = shortID(parent)
    }
    let explanation = seen.count > 1 ? "Looked for " + seen.map { "\"\($0)\"" }.joined(separator: ", then ") : nil
    return (
      nil,
      [Diagnostic(.error, "unknown-style", "\"\(id)\" is not a citation style that is installed", at: location, explanation: explanation)]
    )
  }

  /// The last part of an address without `.csl`.
  private static func shortID(_ id: String) -> String {
    let name = id.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(id[id.utf8.index(after: $0)...]) } ?? id
    return name.hasSuffix(".csl") ? String(name.dropLast(4)) : name
  }

  /// Names that the built-in styles had.
  private static let oldNames = [
    "vancouver": "nlm-citation-sequence", "vancouver-brackets": "nlm-citation-sequence-brackets",
    "vancouver-superscript": "nlm-citation-sequence-superscript", "national-library-of-medicine": "nlm-citation-sequence",
    "ama": "american-medical-association",
    "apa-7th": "apa", "apa-7th-edition": "apa",
  ]
}
