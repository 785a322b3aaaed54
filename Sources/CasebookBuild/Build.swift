package import CasebookMaker
package import CasebookModel
package import CasebookPublisher
internal import CasebookRenderer
package import Diagnostics
package import Files

/// What `casebook build` is asked to do.
package struct BuildOptions: Sendable {
  /// The site's folder.
  package var root: String
  /// The output folder; `output` below the site's folder when nil.
  package var output: String?
  /// Publish the cases without errors although others have some.
  package var keepsGoing = false
  /// Cases at work at the same time.
  package var jobs: Int

  package init(root: String, output: String? = nil, keepsGoing: Bool = false, jobs: Int) {
    self.root = root
    self.output = output
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
  package var cases = 0
  package var pictures = 0
  package var output: String
}

/// Builds a site: read → check → render → make → publish, one case at a time.
///
/// Throws only when the machine could not do it: a folder that cannot be read or written.
package func build(_ options: BuildOptions, progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }) async throws -> BuildReport {
  let library = try Library(root: options.root)
  let output = options.output ?? "\(options.root)/output"
  var report = BuildReport(diagnostics: library.diagnostics, output: output)
  guard let renderer = library.renderer, !library.diagnostics.containErrors else { return report }

  let publication = try Publication(output: output)
  do {
    let maker = Maker(sources: library.files, cache: WritableFolder("\(options.root)/.casebook/cache"), jobs: options.jobs)
    let run = BuildRun(library: library, renderer: renderer, maker: maker, staging: publication.staging)
    let parts = try await run.parts(jobs: options.jobs, progress)
    let site = renderer.renderLibrary(of: parts.compactMap(\.summary))
    let madeSite = try maker.make(site.outputs, into: publication.staging)
    let made = try maker.make(parts.flatMap(\.pictures), into: publication.staging)

    report.diagnostics += parts.flatMap(\.diagnostics) + site.diagnostics + madeSite.diagnostics + made.diagnostics
    report.cases = parts.count { $0.summary?.status != .draft && $0.summary != nil }
    report.pictures = made.encoded
    let faulty = Set(parts.filter { $0.diagnostics.containErrors && !$0.isDraft }.map(\.slug))
    let others = library.diagnostics + site.diagnostics + madeSite.diagnostics + made.diagnostics
    guard !others.containErrors, faulty.isEmpty || options.keepsGoing else {
      publication.abandon()
      return report
    }
    let files = parts.filter { !faulty.contains($0.slug) }.flatMap(\.files) + madeSite.files + made.files
    report.published = try publication.publish(files) { path in faulty.contains { path.hasPrefix("cases/\($0)/") } }
    return report
  } catch {
    publication.abandon()
    throw error
  }
}

/// What came of one case: its files are staged, its pictures are still recipes.
struct CasePart: Sendable {
  var slug: String
  var summary: CaseSummary?
  var isDraft = false
  var files: [StagedFile] = []
  var pictures: [Output] = []
  var diagnostics: [Diagnostic] = []
}

/// The part of a build that goes through the cases.
private struct BuildRun: Sendable {
  let library: Library
  let renderer: Renderer
  let maker: Maker
  let staging: Staging

  /// All cases in the order of their slugs, `jobs` at a time.
  func parts(jobs: Int, _ progress: @escaping @Sendable (BuildProgress) -> Void) async throws -> [CasePart] {
    let slugs = library.slugs
    return try await withThrowingTaskGroup(of: (Int, CasePart).self) { group in
      var parts = [CasePart?](repeating: nil, count: slugs.count)
      var next = 0
      var done = 0
      func start() {
        guard next < slugs.count else { return }
        let number = next
        next += 1
        group.addTask { (number, try part(slugs[number])) }
      }
      for _ in 0..<max(1, jobs) { start() }
      while let (number, part) = try await group.next() {
        parts[number] = part
        done += 1
        progress(BuildProgress(done: done, total: slugs.count))
        start()
      }
      return parts.compactMap { $0 }
    }
  }

  /// Read → check → render one case; its pages are staged at once, so that no more than a few cases are in memory.
  private func part(_ slug: String) throws -> CasePart {
    var part = CasePart(slug: slug)
    let (found, problems) = library.part(slug)
    part.diagnostics = problems
    part.isDraft = found?.status.value == .draft
    guard let found, !part.isDraft, !problems.containErrors else { return part }
    let (rendered, summary) = renderer.render(found)
    part.diagnostics += rendered.diagnostics
    guard !rendered.diagnostics.containErrors else { return part }
    part.summary = summary
    part.pictures = rendered.outputs.filter(\.isPicture)
    part.files = try maker.make(rendered.outputs.filter { !$0.isPicture }, into: staging).files
    return part
  }
}

extension Output {
  fileprivate var isPicture: Bool { if case .image = content { true } else { false } }
}
