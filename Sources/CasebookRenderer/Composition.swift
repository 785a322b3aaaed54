internal import CasebookModel
internal import Citations
internal import Diagnostics
internal import HTML
internal import Markdown

/// One document while it is rendered: what its text cites, the numbers given so far, the pictures it asks for.
///
/// It lives for one document of one case. Numbers are given in the order in which the document first mentions or shows a thing; citations
/// are left as slots, because a style may need the whole document to write the first of them.
final class Composition {
  let `case`: Case
  let site: Site
  let medium: Medium
  /// Where the document's folder lies below the output: `cases/foot/`.
  let outputFolder: String
  /// The width in pixels that a poster's pictures are made at.
  var posterPictureWidth = 1920
  /// The place that a poster has for the figure timeline; nil on a page.
  var timelineArea: TimelineArea?
  /// For blind review: no credits below pictures.
  var hidesNames = false
  let bibliography: Bibliography
  /// How many references the author wants listed here; nil is all.
  var listedReferences: Int?
  private let groups: [FigureGroup]

  private(set) var outputs: [Output] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var requests: [CitationRequest] = []
  var footnotes: FootnoteWriter
  var slugs: Slug
  /// What is added to a heading's level, so that the sections of the text are `h2`.
  let headingOffset: Int
  private var figureNumbers: [FigureGroup.Key: Int] = [:]
  private var tableNumbers: [String: Int] = [:]
  private var tableCount = 0
  private var shownFigures: Set<String> = []
  private var switchCount = 0
  /// Series of pictures at one scale so far.
  var seriesCount = 0
  /// Whether there is a picture for the viewer.
  var showsPictures = false
  private(set) lazy var timeLabels = `case`.figureTimeLabels
  private var sectionTitles: [String: [Inline]]
  private(set) lazy var writer = makeWriter()

  init(_ manuscript: Manuscript, of case: Case, for medium: Medium, in context: RenderContext) {
    self.case = `case`
    self.medium = medium
    site = context.site
    timelineArea = medium.timelineArea(hasProgress: manuscript.sections.contains { $0.role == .progress })
    outputFolder = "cases/\(`case`.slug)/"
    bibliography = context.bibliography
    groups = manuscript.figureGroups(of: `case`)
    footnotes = FootnoteWriter(manuscript.footnotes)
    headingOffset = 2 - manuscript.topLevel
    slugs = Slug(taken: manuscript.sections.map(\.id))
    sectionTitles = Dictionary(manuscript.sections.map { ($0.id, $0.heading) }, uniquingKeysWith: { first, _ in first })
  }
}

// MARK: Numbers

extension Composition {
  /// "A": of a panel; none for a figure on its own.
  func letter(of figure: Figure) -> String {
    groups.first { $0.figures.contains { $0.id.value == figure.id.value } }?.letter(of: figure) ?? ""
  }

  /// "1", "1A": the number is the group's, given when it is first asked for.
  func label(of figure: Figure) -> String {
    guard let group = groups.first(where: { $0.figures.contains { $0.id.value == figure.id.value } }) else { return "" }
    return number(of: group) + group.letter(of: figure)
  }

  func number(of group: FigureGroup) -> String {
    let key = group.key
    if let number = figureNumbers[key] { return String(number) }
    figureNumbers[key] = figureNumbers.count + 1
    return String(figureNumbers.count)
  }

  /// The group that a figure or a `fig-` id belongs to.
  func group(named id: String) -> FigureGroup? { groups.first { $0.id == id } }

  func group(of figures: [Figure]) -> FigureGroup {
    groups.first { $0.figures.map(\.id.value) == figures.map(\.id.value) } ?? FigureGroup(id: nil, figures: figures)
  }

  /// The number of the table with this id, or of the next one without any.
  func tableNumber(_ id: String?) -> Int {
    if let id, let number = tableNumbers[id] { return number }
    tableCount += 1
    if let id { tableNumbers[id] = tableCount }
    return tableCount
  }

