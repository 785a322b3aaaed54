/// Writes references in the formats that reference managers read.
package enum ReferenceWriter {
  /// A whole file; nil for PubMed's format, which only PubMed writes.
  ///
  ///     ReferenceWriter.write([balin], as: .ris)  // "TY  - JOUR\r\nID  - balin2012\r\n…"
  package static func write(_ references: [Reference], as format: ReferenceFormat) -> [UInt8]? {
    var out: [UInt8] = []
    out.reserveCapacity(600 * references.count)
    switch format {
    case .bibtex: for reference in references { BibTeXWriter.write(reference, to: &out) }
    case .ris: for reference in references { RISWriter.write(reference, to: &out) }
    case .cslJSON: CSLDataWriter.writeJSON(references, to: &out)
    case .cslYAML: CSLDataWriter.writeYAML(references, to: &out)
    case .nbib: return nil
    }
    return out
  }
}

extension Reference {
  /// Variables in the order in which a person looks for them, the less usual ones by name.
  var orderedVariables: [(key: String, value: String)] {
    variables.map { (rank: Self.rank[$0.key] ?? Int.max, key: $0.key, value: $0.value) }
      .sorted { ($0.rank, $0.key) < ($1.rank, $1.key) }
      .map { ($0.key, $0.value) }
  }

  private static let rank: [String: Int] = {
    let order = [
      "title", "title-short", "container-title", "container-title-short", "collection-title", "edition", "volume", "issue", "number",
      "page",
      "publisher", "publisher-place", "status", "DOI", "PMID", "PMCID", "URL",
    ]
    return Dictionary(uniqueKeysWithValues: zip(order, order.indices))
  }()

  var orderedNames: [(key: String, value: [Name])] {
    names.filter { !$0.value.isEmpty }.sorted { ($0.key == "author" ? "" : $0.key) < ($1.key == "author" ? "" : $1.key) }
  }

  var orderedDates: [(key: String, value: ReferenceDate)] {
    dates.sorted { ($0.key == "issued" ? "" : $0.key) < ($1.key == "issued" ? "" : $1.key) }
  }
}

extension [UInt8] {
  mutating func write(_ text: String) { append(contentsOf: text.utf8) }
  mutating func write(_ text: StaticString) { text.withUTF8Buffer { append(contentsOf: $0) } }

  /// A number with at least so many digits.
  mutating func write(_ number: Int, digits: Int) {
    let text = String(number.magnitude)
    if number < 0 { append(.hyphen) }
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: Swift.max(0, digits - text.utf8.count)))
    write(text)
  }
}
