import Citations
import DataFormats
import Diagnostics

/// Runs one fixture: what it gives, in the form of its RESULT section.
struct Run {
  let fixture: Fixture
  let locales: (String) -> Locale?

  enum Outcome: Equatable {
    case passes
    case fails(String)
  }

  func outcome() -> Outcome {
    guard let expected = fixture["RESULT"], let style = fixture["CSL"] else { return .fails("no RESULT or no CSL section") }
    let (parsed, diagnostics) = Style.parse(Array(style.utf8), file: fixture.name)
    guard let parsed else { return .fails(diagnostics.map(\.summary).joined(separator: "; ")) }
    let chain = Locale.fallbackChain(for: parsed.defaultLocale ?? "en-US").compactMap(locales)
    let processor = Processor(style: parsed, language: parsed.defaultLocale ?? "en-US", locales: chain)
    let references = items()
    let found = fixture["MODE"]?.contains("bibliography") == true ? bibliography(processor, references) : citations(processor, references)
    return Self.trimmed(found) == Self.trimmed(expected) ? .passes : .fails(found)
  }

  private func items() -> [Reference] {
    // Some fixtures leave the id out.
    let items = (fixture.json("INPUT")?.elements ?? []).enumerated().map { index, item -> Node in
      guard item["id"] == nil, var entries = item.entries else { return item }
      let id = Located("item \(index)", at: item.location)
      entries.append(Node.Entry(key: Located("id", at: item.location), value: Node(.scalar(id.value, isPlain: false), at: item.location)))
      return Node(.mapping(entries), at: item.location)
    }
    return ReferenceReader.read(items)
  }

  private func bibliography(_ processor: Processor, _ references: [Reference]) -> String {
    let states = states(references)
    let uncited = fixture["CITATIONS"] == nil ? references.map(\.id) : []
    let document = processor.format(citations: states.last?.map(\.request) ?? [], references: references, uncited: uncited)
    return "<div class=\"csl-bib-body\">\n" + document.bibliography.map { "  " + $0.htmlBlock + "\n" }.joined() + "</div>"
  }

  private func citations(_ processor: Processor, _ references: [Reference]) -> String {
    if fixture["CITATIONS"] != nil { return session(processor, references) }
    let uncited = references.map(\.id)
    if fixture.json("CITATION-ITEMS") == nil {
      // One citation of all items, in the order of the bibliography when that is sorted.
      let order = processor.bibliographyOrder(of: references)
      let cites = order.map { Cite($0) }.map { cite in
        var cite = cite
        cite.position = .first
        return cite
      }
      return texts(processor.format(citations: [CitationRequest(cites)], references: references, uncited: uncited))[0]
    }
    let requests = (fixture.json("CITATION-ITEMS")?.elements ?? []).map {
      CitationRequest(($0.elements ?? []).map { cite($0, isFixed: true) })
    }
    return texts(processor.format(citations: requests, references: references, uncited: uncited)).joined(separator: "\n")
  }

  private func texts(_ document: FormattedDocument) -> [String] {
    document.citations.map { $0.isEmpty ? "[CSL STYLE ERROR: reference with no printed form.]" : $0.html() }
  }

  /// The document after the last step; `>>` marks what that step made or changed.
  private func session(_ processor: Processor, _ references: [Reference]) -> String {
    let states = states(references)
    guard let last = states.last else { return "" }
    let text = { (state: [Step]) in
      texts(processor.format(citations: state.map(\.request), references: references))
    }
    var before: [String: [String]] = [:]
    if states.count > 1 {
      let previous = states[states.count - 2]
      for (step, text) in zip(previous, text(previous)) { before[step.id] = [text] + grounds(step, in: previous) }
    }
    return zip(last, text(last)).enumerated().map { index, pair in
      let isChanged = pair.0.isNew || before[pair.0.id] != [pair.1] + grounds(pair.0, in: last)
      return "\(isChanged ? ">>" : "..")[\(index)] \(pair.1)"
    }.joined(separator: "\n")
  }

