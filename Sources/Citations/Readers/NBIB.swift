internal import Diagnostics

/// PubMed's format, also called MEDLINE.
///
/// Source of the tags: "MEDLINE/PubMed Data Element (Field) Descriptions", National Library of Medicine.
enum NBIB {
  /// The entries of a `.nbib` file as references.
  ///
  ///     PMID- 22431912 / FAU - Balin, Samuel J / TA  - Arch Dermatol / DP  - 2012 Apr / PG  - 455-62
  ///     → id "pmid22431912", given name in full, page "455-62"
  static func read(_ source: inout ReferenceSource) -> [Reference] {
    var keys = GeneratedKeys()
    return entries(&source).map { entry in
      var item = NBIBItem(entry: entry)
      var reference = item.read()
      reference.location = source.location(at: entry.offset)
      reference.id = keys.key(for: reference)
      reference.hasGeneratedKey = true
      return reference
    }
  }

  /// An entry starts with `PMID`, or after a blank line.
  private static func entries(_ source: inout ReferenceSource) -> [TaggedEntry] {
    var lines = TaggedLines(source.bytes, dialect: .nbib)
    var entries: [TaggedEntry] = []
    var isAfterBlank = true
    while let line = lines.next() {
      switch line {
      case .blank: isAfterBlank = true
      case .other(let offset):
        source.add(.error, "nbib-syntax", "Line has no tag and continues none", at: offset, remedy: "export the entry again from PubMed")
      case .tagged(let line):
        let isCut = line.tag == "PMID" && entries.last?.lines.isEmpty == false
        if entries.isEmpty || isCut || (isAfterBlank && entries.last?.first("PMID") == nil) {
          entries.append(TaggedEntry(offset: line.offset))
        }
        isAfterBlank = false
        entries[entries.count - 1].lines.append(line)
      }
    }
    return entries
  }
}
