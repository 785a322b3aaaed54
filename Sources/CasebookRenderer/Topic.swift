internal import CasebookModel
internal import Markdown
internal import Templates

/// A topic and the cases that name it.
struct Topic {
  var name: String
  var path: String
  var cases: [CaseSummary]

  /// `topics/off-loading.html`.
  static func path(of name: String) -> String { "topics/\(Slug.make(name)).html" }

  /// All topics by name. Names that differ only in their capitals share a page under the first one's spelling.
  static func all(in cases: [CaseSummary]) -> [Topic] {
    var topics: [String: Topic] = [:]
    for summary in cases {
      for name in summary.topics {
        let path = path(of: name)
        // A case that names a topic twice is listed once.
        guard topics[path]?.cases.last?.slug != summary.slug else { continue }
        topics[path, default: Topic(name: name, path: path, cases: [])].cases.append(summary)
      }
    }
    return topics.values.sorted { ($0.name.lowercased(), $0.path) < ($1.name.lowercased(), $1.path) }
  }

  static func values(of topics: [Topic]) -> TemplateValue {
    .list(topics.map { .object(["name": .text($0.name), "href": .text($0.path), "count": .text(String($0.cases.count))]) })
  }
}
