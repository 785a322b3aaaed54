internal import CasebookModel
internal import Citations

/// The case itself as a reference, in the files that reference managers read.
struct CaseCitation {
  static let formats: [(file: String, label: String, format: ReferenceFormat)] = [
    ("citation.bib", "BibTeX", .bibtex), ("citation.ris", "RIS", .ris), ("citation.json", "CSL-JSON", .cslJSON),
  ]

  let reference: Reference
  let folder: String

  init(of case: Case, _ site: Site) {
    folder = "cases/\(`case`.slug)/"
    var reference = Reference(id: `case`.slug, type: "webpage")
    reference.variables["title"] = `case`.title.inlines.plainText
    reference.variables["container-title"] = site.title
    reference.variables["publisher"] = site.department
    reference.variables["URL"] = site.url.map { "\($0)cases/\(`case`.slug)/" }
    reference.names["author"] = `case`.authors.map { author in
      Name(family: author.name.family, given: author.name.given, nonDroppingParticle: author.name.particle, suffix: author.name.suffix)
    }
    if let published = `case`.published?.value {
      let day = ReferenceDate.Day(year: published.year, month: published.month, day: published.day)
      reference.dates["issued"] = ReferenceDate(parts: [day])
    }
    self.reference = reference
  }

  var outputs: [Output] {
    Self.formats.compactMap { format in
      ReferenceWriter.write([reference], as: format.format).map { Output(folder + format.file, .bytes($0)) }
    }
  }
}
