internal import CasebookModel
internal import Markdown

/// A case's text as one medium shows it: its sections in order, the generated parts in their places.
struct Manuscript {
  var sections: [Section]
  var footnotes: [Footnote]
  /// The level of the headings that begin sections.
  var topLevel: Int
  /// Figures that no part shows.
  private var figuresLeft: GeneratedPart.FigureSelection?

  struct Section {
    /// What a layout may do with the section: the figure grid and the conclusion stand out on a poster.
    enum Role: String { case text, timeline, progress, events, conclusion, references }

    var id: String
    var heading: [Inline]
    var role: Role
    var items: [Item]
  }

  enum Item {
    case block(Block)
    case part(GeneratedPart)
  }
}

extension Manuscript {
  /// Takes the narrative, or on a poster `poster.md` where there is one; leaves out the sections of the other medium; adds the generated
  /// parts that the author placed nowhere: events, figures and wounds after the case's presentation, references last.
  init(of case: Case, for medium: Medium, includesReferences: Bool) {
    let text = medium.isPoster ? `case`.poster ?? `case`.narrative : `case`.narrative
    var slugs = Slug()
    topLevel = text.document.blocks.compactMap(\.headingLevel).min() ?? 2
    sections = Self.sections(of: text, topLevel, for: medium, &slugs)
    footnotes = text.document.footnotes
    replaceLoneImages(of: `case`)
    let placed = Set(sections.flatMap(\.items).compactMap(\.partName))
    let lifted = medium.isPoster ? liftParts() : []
    let added = lifted + Self.defaults(of: `case`, for: medium, without: placed)
    let place = Self.placeForParts(in: sections)
    addFigures(of: `case`, besides: added, at: place)
    sections.insert(contentsOf: named(added, &slugs), at: place)
    if includesReferences, !placed.contains("references") {
      let id = slugs.unique("references")
      sections.append(Section(id: id, heading: [.text("References")], role: .references, items: [.part(.references(first: nil))]))
    }
  }

  /// One section a heading of the highest level in use; what stands before the first heading has no heading.
  private static func sections(of text: Case.Text, _ top: Int, for medium: Medium, _ slugs: inout Slug) -> [Section] {
    let blocks = text.document.blocks
    var sections: [Section] = []
    var hiddenBelow: Int?
    for block in blocks {
      if case .heading(let level, let inlines, let attributes) = block.content {
        if let limit = hiddenBelow, level <= limit { hiddenBelow = nil }
        if hiddenBelow == nil, attributes.classes.contains(medium.otherClassName), !attributes.classes.contains(medium.className) {
          hiddenBelow = level
        }
        if hiddenBelow != nil { continue }
        if level == top {
          let title = inlines.plainText
          let id = attributes.id ?? slugs.unique(title)
          sections.append(Section(id: id, heading: inlines, role: role(ofHeading: title), items: []))
          continue
        }
      }
      if hiddenBelow != nil { continue }
      if sections.isEmpty { sections.append(Section(id: slugs.unique("text"), heading: [], role: .text, items: [])) }
      sections[sections.count - 1].items.append(item(for: block, in: text))
    }
    return sections
  }

  private static func item(for block: Block, in text: Case.Text) -> Item {
    if case .part = block.content, let part = text.parts[block.line] { .part(part) } else { .block(block) }
  }

  private static func role(ofHeading title: String) -> Section.Role {
    let words = title.lowercased()
    if words.hasPrefix("conclusion") { return .conclusion }
    return words == "references" || words == "resources" ? .references : .text
  }

  /// A part that stands out, and the kind of section it goes to.
  private typealias Added = (role: Section.Role, item: Item)

  /// The parts that the author placed nowhere.
  private static func defaults(of case: Case, for medium: Medium, without placed: Set<String>) -> [Added] {
    var added: [Added] = []
    // A poster tells its events in its figures and charts; the list of all of them stands on the page.
    if !medium.isPoster, !placed.contains("events"), !`case`.events.isEmpty { added.append((.events, .part(.events(kinds: [])))) }
    let measured = `case`.wounds.contains { !$0.visits.isEmpty }
    if measured, !placed.contains("wound-chart") { added.append((.progress, .part(.woundChart(GeneratedPart.WoundSelection())))) }
    if measured, !placed.contains("wound-table") { added.append((.progress, .part(.woundTable(GeneratedPart.WoundSelection())))) }
    return added
  }

