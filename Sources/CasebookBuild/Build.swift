internal import CasebookChecker
internal import CasebookMaker
internal import CasebookModel
internal import CasebookPublisher
internal import CasebookReader
internal import CasebookRenderer
internal import Diagnostics
internal import Files
internal import Hashing
internal import Memo

/// Builds a site: read → check → render → make → publish, one case at a time, and of all that only what changed since the last build.
///
/// With an error anywhere the last good site stays, but for what may not stay: a case that is withdrawn, a picture that is removed or
/// newly redacted. Throws only when the machine could not do it: a folder that cannot be read or written.
package func build(
  _ options: BuildOptions, interruption: Interruption = Interruption(), progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
) async throws -> BuildReport {
  try await BuildSession(options, interruption: interruption).build(progress: progress)
}

/// Builds the same site again and again, with what it learnt in memory.
///
///     let session = BuildSession(options)
///     let first = try await session.build()
///     let second = try await session.build(changed: ["content/cases/foot/narrative.md"])
///
/// Told what changed, it looks at nothing else on the disk; otherwise at the stamp of each file. Memory and disk agree after each build.
package actor BuildSession {
  private var options: BuildOptions
  private let interruption: Interruption
  private let output: String
  private let memory: BuildMemory
  private var index: BuildIndex?
  private var library: Library?

  package init(_ options: BuildOptions, interruption: Interruption = Interruption()) {
    self.options = options
    self.interruption = interruption
    let name = options.output ?? options.shard.map { "shards/\($0.number)-of-\($0.count)" } ?? "output"
    self.options.output = options.output ?? "\(options.root)/\(name)"
    output = options.output ?? "\(options.root)/\(name)"
    memory = BuildMemory(
      cache: WritableFolder("\(options.root)/.casebook/cache"), output: options.shard.map { "\(name) \($0)" } ?? name,
      isPrivate: options.showsDrafts)
  }

  /// `changed`: the paths below the site's folder that may have changed, with the folders they are in; nil when nobody knows.
  package func build(
    changed: Set<String>? = nil, progress: @escaping @Sendable (BuildProgress) -> Void = { _ in }
  ) async throws -> BuildReport {
    let moment = FileStamp.now
    let known = index ?? memory.index()
    let told = index == nil ? nil : changed
    let program = index?.program ?? ProgramIdentity.current(known?.program)
    var site = try site(program, known, told)
    if let refusal = try refusal(of: site) { return refusal }
    let folder = try OutputFolder(output)
    let published = PublishedFiles(isTrusted: known?.manifest != nil && folder.manifest == known?.manifest) {
      (try? folder.published()) ?? [:]  // the publication says what is wrong with the manifest
    }
    func plan() throws -> [PlannedCase] {
      Planner(
        files: try site.files(options.root), output: output, site: site.record, templateKeys: site.record.templateKeys, index: known,
        published: published, changed: told, moment: moment, jobs: options.jobs
      ).plan(options.chosen(of: site.record.slugs))
    }
    var run = BuildRun(options: options, memory: memory, known: known, site: site, planned: try plan(), moment: moment)
    run.published = published
    if let report = run.reportIfNothingChanged() {
      if run.isRestamped { save(run.index(program, folder.manifest)) } else { index = known }
      return report
    }
    if site.library == nil {
      site = try loaded(program)
      if let refusal = try refusal(of: site) { return refusal }
      if site.record.key != run.site.record.key || site.record.slugs != run.site.record.slugs {
        // Something changed since it was looked at.
        run = BuildRun(options: options, memory: memory, known: known, site: site, planned: try plan(), moment: moment)
        run.published = published
      }
      run.site = site
    }
    let publication = try Publication(folder)
    interruption.begin(publication)
    defer { interruption.end() }
    do {
      let report = try await run.make(publication, interruption, progress)
      save(run.index(program, report.published.map { $0.manifest } ?? folder.manifest))
      return report
    } catch let problem as FileProblem where problem.kind == .diskFull {
      publication.abandon()
      throw PublishProblem(problem, in: output)
    } catch {
      publication.abandon()
      throw error
    }
  }

  private func save(_ new: BuildIndex) {
    var new = new
    if new.unswept > max(500, new.cases.count / 4) {
      memory.sweep(new)
      new.unswept = 0
    }
    index = new
    memory.write(new)
  }

  /// The site as it is remembered, where nothing that was read of it changed; else as it is read now.
  private func site(_ program: ProgramIdentity, _ known: BuildIndex?, _ changed: Set<String>?) throws -> SiteState {
    if let known, known.program.hash == program.hash, known.site.key[.program] == options.key(of: program) {
      var check = ReadCheck(try SourceFiles(root: options.root))
      // Without the system's styles nothing was asked of them.
      let system = try? SourceFiles(root: StyleLibrary.systemFolder)
      var systemCheck = system.map { ReadCheck($0) }
      let isSame = known.site.reads.allSatisfy { read in
        if let changed, !changed.contains(read.path) { return true }
        if case .changed = check.check(read) { return false }
        return true
      }
      let isSystemSame =
        known.site.systemReads.isEmpty && system == nil
        || known.site.systemReads.allSatisfy { if case .changed? = systemCheck?.check($0) { false } else { system != nil } }
      if isSame, isSystemSame { return SiteState(record: known.site, library: library) }
    }
    return try loaded(program)
  }

  private func loaded(_ program: ProgramIdentity) throws -> SiteState {
    var library = try Library(root: options.root, program: options.key(of: program), printing: options.printing)
    library.pictures = PictureMemory(folder: memory.cache, isKept: true)
    self.library = library
    return SiteState(record: library.record, library: library)
  }

  /// What is said when there is no rule to build by, or a case is named that there is not: the cases' problems too, in the same run.
  private func refusal(of site: SiteState) throws -> BuildReport? {
    let unknown = options.only.filter { !site.record.slugs.contains($0) }
    guard site.record.isUnusable || !unknown.isEmpty || (site.library.map { $0.renderer == nil } ?? false) else { return nil }
    let library = try site.library ?? Library(root: options.root)
    var report = BuildReport(diagnostics: library.diagnostics + library.unknownCases(in: options.only), output: output)
    for slug in library.slugs {
      let problems = library.part(slug).diagnostics
      report.diagnostics += problems
      report.problems[slug] = problems
    }
    report.reads = Set(site.record.reads.map(\.path)).union(library.slugs.map { "content/cases/\($0)" })
    return report
  }
}

/// The site as far as all cases share it, and its values where they were needed already.
struct SiteState: Sendable {
  var record: SiteRecord
  var library: Library?

  func files(_ root: String) throws -> SourceFiles { try library?.files ?? SourceFiles(root: root) }
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
