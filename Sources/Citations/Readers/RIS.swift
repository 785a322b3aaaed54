internal import Diagnostics

/// RIS, in the dialect of its specification and in that of reference managers.
///
/// Sources: "RIS Format Specifications" (Reference Manager, 2011) for `T2`, `DA`, `A1`; the older list, still written by publishers, for `JO`, `JF`,
/// `JA`, `Y1`, `T1`.
enum RIS {
  /// The entries of a `.ris` file as references.
  ///
  ///     TY  - JOUR / AU  - Balin, Samuel J. / JO  - Arch Dermatol / PY  - 2012 / SP  - 455 / EP  - 462 / ER  -
  ///     → id "balin2012", type "article-journal", page "455-462"
  static func read(_ source: inout ReferenceSource) -> [Reference] {
    var keys = GeneratedKeys()
    return entries(&source).map { entry in
      var item = RISItem(entry: entry)
      var reference = item.read()
      reference.location = source.location(at: entry.offset)
      let written = entry.first("ID")
      reference.id = keys.key(for: reference, written: written)
      reference.hasGeneratedKey = reference.id != written
      return reference
    }
  }

  private static func entries(_ source: inout ReferenceSource) -> [TaggedEntry] {
    var lines = TaggedLines(source.bytes, dialect: .ris)
    var entries: [TaggedEntry] = []
    var entry: TaggedEntry?
    while let line = lines.next() {
      switch line {
      case .blank: break
      case .other(let offset): source.add(.error, "ris-syntax", "Line is in no RIS entry and has no tag", at: offset)
      case .tagged(let line):
        switch line.tag {
        case "TY":
          if let open = entry {
            source.add(.warning, "ris-syntax", "RIS entry has no end before this one: \"ER  -\" expected", at: line.offset)
            entries.append(open)
          }
          entry = TaggedEntry(offset: line.offset, lines: [line])
        case "ER":
          if let ended = entry { entries.append(ended) } else { source.add(.error, "ris-syntax", "\"ER\" ends no entry", at: line.offset) }
          entry = nil
        default:
          if entry == nil {
            source.add(
              .error, "ris-syntax", "RIS entry does not start with its type", at: line.offset, remedy: "put \"TY  - JOUR\" before it")
            entry = TaggedEntry(offset: line.offset)
          }
          entry?.lines.append(line)
        }
      }
    }
    if let open = entry {
      source.add(.warning, "ris-syntax", "RIS entry has no end: \"ER  -\" expected", at: open.offset)
      entries.append(open)
    }
    return entries
  }
}
