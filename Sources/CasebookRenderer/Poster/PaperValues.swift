internal import CasebookModel
internal import HTML
internal import Templates

/// The names that the templates of posters and handouts share, with their values.
struct PaperValues {
  let shell: PageShell
  var values: [String: TemplateValue]

  init(_ case: Case, _ context: RenderContext, _ shell: PageShell, _ variant: PosterVariant) {
    self.shell = shell
    let primary = `case`.language.prefix { $0 != "-" }.lowercased()
    values = [
      "language": .text(`case`.language), "direction": .text(["ar", "dv", "fa", "he", "ps", "ur", "yi"].contains(primary) ? "rtl" : "ltr"),
      "root": .text(shell.root), "stylesheet": .text(context.assets.posterStyle), "script": .text(context.assets.posterScript),
      "theme": .text(`case`.theme?.properties ?? ""), "synthetic": .flag(`case`.isSynthetic), "isProof": .flag(variant.isProof),
      "isDraft": .flag(variant.draft != nil), "draft": .list((variant.draft ?? []).map { .text($0) }),
    ]
  }

  /// Title, authors, logos and code.
  mutating func add(_ header: Header, _ head: PosterHead, _ markup: (Node) -> TemplateValue) {
    values["heading"] = markup(header.title)
    values["authors"] = markup(head.authors)
    values["logos"] = markup(head.logos)
    values["code"] = head.code.map { .object(["drawing": markup($0.drawing), "address": .text($0.address)]) } ?? .flag(false)
    values["hasAside"] = .flag(head.code != nil || !head.logos.isEmpty)
  }

  mutating func add(_ statements: [PosterStatement], _ markup: (Node) -> TemplateValue) {
    values["statements"] = .list(statements.map { .object(["name": .text($0.name), "value": markup($0.value)]) })
    values["hasStatements"] = .flag(!statements.isEmpty)
  }
}
