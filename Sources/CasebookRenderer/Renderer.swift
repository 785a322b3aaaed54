package import CasebookModel
package import Diagnostics
internal import HTML
internal import Templates

/// Renders cases and the library. It reads and writes nothing: values come in, outputs and diagnostics go out.
package struct Renderer: Sendable {
  package let context: RenderContext

  package init(_ context: RenderContext) { self.context = context }

  package struct Rendered: Sendable {
    package var outputs: [Output] = []
    package var diagnostics: [Diagnostic] = []
  }

  /// The page, the posters and the citation files of one case, and what the library shows of it.
  package func render(_ case: Case) -> (rendered: Rendered, summary: CaseSummary) {
    var rendered = Rendered()
    if `case`.status.value == .withdrawn {
      rendered.outputs.append(withdrawn(`case`, &rendered.diagnostics))
    } else {
      var page = CasePage(`case`, context)
      rendered.outputs += page.outputs()
      rendered.diagnostics += page.diagnostics
      for index in `case`.posters.indices {
        var poster = PosterPage(`case`, poster: index, context, citations: page.citations)
        rendered.outputs += poster.outputs()
        rendered.diagnostics += poster.diagnostics
      }
      rendered.outputs += CaseCitation(of: `case`, context.site).outputs
    }
    rendered.outputs += `case`.aliases.map { moved(`case`, from: $0.value, &rendered.diagnostics) }
    // One recipe may be asked for by the page and by a poster.
    rendered.outputs = rendered.outputs.uniquePaths
    return (rendered, summary(of: `case`, outputs: rendered.outputs))
  }

  /// Index, topics, static pages, 404, sitemap and robots.txt, and the assets.
  package func renderLibrary(of summaries: [CaseSummary]) -> Rendered {
    var pages = LibraryPages(of: summaries, context)
    let outputs = pages.outputs()
    return Rendered(outputs: outputs + context.assets.outputs, diagnostics: pages.diagnostics)
  }

  private func withdrawn(_ case: Case, _ diagnostics: inout [Diagnostic]) -> Output {
    let shell = PageShell(context: context, path: "cases/\(`case`.slug)/index.html")
    return shell.render("withdrawn", shell.values(title: "Case withdrawn", description: nil, isIndexed: false), &diagnostics)
  }

  /// A page at an old address that leads to the case.
  private func moved(_ case: Case, from alias: String, _ diagnostics: inout [Diagnostic]) -> Output {
    let shell = PageShell(context: context, path: "cases/\(alias)/index.html")
    let values: [String: TemplateValue] = [
      "language": .text(context.site.language),
      "title": .text(`case`.status.value == .withdrawn ? "Case withdrawn" : `case`.title.inlines.plainText),
      "target": .text("../\(`case`.slug)/index.html"),
    ]
    return shell.render("moved", values, &diagnostics)
  }
}

extension [Output] {
  /// Each path once, in the order of its first appearance.
  var uniquePaths: [Output] {
    var seen = Set<String>()
    return filter { seen.insert($0.path).inserted }
  }
}
