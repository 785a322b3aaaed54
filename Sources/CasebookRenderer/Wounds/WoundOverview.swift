internal import CasebookModel
internal import HTML
internal import WoundProgress

/// Several wounds in one table, for a poster: a row for each time, and each wound's area and reduction.
struct WoundOverview {
  let courses: [WoundCourse]
  let chronology: Chronology
  let options: WoundTable.Options

  var node: Node {
    var times: [Int: TimePoint] = [:]
    for course in courses {
      for row in course.rows { times[row.time.number] = course.wound.visits[row.visit].time }
    }
    let order = times.keys.sorted()
    let labels = TimeColumn(order.compactMap { times[$0] }, in: chronology)
    var names: [Node] = [.tag("th", ["scope": "col", "rowspan": "2"], .text(labels.heading))]
    var units: [Node] = []
    var columns: [WoundColumn] = []
    for course in courses {
      names.append(.tag("th", ["scope": "colgroup", "colspan": "2", "class": "wound-table-group"], .text(course.wound.name)))
      for heading in ["Area, cm²", "Reduction, %"] { units.append(.tag("th", ["scope": "col"], .text(heading))) }
      columns += pair(of: course, order)
    }
    let body = order.indices.map { index -> Node in
      let cells = columns.map { Node.tag("td", [:], .text($0.cells[index] ?? WoundColumn.dash)) }
      return .element("tr", [], [.tag("th", ["scope": "row"], .text(labels.labels[index]))] + cells)
    }
    let head = Node.element("thead", [], [.element("tr", [], names), .element("tr", [], units)])
    return .tag(
      "div", ["class": "wound-table-frame", "tabindex": "0", "role": "region", "aria-label": "Table: areas of \(courses.count) wounds"],
      .tag("table", ["class": "wound-table"], caption(labels), head, .element("tbody", [], body)))
  }

  /// Area and reduction; "closed" in place of 0.
  private func pair(of course: WoundCourse, _ times: [Int]) -> [WoundColumn] {
    var areas: [String?] = []
    var reductions: [String?] = []
    for time in times {
      let row = course.rows.last { $0.time.number == time }
      let index = row?.point
      let point = index.map { course.series.points[$0] }
      areas.append(point.map { $0.area.isZero ? "closed" : $0.area.text })
      reductions.append(index == 0 ? nil : point?.reduction?.typeset)
    }
    return [
      WoundColumn(heading: "Area, cm²", cells: WoundColumn.aligned(areas)),
      WoundColumn(heading: "Reduction, %", cells: WoundColumn.aligned(reductions)),
    ]
  }

  private func caption(_ times: TimeColumn) -> Node {
    var parts: [Node] = options.label.map { [.tag("b", [:], .text($0 + ".")), " "] } ?? []
    if let caption = options.caption { parts += [caption, " "] }
    let methods = Set(courses.map(\.method))
    let words =
      methods.count == 1
      ? WoundWords.method(courses[0].method)
      : courses.map { "\($0.wound.name): " + WoundWords.shortMethod($0.method) }.joined(separator: "; ") + "."
    parts.append(.text(words + " Reduction of the area from each wound's first measurement, positive = smaller."))
    return .element("caption", [], parts)
  }
}
