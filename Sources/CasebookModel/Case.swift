package import Citations
package import Diagnostics
package import Markdown

/// A clinical case as its author recorded it: values with their places, nothing derived.
package struct Case: Hashable, Sendable {
  package enum Status: String, Hashable, Sendable, CaseIterable { case draft, unlisted, published, withdrawn }

  /// The name of its folder, and of its folder in the output.
  package var slug: String
  /// `content/cases/<slug>/case.yaml`.
  package var location: SourceLocation
  package var title: RichText
  package var keyMessage: RichText?
  package var status: Located<Status>
  package var published: Located<CalendarDate>?
  package var updated: Located<CalendarDate>?
  package var language: String
  package var isSynthetic: Bool
  package var authors: [Author]
  package var affiliations: [Affiliation]
  /// The case's own colours and logos; nil: the site's.
  package var theme: Theme?
  /// The theme's logos, then those of the authors' affiliations, each once.
  package var logos: [Logo] = []
  package var patient: Patient
  package var diagnosis: Located<String>?
  package var codes: [Located<String>]
  package var keywords: [Located<String>]
  package var topics: [Located<String>]
  package var setting: Located<String>?
  package var abstract: [AbstractPart]
  package var chronology: Chronology
  package var events: [Event]
  package var figures: [Figure]
  package var wounds: [Wound]
  package var outcome: Located<String>?
  package var consent: Consent?
  package var basis: Basis?
  /// Ethics, funding and so on, in the order of `Statement.Kind`.
  package var statements: [Statement]
  package var presentations: [Presentation]
  package var aliases: [Located<String>]
  /// As the case says, else the site's; never empty.
  package var posters: [PosterFormat]
  package var waivers: [Waiver]
  package var narrative: Text
  /// Replaces the narrative on posters and handouts.
  package var poster: Text?
  package var references: [Reference]
  /// The case's own tables, by file name relative to its folder.
  package var tables: [DataTable]

  package init(slug: String, title: RichText, location: SourceLocation) {
    self.slug = slug
    self.location = location
    self.title = title
    status = Located(.draft, at: location)
    language = "en"
    isSynthetic = false
    patient = Patient()
    chronology = Chronology(dayZero: nil, policy: .relative)
    narrative = Text(file: location.file)
    (authors, affiliations, codes, keywords, topics, abstract, events, figures, wounds) = ([], [], [], [], [], [], [], [], [])
    (statements, presentations, aliases, posters, waivers, references, tables) = ([], [], [], [], [], [], [])
  }

  /// A Markdown file of the case.
  package struct Text: Hashable, Sendable {
    package var document: Document
    package var file: String
    /// The generated parts of `document` with their options read, by the line of their fence.
    package var parts: [Int: GeneratedPart]

    package init(_ document: Document = Document(), file: String, parts: [Int: GeneratedPart] = [:]) {
      self.document = document
      self.file = file
      self.parts = parts
    }
  }

  /// The table whose file is at a path relative to the site's folder, or to the case's.
  package func table(at path: String) -> DataTable? {
    tables.first { path == $0.name || path == self.path(of: $0.name) }
  }

  /// Where a file of the case lies below the site's folder: `content/cases/foot/figures/a.jpg`; a case without a site is its own root.
  package func path(of name: String) -> String { "\(location.file.dropLast("case.yaml".utf8.count))\(name)" }

  package func figure(_ id: String) -> Figure? { figures.first { $0.id.value == id } }
  package func wound(_ id: String) -> Wound? { wounds.first { $0.id.value == id } }

  /// Where the figure was taken: its own site, else its wound's.
  package func site(of figure: Figure) -> Located<String>? {
    figure.site ?? figure.wound.flatMap { wound($0.value)?.site }
  }
}
