internal import CasebookModel
internal import DataFormats
internal import Diagnostics

extension Fields {
  /// `until: 2026-06-22` after `date:`, `until: 14` after `week:`, `until: ongoing`.
  mutating func end(after start: TimePoint, _ order: Site.DateOrder?) -> Located<Event.End>? {
    guard let node = node("until"), !node.isNull else { return nil }
    if node.text == "ongoing" { return Located(.ongoing, at: node.location) }
    let end: Located<TimePoint>? =
      switch start {
      case .date: value("until", .date(order))?.map { .date($0) }
      case .day: value("until", .integer(TimePoint.days))?.map { .day($0) }
      case .week: value("until", .integer(TimePoint.weeks))?.map { .week($0) }
      case .visit: value("until", .integer(TimePoint.visits))?.map { .visit($0) }
      }
    guard let end else { return nil }
    let chronology = Chronology(dayZero: nil, policy: .relative)
    guard chronology.sortKey(of: end.value) >> 2 >= chronology.sortKey(of: start) >> 2 else {
      diagnostics.append(
        Diagnostic(
          .error, "ends-before-start", "Event ends before it starts", at: end.location,
          remedy: "correct the start or \"until\"; it counts like the start: as a date, in weeks or in days"))
      return nil
    }
    return end.map { .at($0) }
  }
}
