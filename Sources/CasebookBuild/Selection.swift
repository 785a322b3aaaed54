internal import CasebookModel
internal import Files
internal import Hashing
internal import Memo

/// Which parts of a build are published, and what of the last site stays.
///
/// Without errors: all. With errors and `keepsGoing`: the cases without. Else only the cases of which something may not stay where it is:
/// those that are no longer published, and those that show a picture no more. A faulty case keeps its last files, but not the pictures
/// that it shows no more, nor the PDFs in which they are printed.
struct Selection {
  let parts: [CasePart]
  let isComplete: Bool
  /// There is nothing to publish.
  let isEmpty: Bool
  /// Of the cases published now, and of those that stay as they were, by slug.
  private(set) var summaries: [StoredSummary]
  /// The slugs whose last good files stay, with the aliases that lead to them.
  private let kept: Set<String>
  /// Files of theirs that may not stay.
  private let gone: Set<String>
  /// Static pages whose last good version stays.
  private let heldPages: Set<String>

  /// What was published before this build.
  struct Last {
    var paths: () -> [String]
    var summaries: () -> [StoredSummary]
  }

  init(of parts: [CasePart], in site: SiteRecord, _ options: BuildOptions, last: Last) {
    let heldPages = site.heldPages
    isComplete = heldPages.isEmpty && !site.diagnostics.containErrors && !parts.contains(where: \.hasErrors)
    self.heldPages = heldPages
    guard !isComplete || !options.only.isEmpty else {
      self.parts = parts
      (isEmpty, kept, gone) = (false, [], [])
      summaries = parts.compactMap(\.summary)
      return
    }
    let published = last.paths()
    let decoded = Self.decoded(last.summaries())
    var chosen = parts.filter { !$0.isFaulty }
    if !isComplete, !options.keepsGoing { chosen = Self.urgent(among: chosen, published) }
    let slugs = Set(chosen.map(\.slug))
    let others = options.only.isEmpty ? [] : site.slugs.filter { !options.only.contains($0) }
    let staying = Set(site.slugs).subtracting(slugs).union(others)
    kept = staying.union(staying.flatMap { decoded[$0]?.aliases ?? [] })
    gone = Self.gone(among: parts.filter { !slugs.contains($0.slug) }, published)
    let known = Set(site.slugs).union(decoded.values.flatMap(\.aliases))
    let hasDeleted = published.contains { path in Self.slug(of: path).map { !known.contains($0) } ?? false }
    isEmpty = !isComplete && chosen.isEmpty && !hasDeleted && gone.isEmpty
    self.parts = chosen
    summaries = chosen.compactMap(\.summary)
    for slug in staying {
      guard var summary = decoded[slug] else { continue }
      if let path = summary.thumbnail?.path, gone.contains(path) { summary.thumbnail = nil }
      summaries.append(StoredSummary(slug: slug, bytes: summary.memo))
    }
    summaries.sort { $0.slug < $1.slug }
  }

  var files: [StagedFile] { parts.flatMap(\.files) }

  func keeps(_ path: String) -> Bool {
    if gone.contains(path) { return false }
    return Self.slug(of: path).map { kept.contains($0) } ?? heldPages.contains(path)
  }

  /// Whether an output of the library is published: a faulty static page is not.
  func takes(_ output: Output) -> Bool { !heldPages.contains(output.path) }

  private static func decoded(_ summaries: [StoredSummary]) -> [String: CaseSummary] {
    // A damaged summary costs a card on the index.
    let pairs = summaries.compactMap { stored in (try? CaseSummary(memo: stored.bytes)).map { (stored.slug, $0) } }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// Cases that published a picture which they show no more, or that are withdrawn or back to a draft.
  private static func urgent(among parts: [CasePart], _ published: [String]) -> [CasePart] {
    let publishedBySlug = Self.bySlug(published)
    return parts.filter { part in
      let now = Set(part.files.map(\.path))
      return publishedBySlug[part.slug, default: []].contains { path in
        !now.contains(path) && (path.contains("/figures/") || part.status == .withdrawn || part.status == .draft)
      }
    }
  }

  /// Published pictures that cases which keep their last files show no more, and with them the PDFs of these cases.
  private static func gone(among parts: [CasePart], _ published: [String]) -> Set<String> {
    let publishedBySlug = Self.bySlug(published)
    var gone: Set<String> = []
    for part in parts where part.isFaulty {
      guard let shown = part.record.shown else { continue }
      let paths = publishedBySlug[part.slug, default: []]
      let left = paths.filter { $0.contains("/figures/") && !shown.contains($0) }
      guard !left.isEmpty else { continue }
      gone.formUnion(left)
      gone.formUnion(paths.filter { $0.hasSuffix(".pdf") })
    }
    return gone
  }

  private static func bySlug(_ paths: [String]) -> [String: [String]] {
    var found: [String: [String]] = [:]
    for path in paths { if let slug = slug(of: path) { found[slug, default: []].append(path) } }
    return found
  }

  /// `foot` for `cases/foot/index.html`.
  private static func slug(of path: String) -> String? {
    let parts = path.split(separator: "/", maxSplits: 2)
    return parts.count == 3 && parts[0] == "cases" ? String(parts[1]) : nil
  }
}

extension SiteRecord {
  private var errorFiles: [String?] { diagnostics.filter { $0.severity == .error }.map { $0.location?.file } }

  /// Errors that leave no rule to build by: in `site.yaml`, a template, a style.
  var isUnusable: Bool {
    errorFiles.contains { file in
      guard let file else { return true }
      return !["content/pages/", "content/references/", "content/cases"].contains { file.hasPrefix($0) }
    }
  }

  /// The outputs of static pages with errors.
  var heldPages: Set<String> {
    Set(
      errorFiles.compactMap { file in
        guard let file, file.hasPrefix("content/pages/"), file.hasSuffix(".md") else { return nil }
        return file.dropFirst("content/".count).dropLast(2) + "html"
      })
  }
}
