internal import CasebookModel
internal import HTML
internal import Templates

/// What the page says of the case itself: topics, key words, codes, when it was published and where it was shown.
struct AboutBox {
  var items: [(name: String, value: TemplateValue)] = []

  init(of case: Case, root: String) {
    let topics = `case`.topics.map(\.value).unique.map { topic -> Node in
      `case`.status.value == .published ? .tag("a", ["href": root + Topic.path(of: topic)], .text(topic)) : .text(topic)
    }
    add("Topics", topics.separated(by: ", "))
    add("Codes", `case`.codes.map { .text($0.value) }.separated(by: ", "))
    if let published = `case`.published?.value { add("Published", .text(TimeLabel.calendar(published))) }
    if let updated = `case`.updated?.value, updated != `case`.published?.value { add("Revised", .text(TimeLabel.calendar(updated))) }
    if let basis = `case`.basis { add("Previously published", .text(basis.source.value)) }
    let shown = `case`.presentations.map { presentation in
      let date = presentation.date.map { TimeLabel.calendar($0.value) }
      return Node.text([presentation.meeting, date, presentation.number].compactMap { $0 }.joined(separator: ", "))
    }
    add("Presented", shown.separated(by: "; "))
  }

  private mutating func add(_ name: String, _ node: Node) {
    if !node.isEmpty { items.append((name, .markup(node.bytes()))) }
  }
}

extension [Node] {
  func separated(by separator: String) -> Node {
    .fragment(enumerated().flatMap { $0.offset == 0 ? [$0.element] : [.text(separator), $0.element] })
  }
}
