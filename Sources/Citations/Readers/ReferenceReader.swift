package import DataFormats
package import Diagnostics

/// Reads the files that reference managers and databases write.
package enum ReferenceReader {
  /// The references of a file, in its order, and what is wrong with it.
  ///
  ///     ReferenceReader.read(Array("@book{smith, title = {Feet}, year = 2020}".utf8), file: "references.bib").references[0].id  // "smith"
  ///
  /// The ending of the name decides the format, unless the first characters show another one. An entry that cannot be read is an error,
  /// and the others stay.
  package static func read(_ bytes: [UInt8], file: String) -> (references: [Reference], diagnostics: [Diagnostic]) {
    guard let format = ReferenceFormat(content: bytes) ?? ReferenceFormat(file: file) else {
      if !bytes.contains(where: { $0 > 0x20 }) { return ([], []) }
      return ([], [unknownFormat(file)])
    }
    return read(bytes, as: format, file: file)
  }

  /// As `read(_:file:)`, for a format that is known.
  package static func read(
    _ bytes: [UInt8], as format: ReferenceFormat, file: String
  ) -> (references: [Reference], diagnostics: [Diagnostic]) {
    var (source, isReadable) = ReferenceSource.decode(bytes, file: file)
    guard isReadable else { return ([], source.diagnostics) }
    var references: [Reference]
    switch format {
    case .bibtex: references = BibTeX.read(&source)
    case .ris: references = RIS.read(&source)
    case .nbib: references = NBIB.read(&source)
    case .cslJSON: references = readNodes(&source, parsed: JSON.parse(source.bytes, file: file))
    case .cslYAML: references = readNodes(&source, parsed: YAML.parse(source.bytes, file: file))
    }
    removeDoubleKeys(from: &references, &source)
    return (references, source.finish())
  }

  /// The references of CSL-JSON or CSL-YAML that was parsed before.
  package static func read(_ items: [Node]) -> [Reference] {
    guard let first = items.first else { return [] }
    var diagnostics: [Diagnostic] = []
    return CSLData.read(Node(.sequence(items), at: first.location), &diagnostics)
  }

  private static func readNodes(_ source: inout ReferenceSource, parsed: (node: Node?, diagnostics: [Diagnostic])) -> [Reference] {
    source.diagnostics += parsed.diagnostics
    guard let node = parsed.node else { return [] }
    return CSLData.read(node, &source.diagnostics)
  }

  /// Keeps the first of several entries with one key.
  private static func removeDoubleKeys(from references: inout [Reference], _ source: inout ReferenceSource) {
    var first: [String: SourceLocation?] = [:]
    first.reserveCapacity(references.count)
    references.removeAll { reference in
      guard let known = first[reference.id] else {
        first[reference.id] = .some(reference.location)
        return false
      }
      source.add(
        Diagnostic(
          .error, "duplicate-reference-key", "Reference key \"\(reference.id)\" is used twice", at: reference.location,
          remedy: "give one of the two entries another key", notes: [.init("first used here", at: known)]))
      return true
    }
  }

  private static func unknownFormat(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "unknown-reference-format", "\"\(file)\" is in no known format of references", at: SourceLocation(file: file),
      explanation: "Casebook reads BibTeX and BibLaTeX (.bib), RIS (.ris), PubMed (.nbib), CSL-JSON (.json) and CSL-YAML (.yaml).",
      remedy: "export the references in one of these formats")
  }
}
