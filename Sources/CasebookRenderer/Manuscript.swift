internal import CasebookModel
internal import Markdown

/// A case's text as one medium shows it: its sections in order, the generated parts in their places.
struct Manuscript {
  var sections: [Section]
  var footnotes: [Footnote]
  /// The level of the headings that begin sections.
  var topLevel: Int

  struct Section {
    /// What a layout may do with the section: the figure grid and the conclusion stand out on a poster.
    enum Role { case text, timeline, progress, events, conclusion, references }

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
    let placed = Set(sections.flatMap(\.items).compactMap(\.partName))
    let added = Self.defaults(of: `case`, for: medium, without: placed, &slugs)
    sections.insert(contentsOf: added, at: Self.placeForParts(in: sections))
    if includesReferences, !placed.contains("references") {
      let id = slugs.unique("references")
      sections.append(Section(id: id, heading: [.text("References")], role: .references, items: [.part(.references)]))
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

  private static func defaults(of case: Case, for medium: Medium, without placed: Set<String>, _ slugs: inout Slug) -> [Section] {
    var added: [Section] = []
    func add(_ title: String, _ role: Section.Role, _ items: [Item]) {
      guard !items.isEmpty else { return }
      added.append(Section(id: slugs.unique(title), heading: [.text(title)], role: role, items: items))
    }
    // A poster tells its events in its figures and charts; the list of all of them stands on the page.
    if !medium.isPoster, !placed.contains("events"), !`case`.events.isEmpty {
      add("Course of events", .events, [.part(.events(kinds: []))])
    }
    if !placed.contains("timeline"), !placed.contains("figures"), !`case`.figures.isEmpty {
      add("Figure timeline", .timeline, [.part(.timeline(GeneratedPart.FigureSelection()))])
    }
    let measured = `case`.wounds.contains { !$0.visits.isEmpty }
    let progress: [(String, GeneratedPart)] = [
      ("wound-chart", .woundChart(GeneratedPart.WoundSelection())), ("wound-table", .woundTable(GeneratedPart.WoundSelection())),
    ]
    if measured { add("Wound progress", .progress, progress.filter { !placed.contains($0.0) }.map { .part($0.1) }) }
    return added
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
