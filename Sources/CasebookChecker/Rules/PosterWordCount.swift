internal import CasebookModel
internal import Diagnostics
internal import Markdown

extension Rule {
  static let posterWordCount = Rule(
    "poster-word-count", .warning, "Poster has 300 to 800 words",
    why: """
      People stand before a poster for minutes. More than 800 words of body text are not read, fewer than 300 leave
      questions. Captions, tables, references and generated parts don't count. Without poster.md the narrative would be the
      poster's text; then this is only a note.
      """,
    remedy: "cut the longest sections in poster.md",
    bad: "A poster.md of 1,100 words",
    good: "A poster.md of 550 words"
  ) { subject in
    let isOwn = subject.case.poster != nil
    let text = subject.case.poster ?? subject.case.narrative
    let sections = sectionWords(of: text)
    let total = sections.reduce(0) { $0 + $1.words }
    guard total > 800 || (isOwn && total < 300) else { return [] }
    let place = SourceLocation(file: text.file, line: text.document.blocks.first?.line ?? 1)
    if total < 300 {
      return [Problem("poster", "Poster has \(total) words", at: place, severity: .info, remedy: "300 to 800 words are usual")]
    }
    let longest = sections.filter { $0.words > 100 }.sorted { ($0.words, $1.line) > ($1.words, $0.line) }.prefix(3)
    return [
      Problem(
        isOwn ? "poster" : "narrative", isOwn ? "Poster has \(total) words" : "Narrative has \(total) words, too many for a poster",
        at: place, severity: isOwn ? nil : .info,
        remedy: isOwn ? "cut it to 800 words or fewer" : "write a shorter poster.md, if the case will be a poster",
        notes: longest.map { Diagnostic.Note("\($0.title): \($0.words) words", at: SourceLocation(file: text.file, line: $0.line)) })
    ]
  }
}

private struct SectionWords {
  var title: String
  var line: Int
  var words: Int
}

/// The words of each section that a poster shows.
private func sectionWords(of text: Case.Text) -> [SectionWords] {
  let top = text.document.blocks.compactMap(\.level).min()
  var sections = [SectionWords(title: "Beginning", line: 1, words: 0)]
  var hiddenBelow: Int?
  for block in text.document.blocks {
    if case .heading(let level, let inlines, let attributes) = block.content {
      if let limit = hiddenBelow, level <= limit { hiddenBelow = nil }
      if hiddenBelow == nil, attributes.classes.contains("page"), !attributes.classes.contains("poster") { hiddenBelow = level }
      if level == top { sections.append(SectionWords(title: inlines.plainText, line: block.line, words: 0)) }
      continue
    }
    if case .table = block.content { continue }
    if hiddenBelow == nil { sections[sections.count - 1].words += [block].wordCount }
  }
  return sections
}
