internal import CasebookReader
package import Diagnostics
package import Files

/// What `casebook new case` starts a case with.
package struct NewCase: Sendable {
  package var slug: String
  package var title: String
  /// "Jordan Example, DPM, PGY-3"; may be empty.
  package var author: String
  package var diagnosis: String

  package init(slug: String, title: String, author: String, diagnosis: String) {
    self.slug = slug
    self.title = title
    self.author = author
    self.diagnosis = diagnosis
  }

  /// Writes `case.yaml`, `narrative.md`, `poster.md` and the folder for figures; says where. An existing case is never touched.
  package func write(in site: WritableFolder) throws(FileProblem) -> String {
    let place = "content/cases/\(slug)"
    if site.status(of: place) != nil { throw FileProblem(place, .exists, "is there already; choose another name") }
    try site.makeFolder(place)
    try site.makeFolder("\(place)/figures")
    let folder = site.folder(place)
    try folder.create("case.yaml", Array(yaml.utf8))
    try folder.create("narrative.md", Array(Self.narrative.utf8))
    try folder.create("poster.md", Array(Self.poster.utf8))
    try writeSchemas(in: site)
    return place
  }

  private var yaml: String {
    """
    # yaml-language-server: $schema=../../../\(schemaFolder)/case.schema.json
    # What has a place: who, what, where, when. The story goes into narrative.md. All keys: casebook schema case, and docs/authoring.md.
    title: \(quoted(title))
    # key-message: One sentence in your own words; large on the poster.
    status: draft                     # draft: in no output | unlisted | published | withdrawn
    # published: 2026-11-01
    authors:
    \(author.isEmpty ? "  # - Jordan Example, DPM, PGY-3     # name, then credentials" : "  - \(quoted(author))")
    # affiliations:                   # an author names the keys: affiliations: [eh]
    #   eh: {name: Example Health, place: "Springfield, USA"}
    # patient: {age: 58, sex: female} # shown by the site's policy, such as "Woman, 50s"
    \(diagnosis.isEmpty ? "# diagnosis: Diabetic foot ulcer" : "diagnosis: \(quoted(diagnosis))")
    # keywords: [case report]
    # topics: [off-loading]           # the library's shelves
    # timeline: {day-0: 2026-03-02}   # all times are counted from this day; it is not published
    # events:
    #   - {week: 0, kind: presentation, text: First visit}
    #   - {week: 4, kind: procedure, text: Total contact cast}
    # wounds:
    #   - id: foot
    #     label: Plantar ulcer
    #     site: Right foot, plantar, first metatarsal head
    #     type: diabetic-foot
    #     area-method: ellipse        # rectangle | ellipse | planimetric
    #     measurements: measurements.csv
    # figures:
    #   - id: foot-0
    #     file: figures/foot-0.jpg    # without a file: "Photograph not available"
    #     kind: photograph
    #     week: 0
    #     wound: foot
    #     caption: At presentation
    #     alt: Round open ulcer under the first metatarsal head of the right foot
    # consent: {status: obtained, covers: [text, images, poster, web]}   # needed before photographs are published
    # disclosures: None

    """
  }

  private static let narrative = """
    ## Introduction

    Why this case is worth telling. A reference of references.bib, .ris or .nbib beside this file is cited by its key: `[@key]`.

    ## Case presentation

    Who came, with what, and what was found.

    ## Intervention

    ## Outcome

    ## Discussion

    ## Conclusion

    """

  private static let poster = """
    ## Introduction

    Write about 80 words.

    ## Case presentation

    Write about 150 words.

    ## Discussion

    Write about 150 words.

    ## Conclusion

    Write about 60 words.

    """
}

/// Where the schemas lie that editors read, below the site's folder.
let schemaFolder = ".casebook/schemas"

/// Writes the schemas of this version for the editor's line in `case.yaml` and `site.yaml`.
func writeSchemas(in site: WritableFolder) throws(FileProblem) {
  try site.makeFolder(schemaFolder)
  for schema in SchemaFile.allCases { try site.replace("\(schemaFolder)/\(schema.rawValue).schema.json", with: schema.bytes) }
}

/// A text as a YAML scalar in double quotes.
func quoted(_ text: String) -> String {
  var out = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": out += "\\\""
    case "\\": out += "\\\\"
    case "\n": out += "\\n"
    case "\t": out += "\\t"
    default: if scalar.value >= 32, scalar.value != 127 { out.unicodeScalars.append(scalar) }
    }
  }
  return out + "\""
}
