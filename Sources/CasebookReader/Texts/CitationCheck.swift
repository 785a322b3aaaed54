internal import CasebookModel
internal import Citations
internal import Diagnostics

/// Finds the reference of each citation: the case's own, else one that all cases share, which then becomes the case's.
struct CitationCheck {
  let shared: SharedReferences
  private(set) var references: [Reference]
  private(set) var diagnostics = [Diagnostic]()
  private var known: Set<String>
  private var reported = Set<String>()

  init(own references: [Reference], shared: SharedReferences) {
    self.references = references
    self.shared = shared
    known = Set(references.map(\.id))
  }

  /// The keys that no file shows; the first of many.
  private var generatedKeys: String? {
    let keys = (references + shared.references).filter(\.hasGeneratedKey).map { "@" + $0.id }
    guard !keys.isEmpty else { return nil }
    let more = keys.count > 20 ? " and \(keys.count - 20) more: casebook check lists them" : ""
    return "Entries without a key were given these: " + keys.prefix(20).joined(separator: ", ") + more + "."
  }

  mutating func check(_ contents: TextContents, at place: (_ line: Int) -> SourceLocation) {
    for (key, line) in contents.citations where !known.contains(key) {
      if let reference = shared.reference(key) {
        known.insert(key)
        references.append(reference)
      } else if reported.insert(key).inserted {
        let near = nearest(to: key, in: references.map(\.id) + shared.keys)
        diagnostics.append(
          Diagnostic(
            .error, "unknown-citation", "No reference has the key \"\(shortened(key))\"", at: place(line), explanation: generatedKeys,
            remedy: near.map { "did you mean \"@\($0)\"?" } ?? "add the reference, or write \\@ for a plain @"))
      }
    }
  }
}
