internal import CasebookModel
internal import Diagnostics
internal import HTML
internal import Markdown
internal import Templates

/// The page of one case, and the files beside it.
struct CasePage {
  let `case`: Case
  let context: RenderContext
  private(set) var diagnostics: [Diagnostic] = []
  /// The citations as the page shows them, once it is rendered.
  private(set) var citations: CitationSlots?

  init(_ case: Case, _ context: RenderContext) {
    self.case = `case`
    self.context = context
  }

  mutating func outputs() -> [Output] {
    let shell = PageShell(context: context, path: "cases/\(`case`.slug)/index.html")
    var manuscript = Manuscript(of: `case`, for: .page, includesReferences: !`case`.references.isEmpty)
    let composition = Composition(manuscript, of: `case`, for: .page, in: context)
    let header = Header(of: `case`, composition)
    let abstract = composition.abstract()
    let body = composition.body(of: manuscript)
    let statements = composition.statements()
    let slots = composition.citationSlots()
    if !slots.hasReferences { manuscript.sections.removeAll { $0.role == .references } }
    citations = slots
    func markup(_ node: Node) -> TemplateValue { .markup(node.bytes(filling: slots.nodes)) }

    var values = shell.values(
      title: header.plainTitle, description: header.plainKeyMessage, isIndexed: `case`.status.value == .published, note: footerNote)
    values["language"] = .text(`case`.language)
    values["heading"] = markup(header.title)
    values["keyMessage"] = header.keyMessage.map(markup) ?? .flag(false)
    values["authors"] = markup(AuthorBlock(of: `case`, fallback: context.site.affiliation).node(showsContact: true))
    values["synthetic"] = .flag(`case`.isSynthetic)
    values["withdrawn"] = .flag(false)
    values["viewer"] = composition.showsPictures ? .text(context.assets.viewerScript) : .flag(false)
    values["abstract"] = markup(abstract)
    values["body"] = markup(body)
    values["statements"] = markup(statements)
    values["contents"] = .list(
      manuscript.sections.filter { !$0.heading.isEmpty }.map { section in
        .object(["id": .text(section.id), "text": markup(plainNode(of: section.heading))])
      })
    values.merge(details(shell)) { $1 }
    var outputs = composition.outputs
    diagnostics += composition.diagnostics
    outputs.append(shell.page("case", values))
    return outputs
  }

  private var footerNote: String? {
    guard let published = `case`.published?.value else { return nil }
    let revised = `case`.updated?.value == published ? nil : `case`.updated?.value
    return "Published \(published)" + (revised.map { ", revised \($0)" } ?? "") + "."
  }

  /// Tags, buttons, and the boxes beside the text.
  private func details(_ shell: PageShell) -> [String: TemplateValue] {
    let tags = ([`case`.diagnosis?.value].compactMap { $0 } + `case`.keywords.map(\.value)).unique
    let facts = Facts(of: `case`, site: context.site).items
    let topics = `case`.topics.map(\.value).unique
    let about = AboutBox(of: `case`, root: shell.root).items
    func pairs(_ items: [(name: String, value: TemplateValue)]) -> TemplateValue {
      .list(items.map { .object(["name": .text($0.name), "value": $0.value]) })
    }
    return [
      "topic": linkedTopic(topics).map { .object(["name": .text($0), "href": .text(Topic.path(of: $0))]) } ?? .flag(false),
      "tags": .list(tags.map { .text($0) }), "hasTags": .flag(!tags.isEmpty), "posters": .list(posters), "prints": .list(prints),
      "facts": pairs(facts.map { ($0.name, .text($0.value)) }), "hasFacts": .flag(!facts.isEmpty), "about": pairs(about),
      "hasAbout": .flag(!about.isEmpty), "hasContents": .flag(true),
      "downloads": .list(Downloads(of: `case`, context.site).links.map { .object(["href": .text($0.href), "label": .text($0.label)]) }),
      "citations": .list(CaseCitation.formats.map { .object(["href": .text($0.file), "label": .text($0.label)]) }),
    ]
  }

  /// The topic that the page leads back to; only published cases stand on topics' pages.
  private func linkedTopic(_ topics: [String]) -> String? { `case`.status.value == .published ? topics.first : nil }

  private var posters: [TemplateValue] {
    `case`.posters.enumerated().map { index, format in
      .object([
        "href": .text(PaperDocument.poster(index).fileName(of: `case`)), "label": .text("Poster · \(format.size.words)"),
        "main": .flag(index == 0),
      ])
    }
  }
}

extension CasePage {
  /// The PDFs that a build with `pdf: true` makes.
  private var prints: [TemplateValue] {
    guard context.site.printsPDF, `case`.status.value == .published || `case`.status.value == .unlisted else { return [] }
    let posters = `case`.posters.enumerated().map { (PaperDocument.poster($0.offset), "Poster · \($0.element.size.words) · PDF") }
    return (posters + [(.handout, "Handout · PDF")]).map { document, label in
      .object(["href": .text(document.fileName(of: `case`).dropLast("html".utf8.count) + "pdf"), "label": .text(label)])
    }
  }
}

extension PaperSize {
  /// "48 × 36 in", "A0", "16:9".
  var words: String {
    guard name.contains(where: \.isNumber), name.hasSuffix(unit.rawValue) else { return name }
    return "\(width.shortest) × \(height.shortest) \(unit.rawValue)"
  }
}

extension Double {
  /// "48" for 48.0, "8.5" for 8.5.
  var shortest: String { self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self) }
}
