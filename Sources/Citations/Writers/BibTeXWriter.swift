/// Writes BibTeX that BibLaTeX reads as well.
enum BibTeXWriter {
  ///     @article{balin2012,
  ///       author = {Balin, Samuel J. and Wetter, David A.},
  ///       title = {Calcinosis cutis … the {Mayo Clinic} experience},
  ///       year = {2012},
  ///       month = apr
  ///     }
  static func write(_ reference: Reference, to out: inout [UInt8]) {
    if !out.isEmpty { out.write("\n") }
    out.write("@")
    out.write(types[reference.type] ?? (reference.type.hasPrefix("article") ? "article" : "misc"))
    out.write("{")
    out.write(key(reference.id))
    for (variable, field) in nameFields {
      guard let names = reference.names[variable], !names.isEmpty else { continue }
      begin(field, to: &out)
      for (i, name) in names.enumerated() {
        if i > 0 { out.write(" and ") }
        write(name, to: &out)
      }
      out.write("}")
    }
    for (variable, field) in fields {
      guard let value = reference.variables[variable] else { continue }
      begin(name(of: field, in: reference), to: &out)
      switch variable {
      case "title", "container-title", "collection-title": LaTeXWriter.write(value, protectsCase: variable == "title", to: &out)
      case "DOI", "URL", "PMID", "PMCID": writeAddress(value, to: &out)
      case "page": out.write(value.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "--"))
      default: LaTeXWriter.write(value, to: &out)
      }
      out.write("}")
    }
    writeDates(of: reference, to: &out)
    out.write("\n}\n")
  }

  private static func begin(_ field: String, to out: inout [UInt8]) {
    out.write(",\n  ")
    out.write(field)
    out.write(" = {")
  }

  /// The container of an article is a journal, of a chapter a book; its number is an issue, a book's one of a series.
  private static func name(of field: String, in reference: Reference) -> String {
    let isArticle = reference.type.hasPrefix("article")
    switch field {
    case "journal": return isArticle ? "journal" : reference.type == "webpage" ? "organization" : "booktitle"
    case "publisher":
      switch reference.type {
      case "thesis": return "school"
      case "report": return "institution"
      default: return "publisher"
      }
    default: return field
    }
  }

  private static func write(_ name: Name, to out: inout [UInt8]) {
    if !name.literal.isEmpty || name.family.isEmpty {
      out.write("{")
      LaTeXWriter.write(name.literal.isEmpty ? name.given : name.literal, to: &out)
      out.write("}")
      return
    }
    let particle = name.nonDroppingParticle.isEmpty ? name.droppingParticle : name.nonDroppingParticle
    if !particle.isEmpty {
      LaTeXWriter.write(particle, to: &out)
      out.write(" ")
    }
    // Without braces a family name that starts in lower case would be taken for a particle.
    let needsBraces = name.family.utf8.contains { $0 == .comma } || (name.family.contains(" ") && (name.family.first?.isLowercase ?? false))
    if needsBraces { out.write("{") }
    LaTeXWriter.write(name.family, to: &out)
    if needsBraces { out.write("}") }
    for part in [name.suffix, name.given] where !part.isEmpty {
      out.write(", ")
      LaTeXWriter.write(part, to: &out)
    }
  }

  private static func writeDates(of reference: Reference, to out: inout [UInt8]) {
    for (variable, field) in [("issued", "date"), ("accessed", "urldate"), ("event-date", "eventdate"), ("original-date", "origdate")] {
      guard let date = reference.dates[variable] else { continue }
      if field == "date", date.season == nil, !date.isCirca, date.parts.count < 2 {
        writeYear(of: date, to: &out)
      } else if let literal = date.literal {
        begin(field, to: &out)
        LaTeXWriter.write(literal, to: &out)
        out.write("}")
      } else if !date.parts.isEmpty {
        begin(field, to: &out)
        writeEDTF(date, to: &out)
        out.write("}")
      }
    }
  }

  private static func writeYear(of date: ReferenceDate, to out: inout [UInt8]) {
    guard let day = date.parts.first else {
      guard let literal = date.literal else { return }
      begin("year", to: &out)
      LaTeXWriter.write(literal, to: &out)
      out.write("}")
      return
    }
    begin("year", to: &out)
    out.write(day.year, digits: 4)
    out.write("}")
    guard let month = day.month, (1...12).contains(month) else { return }
    out.write(",\n  month = ")
    out.write(months[month - 1])
    guard let number = day.day else { return }
    begin("day", to: &out)
    out.write(number, digits: 1)
    out.write("}")
  }

  private static func writeEDTF(_ date: ReferenceDate, to out: inout [UInt8]) {
    for (i, day) in date.parts.enumerated() {
      if i > 0 { out.write("/") }
      if day.year == 0 { continue }
      out.write(day.year, digits: 4)
      for number in [day.month ?? date.season.map { $0 + 20 }, day.month == nil ? nil : day.day] {
        guard let number else { continue }
        out.write("-")
        out.write(number, digits: 2)
      }
    }
    if date.isCirca { out.write("~") }
  }

  /// Addresses are verbatim: what would break the field is percent-encoded.
  private static func writeAddress(_ text: String, to out: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case .openBrace: out.write("%7B")
      case .closeBrace: out.write("%7D")
      case .backslash: out.write("%5C")
      case .space: out.write("%20")
      default: out.append(byte)
      }
    }
  }

  private static func key(_ id: String) -> String {
    let allowed = id.utf8.map { byte in
      byte <= 0x20 || byte == 0x7F || ",{}()=\"#%~\\'@".utf8.contains(byte) ? UInt8.hyphen : byte
    }
    return allowed.isEmpty ? "reference" : String(decoding: allowed, as: UTF8.self)
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  private static let types: [String: String] = [
    "article-journal": "article", "book": "book", "chapter": "incollection", "dataset": "dataset", "entry-encyclopedia": "inreference",
    "legislation": "legislation", "manuscript": "unpublished", "pamphlet": "booklet", "paper-conference": "inproceedings",
    "patent": "patent",
    "periodical": "periodical", "report": "report", "software": "software", "standard": "standard", "thesis": "thesis",
    "webpage": "online", "post-weblog": "online", "motion_picture": "movie", "graphic": "image",
  ]

  private static let nameFields: [(variable: String, field: String)] = [
    ("author", "author"), ("editor", "editor"), ("translator", "translator"), ("container-author", "bookauthor"), ("director", "director"),
  ]

  private static let fields: [(variable: String, field: String)] = [
    ("title", "title"), ("title-short", "shorttitle"), ("container-title", "journal"), ("container-title-short", "shortjournal"),
    ("collection-title", "series"), ("collection-number", "number"), ("edition", "edition"), ("volume", "volume"), ("issue", "number"),
    ("number", "number"), ("page", "pages"), ("chapter-number", "chapter"), ("number-of-pages", "pagetotal"),
    ("number-of-volumes", "volumes"), ("genre", "type"), ("publisher", "publisher"), ("publisher-place", "address"),
    ("event-title", "eventtitle"), ("event-place", "venue"), ("status", "pubstate"), ("version", "version"), ("language", "language"),
    ("ISBN", "isbn"), ("ISSN", "issn"), ("DOI", "doi"), ("PMID", "pmid"), ("PMCID", "pmcid"), ("URL", "url"), ("keyword", "keywords"),
    ("note", "note"), ("annote", "annote"), ("abstract", "abstract"), ("retracted", "retracted"),
  ]
}
