internal import CasebookModel
internal import DataFormats
internal import Diagnostics
internal import Markdown

/// What the readers of a file's parts need to know beside the node they read.
struct Context: Sendable {
  /// The folder that the file's paths are relative to.
  let folder: String
  let site: Site

  var markdown: Document.Options { Document.Options(rawHTML: site.allowsRawHTML) }

  /// A path that the file names, relative to the site's folder.
  func path(_ text: Located<String>, _ diagnostics: inout [Diagnostic]) -> Located<String>? {
    if let path = SourcePath.resolve(text.value, in: folder) { return Located(path, at: text.location) }
    diagnostics.append(
      Diagnostic(
        .error, "invalid-path", "\"\(shortened(text.value))\" is not a path inside the site's folder", at: text.location,
        remedy: "copy the file into the case's folder and write its path relative to this file, with \"/\""))
    return nil
  }
}

extension Fields {
  /// A text with inline Markdown.
  mutating func richText(_ key: String, _ context: Context) -> RichText? { text(key).map { rich($0, context) } }

  mutating func rich(_ text: Located<String>, _ context: Context) -> RichText {
    let (inlines, problems) = Inline.parse(text.value, at: text.location, options: context.markdown)
    diagnostics += problems
    return RichText(inlines, source: text)
  }

  /// A file that the key names, as a path relative to the site's folder.
  mutating func path(_ key: String, _ context: Context) -> Located<String>? {
    text(key).flatMap { context.path($0, &diagnostics) }
  }

  /// The entries of a mapping whose keys the author chooses.
  mutating func entries(_ key: String) -> [Node.Entry] {
    guard let node = node(key) else { return [] }
    guard let entries = node.entries else {
      diagnostics.append(.wrongType(expected: "keys and values", node, key: key))
      return []
    }
    return entries
  }
}

/// Keeps the first of several values with one id and reports the others.
func withoutDuplicates<Value>(_ values: [Value], _ name: String, _ id: (Value) -> Located<String>, _ diagnostics: inout [Diagnostic])
  -> [Value]
{
  var first = [String: SourceLocation]()
  var kept = [Value]()
  for value in values {
    let id = id(value)
    if let known = first[id.value] {
      diagnostics.append(
        Diagnostic(
          .error, "duplicate-id", "\(name) \"\(id.value)\" is defined twice", at: id.location, remedy: "give one of them another id",
          notes: [.init("first defined here", at: known)]))
    } else {
      first[id.value] = id.location
      kept.append(value)
    }
  }
  return kept
}

extension Diagnostic {
  /// `No figure has the id "foot-2"`, with the nearest id that there is.
  static func dangling(_ kind: String, _ id: Located<String>, in ids: [String]) -> Diagnostic {
    Diagnostic(
      .error, "unknown-\(kind)", "No \(kind) has the id \"\(shortened(id.value))\"", at: id.location,
      remedy: remedy(for: id.value, kind, in: ids))
  }

  private static func remedy(for id: String, _ kind: String, in ids: [String]) -> String {
    if let near = nearest(to: id, in: ids) { return "did you mean \"\(near)\"?" }
    if ids.isEmpty { return "define \(kind == "affiliation" ? "an" : "a") \(kind) with this id in case.yaml" }
    return "use one of \(ids.prefix(12).joined(separator: ", "))\(ids.count > 12 ? ", …" : "")"
  }
}
