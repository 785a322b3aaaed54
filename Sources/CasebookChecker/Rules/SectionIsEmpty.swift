internal import CasebookModel
internal import Diagnostics
internal import Markdown

extension Rule {
  static let sectionIsEmpty = Rule(
    "section-is-empty", .warning, "Section has a text",
    why: "A heading with nothing under it is printed as it stands: a hole in the page, and on a poster a lost column.",
    remedy: "write the section, or remove its heading",
    bad: """
      ## Discussion

      ## Conclusion

      The ulcer was closed at week 16.
      """,
    good: """
      ## Conclusion

      The ulcer was closed at week 16.
      """
  ) { subject in
    [(subject.case.narrative, "narrative"), (subject.case.poster, "poster")].flatMap { text, target -> [Problem] in
      guard let text else { return [] }
      var problems: [Problem] = []
      let blocks = text.document.blocks
      for (index, block) in blocks.enumerated() {
        guard case .heading(let level, let inlines, _) = block.content else { continue }
        // What follows is its text or a heading below it; references are added by themselves.
        if index + 1 < blocks.count, (blocks[index + 1].level ?? .max) > level { continue }
        let title = inlines.plainText
        if ["references", "resources"].contains(title.lowercased()) { continue }
        problems.append(
          Problem(
            target, "Section \"\(title)\" is empty", at: SourceLocation(file: text.file, line: block.line),
            severity: subject.case.status.value == .draft ? .info : nil, remedy: "write it, or remove the heading"))
      }
      return problems
    }
  }
}
