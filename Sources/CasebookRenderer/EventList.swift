internal import CasebookModel
internal import HTML

/// The events as a list along an axis: when, what kind, what.
struct EventList {
  var rows: [(label: String, event: Event)]

  init(of case: Case, kinds: [Event.Kind]) {
    let chronology = `case`.chronology
    let chosen = `case`.events.filter { kinds.isEmpty || kinds.contains($0.kind) }.enumerated()
      .sorted { (chronology.sortKey(of: $0.element.time), $0.offset) < (chronology.sortKey(of: $1.element.time), $1.offset) }.map(\.element)
    rows = Array(zip(chronology.labels(of: chosen.map(\.time)), chosen)).map { label, event in
      (label: event.end == nil ? label : EventTime(event, in: chronology).label, event: event)
    }
  }

  func node(text: (RichText) -> Node) -> Node {
    .tag(
      "ol", ["class": "events"],
      rows.map { label, event in
        .tag(
          "li", ["class": "event event-\(event.kind.rawValue)"],
          .tag("span", ["class": "event-time"], .text(label)),
          .tag("span", ["class": "event-text"], text(event.text)),
          event.kind == .event ? .empty : .tag("span", ["class": "event-kind"], .text(event.kind.rawValue)))
      })
  }
}
