/// Writes RIS in the newer dialect, with the line ends that its specification asks for.
enum RISWriter {
  ///     TY  - JOUR
  ///     ID  - balin2012
  ///     AU  - Balin, Samuel J.
  static func write(_ reference: Reference, to out: inout [UInt8]) {
    line("TY", types[reference.type] ?? (reference.type.hasPrefix("article") ? "JOUR" : "GEN"), to: &out)
    line("ID", reference.id, to: &out)
    for (variable, tag) in nameTags(of: reference) {
      for name in reference.names[variable] ?? [] { line(tag, text(of: name), to: &out) }
    }
    let variables = reference.variables
    let isArticle = reference.type.hasPrefix("article")
    for (variable, tag) in fields {
      guard let value = variables[variable] else { continue }
      line(variable == "collection-title" && reference.type != "book" ? "T3" : tag, value, to: &out)
    }
    if let number = variables[isArticle ? "issue" : "number"] { line("IS", number, to: &out) }
    if let page = variables["page"] {
      let ends = page.split(separator: "-", maxSplits: 1)
      let isRange = ends.count == 2 && !ends[1].contains("-") && !page.contains(",")
      line("SP", isRange ? String(ends[0]) : page, to: &out)
      if isRange { line("EP", String(ends[1]), to: &out) }
    }
    if let number = variables["ISBN"] ?? variables["ISSN"] { line("SN", number, to: &out) }
    if let pmid = variables["PMID"] {
      line("AN", pmid, to: &out)
      line("DB", "PubMed", to: &out)
    }
    for keyword in variables["keyword"]?.split(separator: ",") ?? [] {
      line("KW", String(keyword.drop { $0 == " " }), to: &out)
    }
    if let issued = reference.dates["issued"] { write(issued, to: &out) }
    if let accessed = reference.dates["accessed"], let day = accessed.parts.first { line("Y2", date(day), to: &out) }
    out.write("ER  - \r\n")
  }

  private static func nameTags(of reference: Reference) -> [(String, String)] {
    switch reference.type {
    case "chapter", "paper-conference", "book": [("author", "AU"), ("editor", "A2"), ("collection-editor", "A3"), ("translator", "TA")]
    default: [("author", "AU"), ("collection-editor", "A2"), ("editor", "A3"), ("translator", "TA")]
    }
  }

  private static func text(of name: Name) -> String {
    if name.family.isEmpty { return name.literal.isEmpty ? name.given : name.literal }
    let particle = name.nonDroppingParticle.isEmpty ? name.droppingParticle : name.nonDroppingParticle
    var text = particle.isEmpty ? name.family : "\(particle) \(name.family)"
    if !name.given.isEmpty || !name.suffix.isEmpty { text += ", " + name.given }
    if !name.suffix.isEmpty { text += ", " + name.suffix }
    return text
  }

  private static func write(_ date: ReferenceDate, to out: inout [UInt8]) {
    guard let day = date.parts.first else {
      if let literal = date.literal { line("PY", literal, to: &out) }
      return
    }
    var year: [UInt8] = []
    year.write(day.year, digits: 4)
    line("PY", String(decoding: year, as: UTF8.self), to: &out)
    if day.month != nil { line("DA", self.date(day), to: &out) }
  }

  /// `2012/04/15/`, with empty parts for what is not known.
  private static func date(_ day: ReferenceDate.Day) -> String {
    var text: [UInt8] = []
    text.write(day.year, digits: 4)
    for part in [day.month, day.day] {
      text.write("/")
      if let part { text.write(part, digits: 2) }
    }
    text.write("/")
    return String(decoding: text, as: UTF8.self)
  }

  /// One line: line breaks become blanks, and tags, which RIS does not know, are left out.
  private static func line(_ tag: String, _ value: String, to out: inout [UInt8]) {
    out.write(tag)
    out.write("  - ")
    out.write(PlainText.withoutTags(value))
    out.write("\r\n")
  }

  private static let types: [String: String] = [
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "bill": "BILL", "book": "BOOK", "chapter": "CHAP",
    "dataset": "DATA", "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC", "figure": "FIGURE", "graphic": "ART", "hearing": "HEAR",
    "legal_case": "CASE", "legislation": "STAT", "manuscript": "UNPB", "map": "MAP", "motion_picture": "MPCT", "pamphlet": "PAMP",
    "paper-conference": "CPAPER", "patent": "PAT", "personal_communication": "PCOMM", "post-weblog": "BLOG", "report": "RPRT",
    "software": "COMP", "song": "SOUND", "speech": "SLIDE", "standard": "STAND", "thesis": "THES", "webpage": "ELEC",
  ]

  private static let fields: [(variable: String, tag: String)] = [
    ("title", "TI"), ("title-short", "ST"), ("container-title", "T2"), ("container-title-short", "J2"), ("collection-title", "T2"),
    ("edition", "ET"), ("volume", "VL"), ("number-of-volumes", "NV"), ("publisher", "PB"), ("publisher-place", "CY"), ("DOI", "DO"),
    ("PMCID", "C2"), ("URL", "UR"), ("genre", "M3"), ("abstract", "AB"), ("note", "N1"), ("language", "LA"),
  ]
}
