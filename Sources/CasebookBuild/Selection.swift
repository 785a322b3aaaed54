internal import CasebookModel
internal import Files

/// Which parts of a build are published, and what of the last site stays.
///
/// Without errors: all. With errors and `keepsGoing`: the cases without. Else only the cases of which something may not stay where it is:
/// those that are no longer published, and those that show a picture no more.
struct Selection {
  let parts: [CasePart]
  let isComplete: Bool
  /// There is nothing to publish.
  let isEmpty: Bool
  /// The slugs whose last good files stay, with the aliases that lead to them.
  private let kept: Set<String>
  private let last: [String: CaseSummary]

  /// `last` are the summaries of what is published now.
  init(of parts: [CasePart], in library: Library, _ options: BuildOptions, published: some Sequence<String>, last: [String: CaseSummary]) {
    let faulty = Set(parts.filter(\.isFaulty).map(\.slug))
    isComplete = !parts.contains(where: \.hasErrors)
    let others = options.only.isEmpty ? [] : library.slugs.filter { !options.only.contains($0) }
    var chosen = parts.filter { !faulty.contains($0.slug) }
    if !isComplete, !options.keepsGoing { chosen = Self.urgent(among: chosen, published) }
    let slugs = Set(chosen.map(\.slug))
    self.parts = chosen
    self.last = last
    let staying = Set(library.slugs).subtracting(slugs).union(others)
    kept = staying.union(staying.flatMap { last[$0]?.aliases ?? [] })
    let known = Set(library.slugs).union(last.values.flatMap(\.aliases))
    let isGone = published.contains { path in Self.slug(of: path).map { !known.contains($0) } ?? false }
    isEmpty = !isComplete && chosen.isEmpty && !isGone
  }

  var files: [StagedFile] { parts.flatMap(\.files) }

  func keeps(_ path: String) -> Bool { Self.slug(of: path).map { kept.contains($0) } ?? false }

  /// Of the cases published now, and of those that stay as they were.
  var summaries: [CaseSummary] {
    (parts.compactMap(\.summary) + kept.compactMap { last[$0] }).sorted { $0.slug < $1.slug }
  }

  /// Cases that published a picture which they show no more, or that are withdrawn or back to a draft.
  private static func urgent(among parts: [CasePart], _ published: some Sequence<String>) -> [CasePart] {
    var publishedBySlug: [String: [String]] = [:]
    for path in published { if let slug = slug(of: path) { publishedBySlug[slug, default: []].append(path) } }
    return parts.filter { part in
      let now = Set(part.files.map(\.path))
      return publishedBySlug[part.slug, default: []].contains { path in
        !now.contains(path) && (path.contains("/figures/") || part.status == .withdrawn || part.status == .draft)
      }
    }
  }

  /// `foot` for `cases/foot/index.html`.
  private static func slug(of path: String) -> String? {
    let parts = path.split(separator: "/", maxSplits: 2)
    return parts.count == 3 && parts[0] == "cases" ? String(parts[1]) : nil
  }
}
