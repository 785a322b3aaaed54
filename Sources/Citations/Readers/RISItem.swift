/// Turns an entry of a RIS file into a reference.
struct RISItem {
  let entry: TaggedEntry
  private var reference = Reference(id: "", type: "document")

  init(entry: TaggedEntry) { self.entry = entry }

  mutating func read() -> Reference {
    reference.type = entry.first("TY").flatMap { Self.types[$0.uppercased()] } ?? "document"
    setTitles()
    setPages()
    setNumbers()
    setAddresses()
    for (variable, value) in [
      ("publisher", entry.first("PB")), ("publisher-place", entry.first("CY", "PP")), ("edition", entry.first("ET")),
      ("abstract", entry.first("AB", "N2")), ("note", entry.first("N1", "RN")), ("language", entry.first("LA").map(Language.code)),
      ("title-short", entry.first("ST")), ("archive", entry.first("DB")), ("call-number", entry.first("CN")),
      ("keyword", joined(entry.all("KW"))), ("number-of-volumes", entry.first("NV")),
    ] { set(variable, value) }
    setNames("author", entry.all("AU", "A1"))
    setNames(isPart || reference.type == "book" ? "editor" : "collection-editor", entry.all("A2", "ED"))
    setNames(isPart ? "collection-editor" : "editor", entry.all("A3"))
    setNames("translator", entry.all("TA"))
    setDates()
    return reference
  }

  private var isPart: Bool { reference.type == "chapter" || reference.type == "paper-conference" || reference.type.hasPrefix("entry") }
  private var isArticle: Bool { reference.type.hasPrefix("article") }

  private mutating func set(_ variable: String, _ value: String?) {
    if let value, !value.isEmpty, reference.variables[variable] == nil { reference.variables[variable] = value }
  }

  private mutating func setNames(_ variable: String, _ names: [String]) {
    if !names.isEmpty { reference.names[variable] = names.map(NameText.inverted) }
  }

  private func joined(_ values: [String]) -> String? { values.isEmpty ? nil : values.joined(separator: ", ") }

  /// `T2` is the journal in the newer dialect and the series of a book; `JF`, `JO`, `JA` are the journal in the older one.
  private mutating func setTitles() {
    let isBook = reference.type == "book"
    set("title", entry.first("TI", "T1", "CT") ?? (isBook ? entry.first("BT") : nil))
    if isArticle {
      set("container-title", entry.first("JF", "T2", "JO", "J2", "JA", "J1"))
      set("container-title-short", entry.first("JA", "J2", "J1"))
    } else if isPart {
      set("container-title", entry.first("T2", "BT", "JF", "JO"))
      set("collection-title", entry.first("T3"))
    } else if isBook {
      set("collection-title", entry.first("T3", "T2"))
    } else {
      set("container-title", entry.first("T2", "BT", "JF", "JO"))
    }
  }

  /// A first page that is a whole range, or an end that is condensed, stays as it is.
  private mutating func setPages() {
    guard let first = entry.first("SP") ?? (isArticle ? entry.first("C7", "SE") : nil) else { return }
    let start = PageRange.normalized(first)
    guard let last = entry.first("EP"), last != first, !start.utf8.contains(.hyphen) else {
      set("page", start)
      return
    }
    let end = PageRange.normalized(last)
    set("page", end.hasPrefix(start + "-") ? end : "\(start)-\(end)")
  }

  private mutating func setNumbers() {
    set("volume", entry.first("VL"))
    let number = entry.first("IS", "CP")
    if isArticle { set("issue", number ?? entry.first("M1")) } else { set("number", number ?? entry.first("M1")) }
    if reference.type == "thesis" || reference.type == "report" { set("genre", entry.first("M3")) }
    if let serial = entry.first("SN") {
      let isBookNumber = serial.utf8.filter { $0.isDigit || $0 | 0x20 == UInt8(ascii: "x") }.count > 9
      set(isBookNumber ? "ISBN" : "ISSN", serial)
    }
  }

  private mutating func setAddresses() {
    if let doi = entry.first("DO", "DI") ?? entry.first("M3").flatMap({ $0.hasPrefix("10.") ? $0 : nil }) { set("DOI", Verbatim.doi(doi)) }
    if let address = entry.first("UR", "LK", "L2") { set("URL", address) }
    if let code = entry.first("C2"), code.hasPrefix("PMC") { set("PMCID", code) }
    let database = (entry.first("DB", "DP") ?? "").lowercased()
    let number = entry.first("AN", "PM")
    let isPubMed = entry.first("PM") != nil || database.contains("pubmed") || database.contains("medline") || database.contains("nlm")
    if let number, isPubMed, number.utf8.allSatisfy(\.isDigit) { set("PMID", number) }
  }

  /// The most exact of the dates that agree with the year.
  private mutating func setDates() {
    var best: ReferenceDate?
    for text in entry.all("PY") + entry.all("Y1") + entry.all("DA") {
      let date = Self.date(text)
      guard let known = best?.parts.first, let day = date.parts.first else {
        if best == nil || best?.parts.isEmpty == true { best = date }
        continue
      }
      if day.year == known.year, (known.month == nil && day.month != nil) || (known.day == nil && day.day != nil) { best = date }
    }
    if let best { reference.dates["issued"] = best }
    if let accessed = entry.first("Y2") { reference.dates["accessed"] = Self.date(accessed) }
  }

  /// `2012/04/15/other` with parts that may be empty, or a date in words.
  ///
  ///     date("2012/04//")  // April 2012
  static func date(_ text: String) -> ReferenceDate {
    let parts = Array(text.utf8)[...].split(separator: UInt8(ascii: "/"), maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].count == 4, let year = DateText.number(parts[0]) else { return DateText.read(text) }
    var day = ReferenceDate.Day(year: year)
    if let month = DateText.number(parts[1].trimmingBlanks), (1...12).contains(month) { day.month = month }
    if day.month != nil, parts.count > 2, let number = DateText.number(parts[2].trimmingBlanks), (1...31).contains(number) {
      day.day = number
    }
    var date = ReferenceDate(parts: [day])
    if day.month == nil, parts.count > 3 {
      let rest = DateText.read("\(year) " + String(decoding: parts[3], as: UTF8.self))
      if rest.literal == nil { date = rest }
    }
    return date
  }

  private static let types: [String: String] = [
    "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset", "ANCIENT": "classic", "ART": "graphic", "BILL": "bill",
    "BLOG": "post-weblog", "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter", "CHART": "figure", "CLSWK": "classic",
    "COMP": "software",
    "CONF": "paper-conference", "CPAPER": "paper-conference", "CTLG": "book", "DATA": "dataset", "DBASE": "dataset",
    "DICT": "entry-dictionary",
    "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book", "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia",
    "FIGURE": "figure", "GOVDOC": "report", "HEAR": "hearing", "ICOMM": "personal_communication", "INPR": "article-journal",
    "JFULL": "periodical", "JOUR": "article-journal", "LEGAL": "legislation", "MANSCPT": "manuscript", "MAP": "map",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture", "MUSIC": "musical_score", "NEWS": "article-newspaper", "PAMP": "pamphlet", "PAT": "patent",
    "PCOMM": "personal_communication", "RPRT": "report", "SER": "book", "SLIDE": "speech", "SOUND": "song", "STAND": "standard",
    "STAT": "legislation", "THES": "thesis", "UNPB": "manuscript", "UNPD": "manuscript", "VIDEO": "motion_picture", "WEB": "webpage",
  ]
}
