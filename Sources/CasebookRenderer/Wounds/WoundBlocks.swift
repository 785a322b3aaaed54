package import CasebookModel
internal import HTML

/// A wound's chart and table outside any document, as HTML; empty where it has no series.
package enum WoundBlocks {
  package static func html(of wound: Wound, events: [Event], in chronology: Chronology) -> [UInt8] {
    guard let course = WoundCourse(wound, in: chronology) else { return [] }
    let chart = WoundChart(courses: [course], chronology: chronology, options: .init(events: events)).node(id: wound.id.value)
    let table = WoundTable(course: course, chronology: chronology, options: .init(showsPUSH: true, events: events)).node()
    return Node.fragment([chart, table]).bytes()
  }
}
