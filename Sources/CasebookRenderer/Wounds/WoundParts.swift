internal import CasebookModel
internal import HTML
internal import WoundProgress

/// The wounds of a document as a chart, as tables and as numbers in its text.
extension Composition {
  /// The chart of the named wounds, all of them without a name; empty where nothing was measured.
  func woundChart(_ selection: GeneratedPart.WoundSelection) -> Node {
    let courses = WoundCourse.courses(of: `case`.wounds(in: selection), in: `case`.chronology)
    let figureGroup = selection.id.flatMap { self.group(named: $0) }
    let label = figureGroup.map { "Figure " + number(of: $0) }
    let options = WoundChart.Options(
      form: selection.form, title: selection.title, label: label, caption: selection.caption.map { inline($0) }, events: `case`.events,
      showsTissue: selection.showsTissue, isPoster: medium.isPoster)
    let identifier = selection.id.map { "fig-" + $0 } ?? slugs.unique("wound-chart")
    return WoundChart(courses: courses, chronology: `case`.chronology, options: options).node(id: identifier)
  }

  /// A table for each of the named wounds; on a poster one table for all of several.
  func woundTable(_ selection: GeneratedPart.WoundSelection) -> Node {
    let courses = WoundCourse.courses(of: `case`.wounds(in: selection), in: `case`.chronology)
    guard !courses.isEmpty else { return .empty }
    let identifier = selection.id.map { "tbl-" + $0 }
    let number = selection.id == nil && selection.caption == nil ? nil : tableNumber(identifier)
    var options = WoundTable.Options(
      columns: selection.columns.map(\.value), showsPUSH: selection.showsPUSH,
      showsMilestones: selection.showsMilestones, isCompact: medium.isPoster, events: courses.count == 1 ? `case`.events : [])
    options.caption = selection.caption.map { inline($0) }
    if courses.count >= WoundSummaryTable.limit, medium.isPoster, options.columns.isEmpty {
      options.label = number.map { "Table \($0)" }
      return .tag("div", ["id": identifier], WoundSummaryTable(courses: courses, options: options).node)
    }
    if courses.count > 1, medium.isPoster, options.columns.isEmpty, courses.allSatisfy(\.isDated) {
      options.label = number.map { "Table \($0)" }
      return .tag("div", ["id": identifier], WoundOverview(courses: courses, chronology: `case`.chronology, options: options).node)
    }
    let tables = courses.enumerated().map { index, course in
      // One number for the part, a letter for each of its tables.
      options.label = number.map { "Table \($0)" + (courses.count > 1 ? FigureGroup.letter(index) : "") }
      options.caption = index == 0 ? options.caption : nil
      return WoundTable(course: course, chronology: `case`.chronology, options: options).node()
    }
    return .tag("div", ["id": identifier], tables)
  }

  /// What `` `{area foot week 4}` `` prints; where it cannot be computed, which is an error with its own remedy, what was written.
  func number(_ words: String) -> Node {
    do {
      return .text(try `case`.number(words))
    } catch {
      return .text("{\(words)}")
    }
  }
}

/// The course of a case's wounds for its card.
enum WoundProgressSummary {
  /// The sparkline and its words as HTML; nil without measurements.
  static func markup(of case: Case) -> String? {
    let courses = WoundCourse.courses(of: `case`.wounds, in: `case`.chronology)
    return Sparkline(courses: courses, chronology: `case`.chronology).node?.string()
  }
}
