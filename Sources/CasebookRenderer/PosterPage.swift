internal import CasebookModel
internal import Diagnostics
internal import HTML
internal import Markdown
internal import Templates

/// One poster of a case as an HTML page of its exact printed size.
struct PosterPage {
  let `case`: Case
  let format: PosterFormat
  let index: Int
  let context: RenderContext
  /// The citations of the case's page, which are the poster's where both cite alike.
  private let pageCitations: CitationSlots?
  private(set) var diagnostics: [Diagnostic] = []

  init(_ case: Case, poster index: Int, _ context: RenderContext, citations: CitationSlots? = nil) {
    pageCitations = citations
    self.case = `case`
    self.index = index
    self.context = context
    format = `case`.posters[index]
  }

  /// The first poster is `poster.html`; the others carry their ids.
  static func fileName(of format: PosterFormat, at index: Int) -> String { index == 0 ? "poster.html" : "poster-\(format.id.value).html" }

  mutating func outputs() -> [Output] {
    let medium = Medium.poster(format)
    let manuscript = Manuscript(of: `case`, for: medium, includesReferences: !`case`.references.isEmpty)
    let composition = Composition(manuscript, of: `case`, for: medium, in: context)
    let layout = PosterLayout(format, manuscript, of: `case`)
    composition.posterPictureWidth = layout.pictureWidth
    if layout.excessWords > 0 { diagnostics.append(tooLong(layout)) }
    let header = Header(of: `case`, composition)
    let flow = composition.sections(layout.flow)
    let hero = composition.sections(layout.hero)
    let notes = composition.footnoteList()
    let statements = composition.posterStatements()
    let slots = composition.citationSlots(like: pageCitations)
    func markup(_ node: Node) -> TemplateValue { .markup(node.bytes(filling: slots.nodes)) }

    let shell = PageShell(context: context, path: "cases/\(`case`.slug)/\(Self.fileName(of: format, at: index))")
    let authors = AuthorBlock(of: `case`, fallback: context.site.affiliation).node(showsContact: true)
    var values = layout.values
    values["language"] = .text(`case`.language)
    values["title"] = .text("\(header.plainTitle) · Poster")
    values["root"] = .text(shell.root)
    values["stylesheet"] = .text(context.assets.posterStyle)
    values["script"] = .text(context.assets.posterScript)
    values["heading"] = markup(header.title)
    values["keyMessage"] = header.keyMessage.map(markup) ?? .flag(false)
    values["authors"] = markup(authors)
    values["logos"] = .text("")
    values["flow"] = markup([flow, notes])
    values["hero"] = markup(hero)
    values["hasHero"] = .flag(!layout.hero.isEmpty)
    values["synthetic"] = .flag(`case`.isSynthetic)
    values["statements"] = .list(statements.map { .object(["name": .text($0.name), "value": markup($0.value)]) })
    values["address"] = .optional(`case`.address(in: context.site))
    diagnostics += composition.diagnostics
    return composition.outputs + [shell.page("poster", values)]
  }

  private func tooLong(_ layout: PosterLayout) -> Diagnostic {
    let longest = layout.flow.max { $0.wordCount < $1.wordCount }?.heading.plainText ?? "the text"
    // Without poster.md nobody may mean to print it.
    return Diagnostic(
      `case`.poster == nil ? .info : .warning, "poster-too-long",
      "About \(layout.excessWords) words are too many for poster \"\(format.id.value)\"",
      at: SourceLocation(file: (`case`.poster ?? `case`.narrative).file),
      explanation: "At the least legible size, \(layout.floor.shortest) pt, the text runs over its columns. The number is an estimate.",
      remedy: "write a shorter poster.md, or shorten \"\(longest)\" first")
  }
}
