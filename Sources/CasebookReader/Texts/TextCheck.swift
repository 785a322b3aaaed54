internal import CasebookModel
internal import Diagnostics

/// Everything that a case's texts refer to must be there.
struct TextCheck {
  let `case`: Case
  let folder: String
  private(set) var diagnostics = [Diagnostic]()
  /// Ids that every text of the case can refer to.
  private var commonIDs: Set<String>

  init(_ case: Case, folder: String) {
    self.case = `case`
    self.folder = folder
    commonIDs = Set(`case`.figures.map { "fig-" + $0.id.value })
    commonIDs.formUnion(["course-of-events", "figure-timeline", "wound-progress", "references"].map { "sec-" + $0 })
  }

  mutating func check(_ text: ReadText) {
    let file = text.text.file
    checkCrossReferences(text.contents.crossReferences, text.contents.ids) { SourceLocation(file: file, line: $0) }
    checkPictures(text.contents.pictures, file)
    checkNumbers(text.contents.numbers) { SourceLocation(file: file, line: $0) }
    for part in text.parts { check(part) }
  }

  /// Captions and statements may refer to what any of the case's texts has.
  mutating func check(_ texts: [RichText], ids: Set<String>) {
    for text in texts {
      let contents = TextContents(text)
      checkCrossReferences(contents.crossReferences, ids) { _ in text.location }
      checkPictures(contents.pictures, text.location.file)
      checkNumbers(contents.numbers) { _ in text.location }
    }
  }

  private mutating func checkCrossReferences(_ references: [(id: String, line: Int)], _ ids: Set<String>, _ place: (Int) -> SourceLocation)
  {
    for (id, line) in references where !commonIDs.contains(id) && !ids.contains(id) {
      let kind = id.hasPrefix("fig-") ? "figure" : id.hasPrefix("tbl-") ? "table" : "section"
      if kind == "section", ids.contains(String(id.dropFirst(4))) { continue }
      let prefix = String(id.prefix(4))
      let known = commonIDs.union(ids).filter { $0.hasPrefix(prefix) && (kind == "figure" || ids.contains($0)) }.sorted()
      let remedy =
        nearest(to: id, in: known).map { "did you mean \"@\($0)\"?" }
        ?? (known.isEmpty
          ? "give it this id, or write \\@ for a plain @" : "use one of \(known.prefix(12).map { "@" + $0 }.joined(separator: ", "))")
      diagnostics.append(
        Diagnostic(
          .error, "unknown-\(kind)", "No \(kind) has the id \"\(shortened(String(id.dropFirst(4))))\"", at: place(line), remedy: remedy))
    }
  }

  private mutating func checkNumbers(_ numbers: [(words: String, line: Int)], _ place: (Int) -> SourceLocation) {
    for (words, line) in numbers {
      do throws(WoundNumber.Problem) {
        _ = try `case`.number(words)
      } catch {
        diagnostics.append(Diagnostic(.error, "unknown-number", error.summary, at: place(line), remedy: error.remedy))
      }
    }
  }

  private mutating func checkPictures(_ pictures: [(source: String, line: Int)], _ file: String) {
    let files = `case`.figures.compactMap(\.file?.value)
    for (source, line) in pictures {
      if let path = SourcePath.resolve(source.removingPercentEncoding, in: folder), files.contains(path) { continue }
      let near = nearest(to: SourcePath.join(folder, source), in: files).map { String($0.dropFirst(folder.isEmpty ? 0 : folder.count + 1)) }
      diagnostics.append(
        Diagnostic(
          .error, "undeclared-picture", "\"\(shortened(source))\" is not the file of a figure in case.yaml",
          at: SourceLocation(file: file, line: line),
          explanation: "Only declared figures have the alternative text, consent and treatment that a published picture needs.",
          remedy: near.map { "did you mean \"\($0)\"?" } ?? "add it to figures: in case.yaml"))
    }
  }

  private mutating func check(_ part: GeneratedPart) {
    let figures = `case`.figures.map(\.id.value)
    let wounds = `case`.wounds.map(\.id.value)
    switch part {
    case .timeline(let selection), .figures(let selection):
      for id in selection.figures where !figures.contains(id.value) { diagnostics.append(.dangling("figure", id, in: figures)) }
      if let wound = selection.wound, !wounds.contains(wound.value) { diagnostics.append(.dangling("wound", wound, in: wounds)) }
      if let site = selection.site { check(site: site) }
    case .figure(let id): if !figures.contains(id.value) { diagnostics.append(.dangling("figure", id, in: figures)) }
    case .woundTable(let selection), .woundChart(let selection):
      for id in selection.wounds where !wounds.contains(id.value) { diagnostics.append(.dangling("wound", id, in: wounds)) }
    case .events, .table, .references: break
    }
  }

  private mutating func check(site: Located<String>) {
    let sites = `case`.figures.compactMap { `case`.site(of: $0)?.value }
    guard !sites.contains(site.value) else { return }
    diagnostics.append(
      Diagnostic(
        .error, "unknown-site", "No figure has the site \"\(shortened(site.value))\"", at: site.location,
        remedy: nearest(to: site.value, in: sites).map { "did you mean \"\($0)\"?" } ?? "write a site as the figures have it"))
  }
}

extension String {
  /// `a%20b` is `a b`; what is no such escape stays.
  fileprivate var removingPercentEncoding: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes = [UInt8]()
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
