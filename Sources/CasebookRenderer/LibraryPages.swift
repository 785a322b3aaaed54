internal import CasebookModel
internal import Diagnostics
internal import HTML
internal import Templates

/// The pages that show more than one case: index, topics, and what a server or a crawler asks for.
struct LibraryPages {
  let context: RenderContext
  /// The published cases, newest first.
  let cases: [CaseSummary]
  private(set) var diagnostics: [Diagnostic] = []

  init(of summaries: [CaseSummary], _ context: RenderContext) {
    self.context = context
    cases = summaries.filter { $0.status == .published }.sorted { a, b in
      a.published == b.published
        ? a.slug < b.slug : (a.published.map { [$0] } ?? []).lexicographicallyPrecedes(b.published.map { [$0] } ?? [], by: >)
    }
  }

  mutating func outputs() -> [Output] {
    let topics = Topic.all(in: cases)
    var outputs = [index(topics), topicIndex(topics), notFound()]
    for topic in topics { outputs.append(page(of: topic)) }
    for page in context.pages { outputs.append(text(page)) }
    outputs.append(robots)
    if let sitemap = sitemap(topics) { outputs.append(sitemap) }
    return outputs
  }

  private mutating func index(_ topics: [Topic]) -> Output {
    let shell = PageShell(context: context, path: "index.html")
    var values = shell.values(title: context.site.title, description: context.site.description)
    values["heading"] = .text("Case library")
    let lead = [context.site.description, context.site.department].compactMap { $0 }
    values["lead"] = .optional(lead.isEmpty ? nil : lead.joined(separator: ". ") + ".")
    values["topics"] = Topic.values(of: topics)
    values["hasTopics"] = .flag(!topics.isEmpty)
    values.merge(Self.list(of: cases, shell)) { $1 }
    return shell.page("library", values)
  }

  private mutating func page(of topic: Topic) -> Output {
    let shell = PageShell(context: context, path: topic.path)
    var values = shell.values(title: topic.name, description: nil)
    values["heading"] = .text(topic.name)
    values["lead"] = .flag(false)
    values["topics"] = .list([])
    values["hasTopics"] = .flag(false)
    values.merge(Self.list(of: topic.cases, shell)) { $1 }
    return shell.page("library", values)
  }

  private mutating func topicIndex(_ topics: [Topic]) -> Output {
    let shell = PageShell(context: context, path: "topics/index.html")
    var values = shell.values(title: "Topics", description: nil)
    values["topics"] = Topic.values(of: topics)
    return shell.page("topics", values)
  }

  private static func list(of cases: [CaseSummary], _ shell: PageShell) -> [String: TemplateValue] {
    let count = cases.count == 1 ? "1 case" : "\(cases.count) cases"
    return ["count": .text(count), "cases": .list(cases.map { CaseCard(of: $0, root: shell.root).value })]
  }

  /// A page that is served from any address, so that its links must begin at the site's own.
  private mutating func notFound() -> Output {
    let shell = PageShell(context: context, path: "404.html")
    var values = shell.values(title: "Page not found", description: nil, isIndexed: false)
    if let url = context.site.url { values["root"] = .text(Self.path(of: url)) }
    values["canonical"] = .flag(false)
    return shell.page("404", values)
  }

  /// `/library/` for `https://cases.example.org/library/`: the page's links stay on whatever server shows it.
  private static func path(of url: String) -> String {
    let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
    return parts.count == 3 ? "/" + parts[2] : "/"
  }

  private mutating func text(_ page: Page) -> Output {
    let shell = PageShell(context: context, path: "pages/\(page.name).html")
    var values = shell.values(title: page.title, description: nil)
    let body = PageText(page, context)
    values["heading"] = .text(page.title)
    values["body"] = .markup(body.node.bytes())
    diagnostics += body.diagnostics
    return shell.page("text", values)
  }

  private var robots: Output {
    let rule = context.site.visibility == .private ? "Disallow: /" : "Disallow:"
    let sitemap = context.site.visibility == .public ? context.site.url.map { "Sitemap: \($0)sitemap.xml\n" } ?? "" : ""
    return Output("robots.txt", .bytes(Array("User-agent: *\n\(rule)\n\(sitemap)".utf8)))
  }

  /// The addresses of a public site that has one; without dates, which a relative policy would give away.
  private func sitemap(_ topics: [Topic]) -> Output? {
    guard context.site.visibility == .public, let url = context.site.url else { return nil }
    let paths = ["", "topics/"] + cases.map { "cases/\($0.slug)/" } + topics.map(\.path) + context.pages.map { "pages/\($0.name).html" }
    let entries = paths.map { Node.tag("url", [:], .tag("loc", [:], .text(url + percentEncoded($0)))) }
    let root = Node.tag("urlset", ["xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"], entries)
    return Output("sitemap.xml", .bytes(Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + root.bytes() + [10]))
  }
}
