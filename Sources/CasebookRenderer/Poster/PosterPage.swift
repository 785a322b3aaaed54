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
  let variant: PosterVariant
  /// The citations of the case's page, which are the poster's where both cite alike.
  private let pageCitations: CitationSlots?
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ case: Case, poster index: Int, _ context: RenderContext, as variant: PosterVariant = PosterVariant(), citations: CitationSlots? = nil
  ) {
    pageCitations = citations
    self.case = `case`
    self.index = index
    self.context = context
    self.variant = variant
    format = `case`.posters[index]
  }

  mutating func outputs() -> [Output] {
    let medium = Medium.poster(format)
    let manuscript = Manuscript(of: `case`, for: medium, includesReferences: !`case`.references.isEmpty)
    let composition = Composition(manuscript, of: `case`, for: medium, in: context)
    composition.hidesNames = variant.isBlind
    let header = Header(of: `case`, composition)
    let sheet = PosterSheet(format: format)
    // 60 mm where the short side is 36 inches, never under 40.
    let head = PosterHead(of: `case`, context, isBlind: variant.isBlind, codeWidth: max(40, 60 * sheet.unit / 72))
    let statements = composition.posterStatements(isBlind: variant.isBlind, isSynthetic: `case`.isSynthetic)
    let height = bodyHeight(sheet, header, head, statements)
    let layout = PosterLayout(format, manuscript, of: `case`, bodyHeight: height)
    diagnostics += layout.diagnostics
    if layout.fit.textFill > 1.1 { diagnostics.append(tooLong(layout)) }
    composition.posterPictureWidth = layout.pictureWidth
    composition.timelineArea?.place = (slots: layout.fit.dates, pictureWidth: layout.timelinePictureWidth)
    let flow = composition.sections(layout.flow)
    let stacks = layout.stacks
    let hero = composition.sections(stacks.main)
    let beside = composition.sections(stacks.beside)
    let notes = composition.footnoteList()
    let slots = composition.citationSlots(like: pageCitations)
    func markup(_ node: Node) -> TemplateValue { .markup(node.bytes(filling: slots.nodes)) }

    let path = "cases/\(`case`.slug)/\(PaperDocument.poster(index).fileName(of: `case`, as: variant))"
    var page = PaperValues(`case`, context, PageShell(context: context, path: path), variant)
    page.values.merge(layout.values) { $1 }
    page.add(header, head, markup)
    page.values["title"] = .text("\(header.plainTitle) · Poster")
    page.values["titleSize"] = .text(sheet.titleSize(characters: header.plainTitle.count).rounded(toPlaces: 2) + "pt")
    page.values["keyMessage"] = header.keyMessage.map(markup) ?? .flag(false)
    page.values["inBody"] = .flag(layout.arrangement == .center)
    page.values["flow"] = markup([flow, notes])
    page.values["hero"] = markup(hero)
    page.values["sideFigures"] = markup(beside)
    page.values["isSplit"] = .flag(!stacks.beside.isEmpty)
    page.values["hasFlow"] = .flag(!layout.flow.isEmpty || layout.arrangement == .center)
    page.values["hasHero"] = .flag(!layout.hero.isEmpty)
    page.add(statements, markup)
    diagnostics += composition.diagnostics
    return composition.outputs + head.outputs + [page.shell.page("poster", page.values)]
  }

  private func tooLong(_ layout: PosterLayout) -> Diagnostic {
    let words = layout.flow.map(\.wordCount).reduce(0, +)
    let excess = max(10, Int(Double(words) * (1 - 1 / layout.fit.textFill)) / 10 * 10)
    let longest = layout.flow.max { $0.wordCount < $1.wordCount }?.heading.plainText ?? "the text"
    // Without poster.md nobody may mean to print it.
    return Diagnostic(
      `case`.poster == nil ? .info : .warning, "poster-too-long", "About \(excess) words are too many for poster \"\(format.id.value)\"",
      at: SourceLocation(file: (`case`.poster ?? `case`.narrative).file),
      explanation:
        "At the least legible size, \(layout.sheet.floor.shortest) pt, the text runs over its columns. The number is an estimate.",
      remedy: "write a shorter poster.md, or shorten \"\(longest)\" first")
  }

  /// What header, key message and footer leave of the sheet, in points.
  private func bodyHeight(_ sheet: PosterSheet, _ header: Header, _ head: PosterHead, _ statements: [PosterStatement]) -> Double {
    let inner = sheet.width - 2 * sheet.margin
    var height = sheet.height - head.height(titleLength: header.plainTitle.count, sheet) - 1.3 * sheet.unit
    if let message = header.plainKeyMessage, format.layout != .billboard {
      let lines = (Double(message.count) * 0.54 * sheet.unit / inner).rounded(.up)
      height -= lines * 1.22 * sheet.unit + sheet.unit
    }
    let letters = statements.map { $0.name.count + $0.length + 3 }.reduce(0, +)
    height -= (Double(letters) * 0.5 * sheet.small / inner).rounded(.up) * sheet.small * 1.3 + 0.64 * sheet.unit
    return max(height, sheet.height * 0.3)
  }
}
