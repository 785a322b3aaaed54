/// Turns an entry of a PubMed file into a reference.
struct NBIBItem {
  let entry: TaggedEntry
  private var reference = Reference(id: "", type: "article-journal")

  init(entry: TaggedEntry) { self.entry = entry }

  mutating func read() -> Reference {
    let isBook = entry.first("JT", "TA") == nil && entry.first("BTI") != nil
    if isBook { reference.type = entry.first("TI") == nil ? "book" : "chapter" }
    set("title", entry.first("TI", "BTI").map(Self.withoutPeriod))
    set("container-title", entry.first("JT") ?? (reference.type == "chapter" ? entry.first("BTI") : entry.first("TA")))
    set("container-title-short", entry.first("TA"))
    set("volume", entry.first("VI"))
    set("issue", entry.first("IP"))
    set("page", entry.first("PG").map(PageRange.normalized))
    set("publisher", entry.first("PB"))
    set("publisher-place", entry.first("PL").flatMap { isBook ? $0 : nil })
    set("abstract", entry.first("AB"))
    set("language", entry.first("LA").map(Language.code))
    set("ISSN", entry.all("IS").first.map { String($0.prefix { $0 != " " }) })
    let keywords = entry.all("OT")
    set("keyword", keywords.isEmpty ? nil : keywords.joined(separator: ", "))
    setIdentifiers()
    setNames()
    setDates()
    if entry.all("PT").contains("Retracted Publication") || entry.first("RIN") != nil { set("retracted", "true") }
    return reference
  }

  private mutating func set(_ variable: String, _ value: String?) {
    if let value, !value.isEmpty, reference.variables[variable] == nil { reference.variables[variable] = value }
  }

  /// `LID` and `AID` hold several identifiers, each with its kind in brackets.
  private mutating func setIdentifiers() {
    set("PMID", entry.first("PMID"))
    set("PMCID", entry.first("PMC"))
    for identifier in entry.all("LID", "AID") {
      if identifier.hasSuffix("[doi]") { set("DOI", Verbatim.doi(String(identifier.dropLast(5).prefix { $0 != " " }))) }
      // An article number stands where the pages would.
      if identifier.hasSuffix("[pii]"), entry.first("PG") == nil, entry.first("LID") == identifier {
        set("page", String(identifier.dropLast(5).prefix { $0 != " " }))
      }
    }
  }

  /// Full names where there are any, else the short ones; groups keep their place in the list.
  private mutating func setNames() {
    let hasFull = entry.first("FAU") != nil
    let authors = entry.lines.compactMap { line -> Name? in
      guard !line.value.isEmpty else { return nil }
      switch line.tag {
      case "FAU": return NameText.inverted(line.value)
      case "AU" where !hasFull: return NameText.short(line.value)
      case "CN": return Name(literal: line.value)
      default: return nil
      }
    }
    if !authors.isEmpty { reference.names["author"] = authors }
    let editors = entry.first("FED") != nil ? entry.all("FED").map(NameText.inverted) : entry.all("ED").map(NameText.short)
    if !editors.isEmpty { reference.names["editor"] = editors }
  }

  /// `DP` is the printed date; before there is one, `DEP` or the history (`PHST`) has the day it appeared online.
  private mutating func setDates() {
    if let printed = entry.first("DP") { reference.dates["issued"] = DateText.read(printed) }
    let online = entry.first("DEP").flatMap(Self.compactDate) ?? history("aheadofprint") ?? history("epublish")
    let isAhead = entry.first("PST") == "aheadofprint" || (entry.first("VI", "IP") == nil && history("aheadofprint") != nil)
    if isAhead {
      set("status", "advance online publication")
      if let online { reference.dates["issued"] = online }
    }
    if reference.dates["issued"] == nil {
      reference.dates["issued"] = online ?? history("ppublish") ?? history("entrez") ?? history("pubmed")
    }
  }

  /// A line of the history: `2012/04/18 06:00 [entrez]`.
  private func history(_ kind: String) -> ReferenceDate? {
    for value in entry.all("PHST") where value.hasSuffix("[\(kind)]") {
      let date = RISItem.date(String(value.prefix { $0 != " " }))
      if !date.parts.isEmpty { return date }
    }
    return nil
  }

  /// `20171130`
  private static func compactDate(_ text: String) -> ReferenceDate? {
    let digits = Array(text.utf8)[...]
    guard digits.count == 8, let year = DateText.number(digits[..<4]), let month = DateText.number(digits[4..<6]), (1...12).contains(month),
      let day = DateText.number(digits[6...]), (1...31).contains(day)
    else { return nil }
    return ReferenceDate(parts: [.init(year: year, month: month, day: day)])
  }

  /// PubMed ends every title with a period that no style wants twice.
  private static func withoutPeriod(_ title: String) -> String {
    if title.hasSuffix(".]") { return String(title.dropLast(2)) + "]" }
    if title.hasSuffix("].") { return withoutPeriod(String(title.dropLast())) }
    return title.hasSuffix(".") && !title.hasSuffix("..") ? String(title.dropLast()) : title
  }
}
