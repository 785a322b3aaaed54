internal import CasebookModel
internal import DataFormats
internal import Files

/// The summaries of the cases as they were last published, for builds in which a case keeps its last good files.
///
/// A store that cannot be read or written costs a card on the index, never a build.
struct SummaryStore {
  private static let name = "summaries.json"

  /// By slug; empty where nothing was stored.
  static func read(from cache: WritableFolder) -> [String: CaseSummary] {
    guard let bytes = try? cache.read(name, limit: 1_000_000_000), let list = JSON.parse(bytes, file: name).node?.elements else {
      return [:]
    }
    return Dictionary(list.compactMap { CaseSummary($0) }.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
  }

  static func write(_ summaries: [CaseSummary], to cache: WritableFolder) {
    let bytes = JSONValue.array(summaries.map(\.json)).serialized(.compact)
    try? cache.makeFolder(mode: 0o700)  // as the type says
    try? cache.replace(name, with: bytes)  // as the type says
  }
}

extension CaseSummary {
  fileprivate var json: JSONValue {
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    var members: [JSONValue.Member] = [
      .init("slug", .string(slug)), .init("title", .string(title)), .init("plainTitle", .string(plainTitle)),
      .init("authors", .string(authors)), .init("status", .string(status.rawValue)), .init("isSynthetic", .bool(isSynthetic)),
      .init("keyMessage", text(keyMessage)), .init("published", text(published?.description)),
      .init("updated", text(updated?.description)), .init("diagnosis", text(diagnosis)),
      .init("topics", .array(topics.map { .string($0) })), .init("aliases", .array(aliases.map { .string($0) })),
      .init("progress", text(progress)),
    ]
    if let thumbnail {
      members.append(
        .init(
          "thumbnail",
          .object([
            .init("path", .string(thumbnail.path)), .init("width", .integer(thumbnail.width)), .init("height", .integer(thumbnail.height)),
            .init("text", .string(thumbnail.alternativeText)), .init("isSensitive", .bool(thumbnail.isSensitive)),
          ])))
    }
    return .object(members)
  }

  fileprivate init?(_ node: Node) {
    func text(_ key: String) -> String? { node[key].flatMap { $0.isNull ? nil : $0.text } }
    guard let slug = text("slug"), let title = text("title"), let plainTitle = text("plainTitle"), let authors = text("authors"),
      let status = text("status").flatMap({ Case.Status(rawValue: $0) })
    else { return nil }
    self.init(
      slug: slug, title: title, plainTitle: plainTitle, authors: authors, status: status, isSynthetic: text("isSynthetic") == "true")
    keyMessage = text("keyMessage")
    published = text("published").flatMap { CalendarDate(iso: $0) }
    updated = text("updated").flatMap { CalendarDate(iso: $0) }
    diagnosis = text("diagnosis")
    topics = node["topics"]?.elements?.compactMap(\.text) ?? []
    aliases = node["aliases"]?.elements?.compactMap(\.text) ?? []
    progress = text("progress")
    thumbnail = node["thumbnail"].flatMap { Thumbnail($0) }
  }
}

extension CaseSummary.Thumbnail {
  fileprivate init?(_ node: Node) {
    guard let path = node["path"]?.text, let width = node["width"]?.text.flatMap({ Int($0) }),
      let height = node["height"]?.text.flatMap({ Int($0) })
    else { return nil }
    self.init(
      path: path, width: width, height: height, alternativeText: node["text"]?.text ?? "", isSensitive: node["isSensitive"]?.text == "true")
  }
}
