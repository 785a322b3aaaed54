internal import CasebookModel
internal import HTML
internal import WoundProgress

/// The composition of the wound bed at each visit that recorded it, as bars of 100 percent.
struct TissueBars {
  let course: WoundCourse
  let chronology: Chronology
  var showsName: Bool

  /// Empty where no visit recorded percentages that add up to 100.
  var node: Node {
    var bars: [(label: String, shares: [TissuePercentages.Share])] = []
    let times = TimeColumn(course.rows.map { course.wound.visits[$0.visit].time }, in: chronology)
    for (index, row) in course.rows.enumerated() {
      let shares = course.measurement(row).tissue.recorded.filter { $0.percent > 0 }
      if shares.reduce(0, { $0 + $1.percent }) == 100 { bars.append((times.labels[index], shares)) }
    }
    guard !bars.isEmpty else { return .empty }
    let kinds = TissuePercentages.Kind.allCases.filter { kind in bars.contains { $0.shares.contains { $0.kind == kind } } }
    let legend = kinds.map { Node.tag("li", ["class": "wound-tissue-\($0.rawValue)"], .text($0.title)) }
    let columns = bars.map { bar in
      let parts = bar.shares.map { share in
        Node.tag(
          "span", ["class": "wound-tissue-\(share.kind.rawValue)", "style": "flex-grow:\(share.percent)"],
          share.percent >= 15 ? .text("\(share.percent)") : .empty)
      }
      let words = bar.shares.map { "\($0.kind.rawValue) \($0.percent)%" }.joined(separator: ", ")
      return Node.tag(
        "li", ["title": "\(times.heading) \(bar.label): \(words)"],
        .element("span", [Attribute("class", "wound-tissue-bar"), Attribute("aria-hidden", "true")], parts),
        .tag("span", ["class": "hidden"], .text("\(words), \(times.heading.lowercased()) ")), .tag("b", [:], .text(bar.label)))
    }
    return .tag(
      "div", ["class": "wound-tissue"],
      .tag(
        "p", ["class": "wound-chart-description"],
        .text(
          (showsName ? course.wound.name + ". " : "")
            + "Tissue of the wound bed, %, by \(times.heading.lowercased()), not to scale of time.")),
      .element("ul", [Attribute("class", "wound-tissue-key")], legend), .element("ol", [Attribute("class", "wound-tissue-bars")], columns))
  }
}
