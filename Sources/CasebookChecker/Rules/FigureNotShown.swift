internal import CasebookModel
internal import Diagnostics
internal import Markdown

extension Rule {
  static let figureNotShown = Rule(
    "figure-not-shown", .warning, "Figure is shown or mentioned",
    why: """
      As long as a text places no {timeline} and no {figures}, the figure timeline shows all figures. A text that places its
      figures itself may forget one: it is then on no page and no poster.
      """,
    remedy: "place it with {figure}, {figures} or {timeline}, mention it as @fig-…, or remove it from case.yaml",
    bad: """
      ```{timeline}
      figures: [foot-1, foot-2]
      ```
      (and case.yaml has a figure foot-3, which no text mentions)
      """,
    good: """
      ```{timeline}
      figures: [foot-1, foot-2]
      ```
      The radiograph showed no erosion (@fig-foot-3).
      """
  ) { subject in
    guard !subject.case.figures.isEmpty else { return [] }
    var shown: Set<String> = []
    if add(subject.case.narrative, of: subject.case, hidden: "poster", to: &shown) { return [] }
    if add(subject.case.poster ?? subject.case.narrative, of: subject.case, hidden: "page", to: &shown) { return [] }
    return subject.case.figures.compactMap { figure in
      guard !shown.contains(figure.id.value) else { return nil }
      return Problem(
        "figures.\(figure.id.value)", "Figure \"\(figure.id.value)\" is never shown or mentioned", at: figure.id.location,
        remedy: "place it with {figure}, {figures} or {timeline}, or mention it as @fig-\(figure.id.value)")
    }
  }
}

/// Adds what a text shows in one medium; true when it shows everything.
private func add(_ text: Case.Text, of case: Case, hidden: String, to shown: inout Set<String>) -> Bool {
  let selections = visibleParts(of: text, hidden: hidden).compactMap { part -> GeneratedPart.FigureSelection? in
    switch part {
    case .timeline(let selection), .figures(let selection): return selection
    case .figure(let id): shown.insert(id.value)
    default: break
    }
    return nil
  }
  // The timeline comes by itself where nothing of its kind is placed.
  guard !selections.isEmpty else { return true }
  for selection in selections { shown.formUnion(`case`.figures(selectedBy: selection)) }
  let files = Dictionary(
    `case`.figures.compactMap { figure in figure.file.map { ($0.value, figure.id.value) } }, uniquingKeysWith: { first, _ in first })
  text.document.visitInlines { inline, _ in
    switch inline {
    case .crossReference(let id, _) where id.hasPrefix("fig-"): shown.insert(String(id.dropFirst(4)))
    case .image(let source, _, _):
      for (file, id) in files where file.hasSuffix(source) { shown.insert(id) }
    default: break
    }
  }
  return false
}

/// The generated parts of the sections that a medium shows.
private func visibleParts(of text: Case.Text, hidden: String) -> [GeneratedPart] {
  let visible = hidden == "poster" ? "page" : "poster"
  var hiddenBelow: Int?
  var parts: [GeneratedPart] = []
  for block in text.document.blocks {
    if case .heading(let level, _, let attributes) = block.content {
      if let limit = hiddenBelow, level <= limit { hiddenBelow = nil }
      if hiddenBelow == nil, attributes.classes.contains(hidden), !attributes.classes.contains(visible) { hiddenBelow = level }
    }
    if hiddenBelow == nil, let part = text.parts[block.line] { parts.append(part) }
  }
  return parts
}

extension Case {
  fileprivate func figures(selectedBy selection: GeneratedPart.FigureSelection) -> [String] {
    let named = selection.figures.isEmpty ? figures : selection.figures.compactMap { figure($0.value) }
    return named.filter { figure in
      if let wound = selection.wound, figure.wound?.value != wound.value { return false }
      if let site = selection.site, self.site(of: figure)?.value != site.value { return false }
      return true
    }.map(\.id.value)
  }
}
