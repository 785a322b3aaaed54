internal import CasebookModel
internal import HTML
internal import WoundProgress

/// A wound's visits as a table: as many columns as the data has, the method and the baseline in the caption.
struct WoundTable {
  let course: WoundCourse
  let chronology: Chronology
  var options = Options()

  struct Options {
    /// What the author asked for; empty: what the data has.
    var columns: [WoundColumn.Kind] = []
    var showsPUSH = false
    var showsMilestones = false
    /// Only time, size, area and reduction, for a poster's column.
    var isCompact = false
    /// Treatments to show beside the visits; only for the one wound of a case, since events name no wound.
    var events: [Event] = []
    /// "Table 2", before the caption.
    var label: String?
    /// The author's, before the sentence on the method.
    var caption: Node?
  }

  func node(id: String? = nil) -> Node {
    let times = TimeColumn(course.rows.map { course.wound.visits[$0.visit].time }, in: chronology)
    var columns = kinds.flatMap(course.columns).filter { !$0.isEmpty }
    let hasSizes = columns.first?.heading.hasPrefix("L ×") == true
    if !hasSizes, let states = stateColumn { columns.append(states) }
    let treatments = Treatments(options.isCompact ? [] : options.events, course: course, chronology: chronology)
    let shown = columns + (treatments.column.map { [$0] } ?? [])

    var head: [Node] = [.tag("th", ["scope": "col"], .text(times.heading))]
    for column in shown {
      let words = column.isWords ? [Attribute("class", "wound-table-words")] : []
      head.append(.element("th", [Attribute("scope", "col")] + words, [.text(column.heading)]))
    }
    var body: [Node] = []
    for (index, row) in course.rows.enumerated() {
      body += treatments.rows(before: index, columns: shown.count)
      body.append(.element("tr", [], cells(of: row, index: index, time: times.labels[index], columns: shown, hasSizes: hasSizes)))
    }
    let table = Node.element(
      "table", [Attribute("class", "wound-table")] + (id.map { [Attribute("id", $0)] } ?? []),
      [caption(times), .tag("thead", [:], .element("tr", [], head)), .element("tbody", [], body)])
    let frame = Node.tag(
      "div", ["class": "wound-table-frame", "tabindex": "0", "role": "region", "aria-label": "Table: \(course.wound.name)"], table)
    return notes.isEmpty ? frame : .fragment([frame, .tag("p", ["class": "wound-table-note"], .text(notes.joined(separator: " ")))])
  }

  private var kinds: [WoundColumn.Kind] {
    if !options.columns.isEmpty { return options.columns }
    if options.isCompact { return [.size, .area, .reduction] + (options.showsPUSH ? [.push] : []) }
    return WoundColumn.Kind.allCases.filter { kind in
      switch kind {
      case .rate: course.isUneven
      case .push: options.showsPUSH
      default: true
      }
    }
  }

  private var notes: [String] { options.showsMilestones ? WoundWords.milestones(of: course, in: chronology) : [] }

  /// "closed", "reopened" and "not measured" where no size column says them.
  private var stateColumn: WoundColumn? {
    let column = WoundColumn(heading: "State", cells: course.rows.map(course.state), isWords: true)
    return column.isEmpty ? nil : column
  }

  private func cells(of row: WoundCourse.Row, index: Int, time: String, columns: [WoundColumn], hasSizes: Bool) -> [Node] {
    var cells: [Node] = []
    cells.reserveCapacity(columns.count + 1)
    cells.append(.element("th", Self.rowScope, [.text(time)]))
    for (number, column) in columns.enumerated() {
      var content: [Node] = [.text(column.cells[index] ?? (column.isWords ? "" : WoundColumn.dash))]
      if number == 0, hasSizes, let state = course.state(row), column.cells[index] != state {
        content.insert(.tag("span", ["class": "wound-table-state"], .text(state)), at: 0)
      }
      cells.append(.element("td", column.isWords ? Self.wordsClass : [], content))
    }
    return cells
  }

  // Shared by the cells of all rows.
  private static let rowScope = [Attribute("scope", "row")]
  private static let wordsClass = [Attribute("class", "wound-table-words")]

  private func caption(_ times: TimeColumn) -> Node {
    var parts: [Node] = []
    if let label = options.label { parts += [.tag("b", [:], .text(label + ".")), " "] }
    parts += [options.caption ?? .text(course.wound.name + "."), .text(" " + WoundWords.method(course.method))]
    if course.series.points.count > 1 {
      let baseline = course.rows.firstIndex { $0.point == 0 } ?? 0
      parts.append(.text(" Area reduction from \(times.inSentence(baseline)), positive = smaller."))
    }
    return .element("caption", [], parts)
  }
}
