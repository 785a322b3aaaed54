internal import CasebookChecker
internal import CasebookMaker
internal import CasebookModel
package import CasebookPublisher
internal import CasebookReader
internal import CasebookRenderer
package import Diagnostics
internal import Files

/// What `casebook build` is asked to do.
package struct BuildOptions: Sendable {
  /// The site's folder.
  package var root: String
  /// The output folder; `output` below the site's folder when nil.
  package var output: String?
  /// The cases to build; all when empty. The others keep what was last published of them.
  package var only: [String] = []
  /// Publish the cases without errors although others have some.
  package var keepsGoing = false
  /// Cases at work at the same time.
  package var jobs: Int

  package init(root: String, output: String? = nil, only: [String] = [], keepsGoing: Bool = false, jobs: Int) {
    self.root = root
    self.output = output
    self.only = only
    self.keepsGoing = keepsGoing
    self.jobs = jobs
  }
}

/// How far a build is, for a person who waits.
package struct BuildProgress: Sendable {
  package var done: Int
  package var total: Int
}

/// What a build did.
package struct BuildReport: Sendable {
  package var diagnostics: [Diagnostic]
  /// nil when nothing was published.
  package var published: Publication.Result?
  /// The whole site was published, not only what had to leave it.
  package var isComplete = false
  package var cases = 0
  package var output: String
}

/// Builds a site: read → check → render → make → publish, one case at a time.
///
/// With an error anywhere the last good site stays, but for what may not stay: a case that is withdrawn, a picture that is removed or
/// newly redacted. Throws only when the machine could not do it: a folder that cannot be read or written.
package func build(
  _ options: BuildOptions, interruption: Interruption = Interruption(), progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
) async throws -> BuildReport {
  let cache = WritableFolder("\(options.root)/.casebook/cache")
  var library = try Library(root: options.root)
  library.pictures = PictureMemory(folder: cache, isKept: true)
  let output = options.output ?? "\(options.root)/output"
  let unknown = library.unknownCases(in: options.only)
  var report = BuildReport(diagnostics: library.diagnostics + unknown, output: output)
  guard let renderer = library.renderer, !report.diagnostics.containErrors else {
    // What is wrong with the cases is said in the same run.
    report.diagnostics += library.slugs.flatMap { library.part($0).diagnostics }
    return report
  }

  let publication = try Publication(output: output)
  interruption.begin(publication)
  defer { interruption.end() }
  do {
    let maker = Maker(sources: library.files, cache: cache, jobs: options.jobs)
    let cases = CaseStage(
      library: library, renderer: renderer, maker: maker, staging: publication.staging, interruption: interruption)
    let slugs = options.only.isEmpty ? library.slugs : library.slugs.filter { options.only.contains($0) }
    var parts = try await cases.parts(of: slugs, jobs: options.jobs, progress)
    let pictures = try maker.make(parts.flatMap(\.pictures), into: publication.staging)
    parts.add(pictures)
    report.diagnostics += parts.flatMap(\.diagnostics)

    let last = SummaryStore.read(from: cache)
    let selection = Selection(of: parts, in: library, options, published: publication.staging.published.keys, last: last)
    let site = renderer.renderLibrary(of: selection.summaries)
    let madeSite = try maker.make(site.outputs, into: publication.staging)
    report.diagnostics += site.diagnostics + madeSite.diagnostics
    report.cases = selection.parts.count { $0.summary != nil }
    guard !selection.isEmpty, !(site.diagnostics + madeSite.diagnostics).containErrors else {
      publication.abandon()
      return report
    }
    report.published = try interruption.publish { try publication.publish(selection.files + madeSite.files, keeping: selection.keeps) }
    report.isComplete = selection.isComplete
    SummaryStore.write(selection.summaries, to: cache)
    return report
  } catch {
    publication.abandon()
    throw error
  }
}

extension Library {
  /// A diagnostic for each name that no case has.
  func unknownCases(in slugs: [String]) -> [Diagnostic] {
    slugs.filter { !self.slugs.contains($0) }.map { slug in
      Diagnostic(
        .error, "unknown-case", "There is no case \"\(slug)\"",
        remedy: nearest(to: slug, in: self.slugs).map { "did you mean \"\($0)\"?" } ?? "name a folder of content/cases")
    }
  }
}
