internal import CasebookBuild
internal import DataFormats
internal import Diagnostics

/// What open pages hear of a build:
///
///     {"build":3,"changed":["cases/foot/index.html"],"problems":[{"case":"foot","severity":"error","rule":"unknown-key","file":"…","line":3,
///      "column":1,"summary":"…","explanation":null,"remedy":"…"}]}
///
/// `changed` are the outputs whose bytes are new; `case` is null for what concerns the whole site.
struct ServeEvent {
  private let state: ServedSite.State

  init(_ state: ServedSite.State) { self.state = state }

  var json: [UInt8] {
    let changed = state.refusal == nil ? (state.report?.made ?? []).filter(\.isChanged).map(\.path) : []
    return JSONValue.object([
      .init("build", .integer(state.build)), .init("changed", .array(changed.map { .string($0) })),
      .init("problems", .array(problems.map(\.json))),
    ]).serialized()
  }

  /// In reading order, those of the whole site first.
  var problems: [ServedProblem] {
    let site = state.refusal.map { [$0] } ?? []
    guard let report = state.report else { return site.map { ServedProblem(diagnostic: $0, slug: nil) } }
    let cases = report.problems.sorted { $0.key < $1.key }
    let known = Set(cases.flatMap(\.value))
    let general = site + report.diagnostics.filter { !known.contains($0) }.inReadingOrder()
    return general.map { ServedProblem(diagnostic: $0, slug: nil) }
      + cases.flatMap { slug, problems in problems.inReadingOrder().map { ServedProblem(diagnostic: $0, slug: slug) } }
  }
}

/// A diagnostic and the case whose it is.
struct ServedProblem {
  var diagnostic: Diagnostic
  var slug: String?

  var json: JSONValue {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    return .object([
      .init("case", text(slug)), .init("severity", .string(diagnostic.severity.rawValue)), .init("rule", .string(diagnostic.rule)),
      .init("file", text(diagnostic.location?.file)), .init("line", diagnostic.location.map { .integer($0.line) } ?? .null),
      .init("column", diagnostic.location.map { .integer($0.column) } ?? .null), .init("summary", .string(diagnostic.summary)),
      .init("explanation", text(diagnostic.explanation)), .init("remedy", text(diagnostic.remedy)),
    ])
  }
}
