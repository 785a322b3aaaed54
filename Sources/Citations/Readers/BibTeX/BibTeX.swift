internal import Diagnostics

/// BibTeX and BibLaTeX.
enum BibTeX {
  /// The entries of a `.bib` file as references.
  ///
  ///     @article{balin2012, author = {Balin, Samuel J.}, journal = "Arch " # "Dermatol", year = 2012}
  ///     → id "balin2012", type "article-journal", container-title "Arch Dermatol", issued 2012
  static func read(_ source: inout ReferenceSource) -> [Reference] {
    var parser = BibTeXParser(source: source)
    parser.parseFile()
    source = parser.source
    var inheritance = BibTeXInheritance(entries: parser.entries, size: source.bytes.count)
    var references: [Reference] = []
    references.reserveCapacity(parser.entries.count)
    for index in parser.entries.indices where parser.entries[index].type != "xdata" {
      let entry = inheritance.resolved(index, &source)
      var item = BibTeXItem(entry: entry, location: source.location(at: entry.offset, length: entry.key.unicodeScalars.count))
      references.append(item.read(&source))
    }
    return references
  }
}

/// An entry as written: field values are LaTeX.
struct BibTeXEntry {
  /// In lower case.
  var type: String
  var key: String
  /// Where the key stands.
  var offset: Int
  /// By name in lower case.
  var fields: [String: BibTeXField] = [:]
}

/// A field's value with its macros expanded, and where it stands.
struct BibTeXField {
  var value: ArraySlice<UInt8>
  var offset: Int
}
