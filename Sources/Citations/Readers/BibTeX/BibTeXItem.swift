internal import Diagnostics

/// Turns an entry into a reference.
struct BibTeXItem {
  let entry: BibTeXEntry
  private var reference: Reference

  init(entry: BibTeXEntry, location: SourceLocation) {
    self.entry = entry
    reference = Reference(id: entry.key, type: "document", location: location)
  }

  mutating func read(_ source: inout ReferenceSource) -> Reference {
    reference.type = type
    for (field, variable) in BibTeXTables.variables { set(variable, from: field, &source) }
    for (field, variable) in BibTeXTables.names { setNames(variable, from: field, &source) }
    setTitles(&source)
    setNumbers(&source)
    setPublisher(&source)
    setAddresses()
    setDates(&source)
    if let language = reference.variables["language"] { reference.variables["language"] = Language.code(of: language) }
    return reference
  }

  private var type: String {
    if entry.type == "article" {
      switch plain("entrysubtype") {
      case "magazine": return "article-magazine"
      case "newspaper": return "article-newspaper"
      default: return "article-journal"
      }
    }
    if entry.type == "misc", entry.fields["url"] != nil, entry.fields["publisher"] == nil, entry.fields["eprint"] == nil {
      return "webpage"
    }
    return BibTeXTables.types[entry.type] ?? "document"
  }

  /// The journal itself numbers by volume and number; books have a number in a series.
  private var isInJournal: Bool { reference.type.hasPrefix("article") || reference.type == "periodical" || reference.type == "review" }

  // MARK: Text

  private func text(_ field: String, protectsCase: Bool = false, _ source: inout ReferenceSource) -> String? {
    guard let value = entry.fields[field]?.value else { return nil }
    let (text, unknown) = LaTeX.read(value, protectsCase: protectsCase)
    for command in unknown {
      source.add(
        .warning, "latex-command", "LaTeX command \"\\\(command.name)\" is not known in field \"\(field)\" of entry \"\(entry.key)\"",
        at: entry.fields[field]?.offset ?? entry.offset, remedy: "write the character itself")
    }
    return text.isEmpty ? nil : text
  }

  /// A short field that is compared with words of the format, in lower case.
  private func plain(_ field: String) -> String? {
    entry.fields[field].map { LaTeX.read($0.value).text.lowercased() }
  }

  private mutating func set(_ variable: String, from field: String, _ source: inout ReferenceSource) {
    guard reference.variables[variable] == nil, let text = text(field, &source) else { return }
    reference.variables[variable] = text
  }

  private mutating func setTitles(_ source: inout ReferenceSource) {
    for (variable, stem) in [("title", ""), ("container-title", "journal"), ("container-title", "book"), ("container-title", "main")] {
      let field = stem == "journal" && entry.fields["journaltitle"] == nil ? "journal" : stem + "title"
      guard reference.variables[variable] == nil, var title = text(field, protectsCase: stem != "journal", &source) else { continue }
      if let subtitle = text(stem + "subtitle", protectsCase: true, &source) {
        title += (title.utf8.last.map { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "!") } ?? false ? " " : ": ") + subtitle
      }
      reference.variables[variable] = title
    }
  }

  private mutating func setNumbers(_ source: inout ReferenceSource) {
    let number = text("number", &source)
    if isInJournal {
      reference.variables["issue"] = text("issue", &source) ?? number
    } else if let number {
      reference.variables[reference.variables["collection-title"] == nil ? "number" : "collection-number"] = number
    }
    if let pages = text("pages", &source) ?? text("eid", &source) { reference.variables["page"] = PageRange.normalized(pages) }
  }

  private mutating func setPublisher(_ source: inout ReferenceSource) {
    for field in ["publisher", "institution", "school", "organization", "howpublished"] where reference.variables["publisher"] == nil {
      guard let text = text(field, &source) else { continue }
      let isAddress = field == "howpublished" && (text.hasPrefix("http") || text.hasPrefix("www."))
      if isAddress { reference.variables["URL"] = text } else { reference.variables["publisher"] = text }
    }
    if entry.type == "phdthesis", reference.variables["genre"] == nil { reference.variables["genre"] = "PhD thesis" }
    if entry.type == "mastersthesis", reference.variables["genre"] == nil { reference.variables["genre"] = "Master’s thesis" }
    if let genre = reference.variables["genre"], let name = BibTeXTables.genres[genre] { reference.variables["genre"] = name }
  }

  /// Fields that are not LaTeX: `_` and `%` mean themselves.
  private mutating func setAddresses() {
    for (field, variable) in [("doi", "DOI"), ("url", "URL"), ("pmid", "PMID"), ("pmcid", "PMCID")] {
      guard let value = entry.fields[field]?.value else { continue }
      let text = Verbatim.text(value)
      if !text.isEmpty { reference.variables[variable] = field == "doi" ? Verbatim.doi(text) : text }
    }
    guard let eprint = entry.fields["eprint"].map({ Verbatim.text($0.value) }), !eprint.isEmpty else { return }
    switch plain("eprinttype") ?? plain("archiveprefix") ?? "arxiv" {
    case "pubmed", "pmid": reference.variables["PMID"] = eprint
    case "pmc", "pmcid": reference.variables["PMCID"] = eprint
    case "arxiv":
      reference.variables["number"] = eprint.hasPrefix("arXiv:") ? eprint : "arXiv:" + eprint
      if reference.variables["URL"] == nil, reference.variables["DOI"] == nil {
        reference.variables["URL"] = "https://arxiv.org/abs/" + eprint
      }
    default: reference.variables["archive_location"] = eprint
    }
  }

  // MARK: Names and dates

  private mutating func setNames(_ variable: String, from field: String, _ source: inout ReferenceSource) {
    guard let value = entry.fields[field] else { return }
    let (names, hasOthers) = BibTeXNames.read(value.value)
    if !names.isEmpty { reference.names[variable, default: []] += names }
    if hasOthers {
      source.add(
        .warning, "names-cut-short", "Field \"\(field)\" of entry \"\(entry.key)\" ends with \"and others\"", at: value.offset,
        remedy: "list all names: the style shortens the list")
    }
  }

  private mutating func setDates(_ source: inout ReferenceSource) {
    for (field, variable) in [("date", "issued"), ("urldate", "accessed"), ("origdate", "original-date"), ("eventdate", "event-date")] {
      // Not LaTeX: "2012~" is a doubt, no blank.
      guard let value = entry.fields[field]?.value, !value.isEmpty else { continue }
      reference.dates[variable] = DateText.read(String(decoding: value, as: UTF8.self))
    }
    guard reference.dates["issued"] == nil, let year = text("year", &source) else { return }
    var date = DateText.read(year)
    if let month = text("month", &source), date.literal == nil, date.parts.count == 1 {
      DateText.add(month: month, day: text("day", &source), to: &date)
    }
    reference.dates["issued"] = date
  }
}