  /// `fig-foot-1` where the figure is shown first; a figure shown again has no id.
  func identifier(of figure: Figure) -> String? {
    shownFigures.insert(figure.id.value).inserted ? "fig-\(figure.id.value)" : nil
  }

  /// An id for the switch of a covered picture, which may be shown more than once.
  func switchIdentifier() -> String {
    switchCount += 1
    return "show-picture-\(switchCount)"
  }

  func add(_ outputs: [Output]) { self.outputs += outputs }
  func report(_ diagnostics: [Diagnostic]) { self.diagnostics += diagnostics }
}

// MARK: Citations and cross-references

extension Composition {
  /// A slot for the citation, or what was written where a key has no reference.
  func node(for citation: Citation) -> Node {
    guard let request = CitationRequest(citation, isKnown: { bibliography.contains($0, in: `case`) }) else { return .text(citation.source) }
    requests.append(request)
    // The first slot is the list of references.
    return .slot(requests.count)
  }

  func crossReference(to id: String) -> Node {
    func link(_ target: String, _ text: String) -> Node { .tag("a", ["href": "#\(target)"], .text(text)) }
    if id.hasPrefix("fig-") {
      let name = String(id.dropFirst(4))
      if let figure = `case`.figure(name), !label(of: figure).isEmpty { return link(id, "Figure " + label(of: figure)) }
      if let group = group(named: name) { return link(id, "Figure " + number(of: group)) }
    }
    if id.hasPrefix("tbl-") { return link(id, "Table \(tableNumber(id))") }
    let target = sectionTitles[id] != nil ? id : String(id.dropFirst("sec-".count))
    if let title = sectionTitles[target] { return link(target, title.plainText) }
    return .text("@\(id)")
  }

  /// What fills the slots. `earlier` is another document of the case: where it cites alike, as a poster mostly does as its page, nothing
  /// need be formatted again.
  func citationSlots(like earlier: CitationSlots? = nil) -> CitationSlots {
    let extent = listedReferences.map { ReferenceList.Extent(first: $0, pageAddress: `case`.address(in: site)) }
    if let earlier, earlier.requests == requests {
      return extent == nil ? earlier : CitationSlots(requests, earlier.document, extent)
    }
    return CitationSlots(requests, bibliography.format(requests, of: `case`, site.uncitedReferences), extent)
  }
}

extension Case {
  /// "cases.example.org/cases/foot/", where the site has an address and the case is published.
  func address(in site: Site) -> String? {
    guard status.value == .published, let url = site.url else { return nil }
    let host = ["https://", "http://"].reduce(Substring(url)) { $0.hasPrefix($1) ? $0.dropFirst($1.count) : $0 }
    return "\(host)cases/\(slug)/"
  }
}

extension Manuscript {
  /// What shares a number: the figures of each part, in the order of the parts.
  fileprivate func figureGroups(of case: Case) -> [FigureGroup] {
    var groups: [FigureGroup] = []
    for part in sections.flatMap(\.items).compactMap(\.figurePart) {
      switch part {
      case .figure(let id): groups += `case`.figure(id.value).map { [FigureGroup(id: nil, figures: [$0])] } ?? []
      case .figures(let selection):
        groups.append(FigureGroup(id: selection.id, figures: `case`.figures(in: selection), caption: selection.caption))
      case .timeline(let selection):
        let panels = FigureTimeline(of: `case`.figures(in: selection), in: `case`).panels
        groups.append(FigureGroup(id: selection.id, figures: panels, caption: selection.caption))
      case .woundChart(let selection): if let id = selection.id { groups.append(FigureGroup(id: id, figures: [])) }
      default: break
      }
    }
    return groups
  }
}

extension Manuscript.Item {
  fileprivate var figurePart: GeneratedPart? { if case .part(let part) = self { part } else { nil } }
}
