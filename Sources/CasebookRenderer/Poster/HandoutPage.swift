internal import CasebookModel
internal import Diagnostics
internal import HTML
internal import Markdown
internal import Templates

/// The case on one or two sheets of Letter or A4 size, to be given away beside the poster.
struct HandoutPage {
  let `case`: Case
  let context: RenderContext
  let variant: PosterVariant
  private let pageCitations: CitationSlots?
  private(set) var diagnostics: [Diagnostic] = []

  init(_ case: Case, _ context: RenderContext, as variant: PosterVariant = PosterVariant(), citations: CitationSlots? = nil) {
    self.case = `case`
    self.context = context
    self.variant = variant
    pageCitations = citations
  }

  /// A4, but Letter where a page of English is meant for America: the language is `en` or ends with a country that uses it.
  static func size(for language: String) -> PaperSize {
    let parts = language.split(separator: "-").map { $0.lowercased() }
    let american: Set = ["us", "ca", "mx", "ph", "cl", "co", "ve", "gt", "cr"]
    let usesLetter = parts.count < 2 ? parts.first == "en" : parts.dropFirst().contains { american.contains($0) }
    return usesLetter
      ? PaperSize(width: 8.5, height: 11, unit: .inch, name: "Letter") : PaperSize(width: 210, height: 297, unit: .millimeter, name: "A4")
  }

  mutating func outputs() -> [Output] {
    let format = PosterFormat(id: Located("handout", at: `case`.location), size: Self.size(for: `case`.language), distance: 1)
    let medium = Medium.poster(format)
    let manuscript = Manuscript(of: `case`, for: medium, includesReferences: !`case`.references.isEmpty)
    let composition = Composition(manuscript, of: `case`, for: medium, in: context)
    composition.hidesNames = variant.isBlind
    composition.posterPictureWidth = 960
    composition.timelineArea?.place = (slots: 4, pictureWidth: 6)
    let header = Header(of: `case`, composition)
    let head = PosterHead(of: `case`, context, isBlind: variant.isBlind, codeWidth: 25)
    let body = composition.sections(manuscript.sections)
    let notes = composition.footnoteList()
    let statements = composition.posterStatements(isBlind: variant.isBlind, isSynthetic: `case`.isSynthetic)
    let slots = composition.citationSlots(like: pageCitations)
    func markup(_ node: Node) -> TemplateValue { .markup(node.bytes(filling: slots.nodes)) }

    let path = "cases/\(`case`.slug)/\(PaperDocument.handout.fileName(of: `case`, as: variant))"
    var page = PaperValues(`case`, context, PageShell(context: context, path: path), variant)
    page.add(header, head, markup)
    let unitName = format.size.unit.rawValue
    page.values["width"] = .text(format.size.width.shortest + unitName)
    page.values["height"] = .text(format.size.height.shortest + unitName)
    page.values["title"] = .text("\(header.plainTitle) · Handout")
    page.values["keyMessage"] = header.keyMessage.map(markup) ?? .flag(false)
    page.values["body"] = markup([body, notes])
    page.add(statements, markup)
    diagnostics += composition.diagnostics
    return composition.outputs + head.outputs + [page.shell.page("handout", page.values)]
  }
}
