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
    let (composed, summary) = compose(`case`)
    return (fill(composed), summary)
  }

  /// The same without templates: what costs most depends on the case, and no template.
  package func compose(_ case: Case) -> (composed: Rendered, summary: CaseSummary) {
    var composed = Rendered()
    if `case`.status.value == .withdrawn {
      composed.outputs.append(withdrawn(`case`))
    } else {
      var page = CasePage(`case`, context)
      composed.outputs += page.outputs()
      composed.diagnostics += page.diagnostics
      for index in `case`.posters.indices {
        var poster = PosterPage(`case`, poster: index, context, citations: page.citations)
        composed.outputs += poster.outputs()
        composed.diagnostics += poster.diagnostics
      }
      composed.outputs += CaseCitation(of: `case`, context.site).outputs
      composed.outputs += Downloads(of: `case`, context.site).outputs
    }
    composed.outputs += `case`.aliases.map { moved(`case`, from: $0.value) }
    // One recipe may be asked for by the page and by a poster.
    composed.outputs = composed.outputs.uniquePaths
    return (composed, summary(of: `case`, outputs: composed.outputs))
  }

  /// Index, topics, static pages, 404, sitemap and robots.txt, and the assets; pages without their templates.
  package func composeLibrary(of summaries: [CaseSummary]) -> Rendered {
    var pages = LibraryPages(of: summaries, context)
    let outputs = pages.outputs()
    return Rendered(outputs: outputs + context.assets.outputs, diagnostics: pages.diagnostics)
  }

  /// An output with its page put into its template, and what the template has to say; other outputs as they are.
  package func fill(_ output: Output) -> (output: Output, diagnostics: [Diagnostic]) {
    guard case .page(let template, let value) = output.content else { return (output, []) }
    var bytes: [UInt8] = []
    let diagnostics = context.templates.render(template, value, into: &bytes)
    return (Output(output.path, .bytes(bytes)), diagnostics)
  }

  func fill(_ composed: Rendered) -> Rendered {
    var filled = composed
    for index in composed.outputs.indices {
      let (output, diagnostics) = fill(composed.outputs[index])
      filled.outputs[index] = output
      filled.diagnostics += diagnostics
    }
    return filled
  }

  private func withdrawn(_ case: Case) -> Output {
    let shell = PageShell(context: context, path: "cases/\(`case`.slug)/index.html")
    return shell.page("withdrawn", shell.values(title: "Case withdrawn", description: nil, isIndexed: false))
  }

  /// A page at an old address that leads to the case.
  private func moved(_ case: Case, from alias: String) -> Output {
    let shell = PageShell(context: context, path: "cases/\(alias)/index.html")
    let values: [String: TemplateValue] = [
      "language": .text(context.site.language),
      "title": .text(`case`.status.value == .withdrawn ? "Case withdrawn" : `case`.title.inlines.plainText),
      "target": .text("../\(`case`.slug)/index.html"),
    ]
    return shell.page("moved", values)
  }
}

extension [Output] {
  /// Each path once, in the order of its first appearance.
  var uniquePaths: [Output] {
    var seen = Set<String>()
    return filter { seen.insert($0.path).inserted }
  }
}