  /// The figures that no part shows: as a timeline where the author placed none, else below the case's presentation.
  private mutating func addFigures(of case: Case, besides added: [Added], at place: Int) {
    let parts = sections.flatMap(\.items) + added.map(\.item)
    let shown = Set(parts.flatMap { $0.figures(of: `case`) }.map(\.id.value))
    let left = `case`.figures.filter { !shown.contains($0.id.value) }
    guard !left.isEmpty else { return }
    var selection = GeneratedPart.FigureSelection()
    selection.figures = left.map(\.id)
    let hasTimeline = parts.contains { $0.partName == "timeline" }
    if hasTimeline || !left.contains(where: { $0.time != nil }) {
      let part = left.count == 1 ? GeneratedPart.figure(left[0].id) : .figures(selection)
      if sections.isEmpty { sections.append(Section(id: "text", heading: [], role: .text, items: [])) }
      sections[max(0, min(place, sections.count) - 1)].items.append(.part(part))
    } else {
      figuresLeft = selection
    }
  }

  /// Takes the figure grids, charts and tables of wounds out of the text, where they would stand in a narrow column. A section of such
  /// parts alone keeps its heading and its place.
  private mutating func liftParts() -> [Added] {
    var lifted: [Added] = []
    for index in sections.indices {
      let roles = sections[index].items.map(\.roleOfPart)
      if let first = roles.first, let role = first, roles.allSatisfy({ $0 != nil }) {
        sections[index].role = role
        continue
      }
      lifted += zip(roles, sections[index].items).compactMap { role, item in role.map { ($0, item) } }
      sections[index].items.removeAll { $0.roleOfPart != nil }
    }
    return lifted
  }

  /// Sections for parts without one, a section for each kind.
  private mutating func named(_ added: [Added], _ slugs: inout Slug) -> [Section] {
    let figures = added.filter { $0.role == .timeline }.map(\.item) + (figuresLeft.map { [.part(.timeline($0))] } ?? [])
    let groups: [(String, Section.Role, [Item])] = [
      ("Course of events", .events, added.filter { $0.role == .events }.map(\.item)), ("Figure timeline", .timeline, figures),
      ("Wound progress", .progress, added.filter { $0.role == .progress }.map(\.item)),
    ]
    return groups.filter { !$0.2.isEmpty }.map { title, role, items in
      Section(id: slugs.unique(title), heading: [.text(title)], role: role, items: items)
    }
  }

  /// A paragraph that is nothing but a declared figure's image is that figure.
  private mutating func replaceLoneImages(of case: Case) {
    for section in sections.indices {
      for item in sections[section].items.indices {
        guard case .block(let block) = sections[section].items[item], case .paragraph(let inlines) = block.content, inlines.count == 1,
          case .image(let source, _, _) = inlines[0], let figure = `case`.figure(ofFile: source)
        else { continue }
        sections[section].items[item] = .part(.figure(figure.id))
      }
    }
  }

  /// After the first section whose heading has "case" or "presentation" in it, else after the first.
  private static func placeForParts(in sections: [Section]) -> Int {
    let found = sections.firstIndex { section in
      let words = section.heading.plainText.lowercased()
      return words.contains("case") || words.contains("presentation")
    }
    return min((found ?? 0) + 1, sections.count)
  }
}

extension Manuscript.Item {
  /// The name an author places the part by.
  var partName: String? {
    guard case .part(let part) = self else { return nil }
    switch part {
    case .timeline: return "timeline"
    case .figure: return "figure"
    case .figures: return "figures"
    case .woundTable: return "wound-table"
    case .woundChart: return "wound-chart"
    case .events: return "events"
    case .table: return "table"
    case .references: return "references"
    }
  }

  /// The section that the part stands in on a poster; nil for what stays in the text.
  fileprivate var roleOfPart: Manuscript.Section.Role? {
    switch partName {
    case "timeline", "figures": .timeline
    case "wound-chart", "wound-table": .progress
    default: nil
    }
  }

  /// The figures that a part shows.
  func figures(of case: Case) -> [Figure] {
    guard case .part(let part) = self else { return [] }
    switch part {
    case .figure(let id): return [`case`.figure(id.value)].compactMap { $0 }
    case .figures(let selection), .timeline(let selection): return `case`.figures(in: selection)
    default: return []
    }
  }
}

extension Block {
  fileprivate var headingLevel: Int? { if case .heading(let level, _, _) = content { level } else { nil } }
}

extension Manuscript.Section {
  /// Words of its running text.
  var wordCount: Int {
    items.reduce(0) { count, item in
      if case .block(let block) = item { count + [block].wordCount } else { count }
    }
  }
}
