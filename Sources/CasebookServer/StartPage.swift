internal import CasebookBuild
internal import CasebookModel
internal import Diagnostics
internal import HTML

/// The page that `serve` opens: the cases, what is wrong with each, and where to look at them.
struct StartPage {
  private let state: ServedSite.State

  init(_ state: ServedSite.State) { self.state = state }

  var bytes: [UInt8] {
    let head = Node.tag(
      "head", .tag("meta", ["charset": "utf-8"]), .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .tag("title", "Casebook"), .tag("link", ["rel": "stylesheet", "href": "/_casebook/start.css"]))
    let main = Node.tag("main", [:], [.tag("h1", "Cases"), introduction] + [cases, ofSite])
    let script = Node.tag("script", ["src": "/_casebook/client.js", "data-build": String(state.build)])
    let page = Node.tag("html", ["lang": "en"], head, .tag("body", main, script))
    return Array("<!doctype html>\n".utf8) + page.bytes() + [10]
  }

  private var introduction: Node {
    .tag(
      "p", "Drafts are shown here and nowhere else. A page changes as you save; what is wrong stands over it until it is mended. ",
      .tag("a", ["href": "/"], "The library"))
  }

  private var all: [ServedProblem] { ServeEvent(state).problems }

  /// Those with the gravest problems first.
  private var cases: Node {
    let summaries = state.report?.summaries ?? []
    let problems = Dictionary(grouping: all.filter { $0.slug != nil }) { $0.slug ?? "" }
    let slugs = Set(summaries.map(\.slug)).union(problems.keys)
    guard !slugs.isEmpty else { return .tag("p", "There is no case yet: make one with ", .tag("code", "casebook new case heel-ulcer")) }
    let known = Dictionary(summaries.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
    let sorted = slugs.map { slug in (slug: slug, problems: problems[slug] ?? []) }.sorted { a, b in
      let (x, y) = (a.problems.gravest, b.problems.gravest)
      return x == y ? a.slug < b.slug : x > y
    }
    return .tag("ul", ["class": "cases"], sorted.map { item($0.slug, known[$0.slug], $0.problems) })
  }

  private func item(_ slug: String, _ summary: CaseSummary?, _ problems: [ServedProblem]) -> Node {
    let address = "/cases/\(slug)/"
    func link(_ address: String, _ text: String) -> Node { .tag("a", ["href": address], .text(text)) }
    let links = [
      link(address, "Page"), link("/_casebook/poster?case=\(slug)", "Poster and handout"),
      link("/_casebook/picture?case=\(slug)", "Pictures"),
    ]
    let status = summary.map { $0.status.rawValue } ?? "not readable"
    return .tag(
      "li", [:],
      [
        .tag("h2", link(address, summary?.plainTitle ?? slug)),
        .tag("p", ["class": "status"], .text("\(slug) · \(status)\(tally(problems))")),
        .tag("p", ["class": "links"], links.flatMap { [$0, " "] }),
      ] + (problems.isEmpty ? [] : [list(problems)]))
  }

  private func tally(_ problems: [ServedProblem]) -> String { problems.map(\.diagnostic).tally.map { " · \($0)" } ?? "" }

  private var ofSite: Node {
    let problems = all.filter { $0.slug == nil }
    return problems.isEmpty ? .empty : .fragment([.tag("h2", "The whole site"), list(problems)])
  }

  private func list(_ problems: [ServedProblem]) -> Node {
    .tag(
      "ul", ["class": "problems"],
      problems.map(\.diagnostic).map { problem in
        .tag(
          "li", ["class": problem.severity.rawValue],
          [
            .tag("span", ["class": "severity"], .text(problem.severity == .info ? "note" : problem.severity.rawValue)), " ",
            .text(problem.summary),
            problem.location.map { .tag("code", .text("\($0.file):\($0.line):\($0.column)")) } ?? .empty,
            problem.remedy.map { .tag("span", ["class": "remedy"], .text($0)) } ?? .empty,
          ])
      })
  }
}

extension [ServedProblem] {
  /// 0 without any; errors weigh most.
  fileprivate var gravest: Int { map { $0.diagnostic.severity == .error ? 3 : $0.diagnostic.severity == .warning ? 2 : 1 }.max() ?? 0 }
}
