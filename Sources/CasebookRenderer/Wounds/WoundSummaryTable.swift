internal import CasebookModel
internal import HTML
internal import WoundProgress

/// Many wounds in one narrow table, for a poster: a row for each wound, from its first to its last measurement.
struct WoundSummaryTable {
  let courses: [WoundCourse]
  let options: WoundTable.Options

  /// From this many wounds on a column for each would not fit.
  static let limit = 4

  var node: Node {
    let columns = self.columns
    let head =
      [Node.tag("th", ["scope": "col"], "Wound")]
      + columns.map { column in
        .tag("th", ["scope": "col", "class": column.isWords ? "wound-table-words" : nil], .text(column.heading))
      }
    let body = courses.indices.map { index -> Node in
      let cells = columns.map { column in
        Node.tag("td", ["class": column.isWords ? "wound-table-words" : nil], .text(column.cells[index] ?? WoundColumn.dash))
      }
      return .element("tr", [], [.tag("th", ["scope": "row"], .text(courses[index].wound.name))] + cells)
    }
    return .tag(
      "div", ["class": "wound-table-frame", "tabindex": "0", "role": "region", "aria-label": "Table: areas of \(courses.count) wounds"],
      .tag(
        "table", ["class": "wound-table"], caption, .tag("thead", [:], .element("tr", [], head)), .element("tbody", [], body)))
  }

  private var columns: [WoundColumn] {
    let several = courses.map { $0.series.points.count > 1 }
    let areas = { (area: Area) in area.isZero ? "0" : area.text }
    let last = zip(courses, several).map { $1 ? areas($0.series.last.area) : nil }
    let reductions = zip(courses, several).map { $1 ? $0.series.last.reduction?.typeset : nil }
    let weeks = zip(courses, several).map { $1 && $0.isDated ? String(TimeLabel.week(ofDay: $0.days)) : nil }
    let states = courses.map { course -> String? in
      let count = course.series.points.count
      return course.series.closure(at: count - 1)?.words
        ?? (course.series.trajectory == .single ? "one measurement" : course.series.trajectory.words)
    }
    return [
      WoundColumn(heading: "First area, cm²", cells: WoundColumn.aligned(courses.map { areas($0.series.baseline.area) })),
      WoundColumn(heading: "Last area, cm²", cells: WoundColumn.aligned(last)),
      WoundColumn(heading: "Area reduction, %", cells: WoundColumn.aligned(reductions)),
      WoundColumn(heading: "Weeks", cells: weeks), WoundColumn(heading: "At the last visit", cells: states, isWords: true),
    ].filter { !$0.isEmpty }
  }

  private var caption: Node {
    var parts: [Node] = options.label.map { [.tag("b", [:], .text($0 + ".")), " "] } ?? []
    if let caption = options.caption { parts += [caption, " "] }
    let methods = Set(courses.map(\.method))
    let words =
      methods.count == 1
      ? WoundWords.method(courses[0].method)
      : courses.map { "\($0.wound.name): " + WoundWords.shortMethod($0.method) }.joined(separator: "; ") + "."
    parts.append(.text(words + " Reduction of the area from each wound\u{2019}s first to its last measurement, positive = smaller."))
    return .element("caption", [], parts)
  }
}
