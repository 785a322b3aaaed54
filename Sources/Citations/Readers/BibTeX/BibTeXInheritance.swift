internal import Diagnostics

/// Gives entries what they inherit through `crossref` and `xdata`.
struct BibTeXInheritance {
  private var entries: [BibTeXEntry]
  private var index: [String: Int] = [:]
  private var isResolved: [Bool]
  /// Bytes that may still be inherited, so that many entries with one huge parent cannot fill the memory.
  private var budget: Int

  private static let maximumDepth = 20

  init(entries: [BibTeXEntry], size: Int) {
    self.entries = entries
    isResolved = Array(repeating: false, count: entries.count)
    budget = 8 * size + 1_000_000
    for (i, entry) in entries.enumerated() where index[entry.key] == nil { index[entry.key] = i }
  }

  /// The entry with the fields of its parents.
  ///
  ///     @proceedings{p, title = {Congress}, year = 2020}  @inproceedings{a, crossref = {p}, title = {Talk}}
  ///     → a has booktitle "Congress" and year 2020
  mutating func resolved(_ i: Int, _ source: inout ReferenceSource) -> BibTeXEntry {
    resolve(i, depth: 0, &source)
    return entries[i]
  }

  private mutating func resolve(_ i: Int, depth: Int, _ source: inout ReferenceSource) {
    guard !isResolved[i] else { return }
    isResolved[i] = true
    for relation in ["xdata", "crossref"] {
      guard let field = entries[i].fields[relation] else { continue }
      for parent in parents(named: field, of: entries[i].key, &source) {
        guard depth < Self.maximumDepth, parent != i else {
          source.add(.error, "bibtex-crossref", "Entry \"\(entries[i].key)\" inherits in a circle or too deeply", at: field.offset)
          return
        }
        resolve(parent, depth: depth + 1, &source)
        inherit(from: parent, to: i, isData: relation == "xdata", at: field.offset, &source)
      }
    }
  }

  private func parents(named field: BibTeXField, of key: String, _ source: inout ReferenceSource) -> [Int] {
    field.value.split(separator: .comma).prefix(100).compactMap { name in
      let name = String(decoding: name.trimmingBlanks, as: UTF8.self)
      if let parent = index[name] { return parent }
      let meant = nearest(to: name, in: index.count < 1_000 ? index.keys.sorted() : [])
      source.add(
        .error, "bibtex-crossref", "Entry \"\(key)\" inherits from \"\(name)\", which is not in the file", at: field.offset,
        remedy: meant.map { "did you mean \"\($0)\"?" })
      return nil
    }
  }

  private mutating func inherit(from parent: Int, to i: Int, isData: Bool, at offset: Int, _ source: inout ReferenceSource) {
    let type = entries[i].type
    let parentType = entries[parent].type
    for (name, field) in entries[parent].fields.sorted(by: { $0.key < $1.key }) {
      guard isData || !Self.notInherited.contains(name) else { continue }
      if name == "date" || name == "year", entries[i].fields["date"] != nil || entries[i].fields["year"] != nil { continue }
      let target = isData ? name : Self.target(of: name, from: parentType, in: type)
      guard let target, entries[i].fields[target] == nil else { continue }
      budget -= field.value.count
      guard budget >= 0 else {
        source.add(.error, "bibtex-crossref", "Entry \"\(entries[i].key)\" inherits more than the file can hold", at: offset)
        return
      }
      entries[i].fields[target] = field
    }
  }

  /// Where BibLaTeX puts a parent's field: the title of a book is the `booktitle` of its chapters. Nil: it is not inherited.
  private static func target(of name: String, from parent: String, in type: String) -> String? {
    let isPart = type.hasPrefix("in") || type == "conference" || type.hasPrefix("supp")
    switch name {
    case "title" where type == "article" || parent == "periodical": return "journaltitle"
    case "title" where isPart: return "booktitle"
    case "subtitle" where isPart: return "booksubtitle"
    case "titleaddon" where isPart: return "booktitleaddon"
    case "author" where isPart && parent != "inbook": return type == "inbook" || type == "incollection" ? "bookauthor" : nil
    case "title", "subtitle", "titleaddon", "shorttitle": return nil
    default: return name
    }
  }

  private static let notInherited: Set<String> = [
    "abstract", "annotation", "annote", "crossref", "doi", "eid", "entryset", "execute", "file", "ids", "keywords", "label", "note",
    "options",
    "pages", "presort", "related", "relatedtype", "shorthand", "sortkey", "url", "urldate", "xdata", "xref",
  ]
}

extension ArraySlice<UInt8> {
  var trimmingBlanks: ArraySlice<UInt8> {
    guard let first = firstIndex(where: { !$0.isBlank }), let last = lastIndex(where: { !$0.isBlank }) else { return [] }
    return self[first...last]
  }
}