  /// What a citation's text rests on besides its cites: with other numbers it counts as changed, even when its text came out the same.
  private func grounds(_ step: Step, in state: [Step]) -> [String] {
    let style = fixture["CSL"] ?? ""
    var grounds: [String] = []
    var order: [String] = []
    var notes: [String: Int] = [:]
    for other in state {
      for cite in other.request.cites where notes[cite.id] == nil {
        notes[cite.id] = other.request.noteNumber
        order.append(cite.id)
      }
    }
    for cite in step.request.cites {
      if style.contains("\"citation-number\"") { grounds.append("number \(order.firstIndex(of: cite.id) ?? 0)") }
      if style.contains("first-reference-note-number") { grounds.append("note \(notes[cite.id] ?? 0)") }
    }
    return grounds
  }

  private struct Step {
    var id: String
    var request: CitationRequest
    /// Whether the last step produced it.
    var isNew: Bool
  }

  /// The citations of the document after each step of a CITATIONS session, or the one state that CITATION-ITEMS give.
  private func states(_ references: [Reference]) -> [[Step]] {
    guard let steps = fixture.json("CITATIONS")?.elements else {
      let clusters = fixture.json("CITATION-ITEMS")?.elements ?? []
      return [clusters.map { Step(id: "", request: CitationRequest(($0.elements ?? []).map { cite($0, isFixed: true) }), isNew: true) }]
    }
    var known: [String: CitationRequest] = [:]
    return steps.enumerated().map { index, step in
      let parts = step.elements ?? []
      guard parts.count == 3 else { return [] }
      let id = parts[0]["citationID"]?.text ?? "step \(index)"
      let note = parts[0]["properties"]?["noteIndex"]?.text.flatMap { Int($0) } ?? 0
      var request = CitationRequest((parts[0]["citationItems"]?.elements ?? []).map { cite($0, isFixed: false) }, noteNumber: note)
      switch parts[0]["properties"]?["mode"]?.text {
      case "author-only": for cite in request.cites.indices { request.cites[cite].mode = .authorOnly }
      case "suppress-author": if !request.cites.isEmpty { request.cites[0].mode = .suppressAuthor }
      case "composite": if !request.cites.isEmpty { request.cites[0].mode = .authorInText }
      default: break
      }
      known[id] = request
      let others = { (list: Node) -> [Step] in
        (list.elements ?? []).compactMap { pair in
          guard let key = pair.elements?.first?.text, var request = known[key] else { return nil }
          if let note = pair.elements?.last?.text.flatMap({ Int($0) }) { request.noteNumber = note }
          known[key] = request
          return Step(id: key, request: request, isNew: false)
        }
      }
      return others(parts[1]) + [Step(id: id, request: request, isNew: true)] + others(parts[2])
    }
  }

  /// A cite of a fixture; with `isFixed` its position is what the fixture says, not what follows from the document.
  private func cite(_ node: Node, isFixed: Bool) -> Cite {
    var cite = Cite(
      node["id"]?.text ?? "", locator: node["locator"]?.text, label: node["label"]?.text, prefix: node["prefix"]?.text ?? "",
      suffix: node["suffix"]?.text ?? "")
    if isTrue(node["suppress-author"]) { cite.mode = .suppressAuthor }
    if isTrue(node["author-only"]) { cite.mode = .authorOnly }
    if isFixed {
      switch node["position"]?.text {
      case "1": cite.position = .subsequent
      case "2": cite.position = .ibid
      case "3": cite.position = .ibidWithLocator
      default: cite.position = .first
      }
      cite.isNearNote = isTrue(node["near-note"])
    }
    return cite
  }

  private func isTrue(_ node: Node?) -> Bool { node?.text == "true" || node?.text == "1" }

  private static func trimmed(_ text: String) -> Substring {
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }), let last = scalars.lastIndex(where: { !isSpace($0) }) else { return "" }
    return text[first...last]
  }
}
