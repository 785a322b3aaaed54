package import Diagnostics

/// Finds sources that are listed under two keys.
package enum DuplicateReferences {
  /// Two references are the same source when DOI or PMID agree, or title, year and first surname.
  package static func check(_ references: [Reference]) -> [Diagnostic] {
    var first: [String: Int] = [:]
    var diagnostics: [Diagnostic] = []
    for (i, reference) in references.enumerated() {
      let marks = marks(of: reference)
      if let known = marks.compactMap({ first[$0] }).first {
        diagnostics.append(
          Diagnostic(
            .warning, "duplicate-reference", "References \"\(references[known].id)\" and \"\(reference.id)\" are the same source",
            at: reference.location, remedy: "keep one and cite it by one key",
            notes: [.init("first listed here", at: references[known].location)]))
      }
      for mark in marks where first[mark] == nil { first[mark] = i }
    }
    return diagnostics
  }

  private static func marks(of reference: Reference) -> [String] {
    var marks: [String] = []
    if let doi = reference.variables["DOI"] { marks.append("doi " + Verbatim.doi(doi).lowercased()) }
    if let pmid = reference.variables["PMID"] { marks.append("pmid " + pmid) }
    let title = PlainText.withoutTags(reference.variables["title"] ?? "").utf8
    let letters = title.lazy.filter { $0.isLetter || $0.isDigit || $0 >= 0x80 }.map(\.lowered)
    let words = String(decoding: Array(letters), as: UTF8.self)
    if words.utf8.count >= 16, let year = reference.dates["issued"]?.parts.first?.year {
      marks.append("title \(words) \(year) \(reference.type) \(reference.names["author"]?.first?.comparedFamily ?? "")")
    }
    return marks
  }
}
