internal import CasebookModel
internal import HTML
internal import Markdown

/// Procedures and medications beside the visits of a wound: in the visit's row where they fall on one, else in a row of their own between.
struct Treatments {
  /// By row of the course, those on the same day.
  private var onVisit: [Int: [String]] = [:]
  /// By row of the course, those since the visit before.
  private var between: [Int: [(time: String, text: String)]] = [:]
  private let rowCount: Int

  init(_ events: [Event], course: WoundCourse, chronology: Chronology) {
    rowCount = course.rows.count
    guard course.isDated, let first = course.rows.first, let last = course.rows.last else { return }
    for event in events where event.kind == .procedure || event.kind == .medication {
      guard let day = chronology.day(of: event.time), day >= first.time.number, day <= last.time.number else { continue }
      let text = event.text.inlines.plainText + Self.end(of: event, chronology)
      if let row = course.rows.firstIndex(where: { $0.time.number == day }) {
        onVisit[row, default: []].append(text)
      } else if let next = course.rows.firstIndex(where: { $0.time.number > day }) {
        between[next, default: []].append((TimeColumn([event.time], in: chronology).labels[0], text))
      }
    }
  }

  /// " (to week 14)"
  private static func end(of event: Event, _ chronology: Chronology) -> String {
    switch event.end?.value {
    case nil: ""
    case .ongoing: " (ongoing)"
    case .at(let time): " (to \(TimeColumn([time], in: chronology).inSentence(0)))"
    }
  }

  var column: WoundColumn? {
    guard !onVisit.isEmpty else { return nil }
    return WoundColumn(heading: "Treatment", cells: (0..<rowCount).map { onVisit[$0]?.joined(separator: "; ") }, isWords: true)
  }

  /// The rows that stand before a visit's own; `columns` beside the time's.
  func rows(before index: Int, columns: Int) -> [Node] {
    (between[index] ?? []).map { treatment in
      .tag(
        "tr", ["class": "wound-table-event"], .tag("th", ["scope": "row"], .text(treatment.time)),
        .tag("td", ["colspan": "\(columns)"], .text(treatment.text)))
    }
  }
}
