internal import CasebookChecker
internal import CasebookMaker
internal import CasebookModel
internal import CasebookPublisher
internal import CasebookRenderer
internal import Diagnostics
internal import Files
internal import Hashing
internal import Memo

/// One build, from what is still right of the last one to what is published.
struct BuildRun {
  let options: BuildOptions
  let memory: BuildMemory
  let known: BuildIndex?
  var site: SiteState
  let planned: [PlannedCase]
  let moment: Int64
  var published = PublishedFiles(isTrusted: false) { [:] }
  /// The cases as they are after this build, by slug.
  private var records: [String: CaseRecord] = [:]
  private var library: LibraryRecord?
  private var summaries: ContentHash?
  private var clashes: [Diagnostic] = []
  /// How many cases were made.
  private var made = 0
  private var isComplete = false
  private(set) var isRestamped: Bool

  init(options: BuildOptions, memory: BuildMemory, known: BuildIndex?, site: SiteState, planned: [PlannedCase], moment: Int64) {
    self.options = options
    self.memory = memory
    self.known = known
    self.site = site
    self.planned = planned
    self.moment = moment
    isRestamped = planned.contains(where: \.isRestamped)
    library = known?.library
    clashes = known?.clashes ?? []
    summaries = known?.summaries
  }

  private var output: String { options.output ?? "\(options.root)/output" }

  /// The report of a build in which every case, every output and what all share are as they were; nil when something is to be done.
  mutating func reportIfNothingChanged() -> BuildReport? {
    guard let known, known.isComplete, options.only.isEmpty, options.shard == nil, published.isTrusted, planned.allSatisfy(\.isClean),
      planned.count == known.cases.count, let library = known.library, site.record.key == known.site.key,
      site.record.diagnostics == known.site.diagnostics
    else { return nil }
    var parts = planned.compactMap { $0.clean() }
    guard isLibraryUnchanged(for: parts.compactMap(\.summary)) else { return nil }
    parts.attach(known.clashes)
    var report = report(of: parts)
    report.diagnostics += library.diagnostics
    report.cases = parts.count { $0.summary != nil }
    report.isComplete = true
    var result = Publication.Result()
    result.unchanged = parts.reduce(0) { $0 + $1.files.count } + library.outputs.count
    result.manifest = known.manifest
    report.published = result
    remember(parts)
    isComplete = true
    return report
  }

  mutating func make(
    _ publication: Publication, _ interruption: Interruption, _ progress: @escaping @Sendable (BuildProgress) -> Void
  ) async throws -> BuildReport {
    guard let values = site.library, let renderer = values.renderer else { return BuildReport(diagnostics: [], output: output) }
    let staging = publication.staging
    let maker = Maker(sources: values.files, cache: memory.cache, jobs: options.jobs)
    let stage = CaseStage(
      library: values, renderer: renderer, staging: staging, store: memory.store, options: options, interruption: interruption,
      moment: moment)
    var parts = try await stage.parts(of: planned, progress)
    let made = try maker.make(parts.flatMap(\.pictures), into: staging)
    parts.add(made)
    self.made = parts.count { $0.reason != nil }
    if values.site.printsPDF { parts = try PrintStage.print(parts, of: values, renderer, options, publication, interruption) }
    return try options.shard.map { try share(parts, $0, publication, interruption) } ?? publish(parts, publication, interruption)
  }

  /// Publishes all that one shard can: what is wrong between its cases and others comes out when the shares are merged.
  private mutating func share(
    _ parts: [CasePart], _ shard: Shard, _ publication: Publication, _ interruption: Interruption
  ) throws -> BuildReport {
    var parts = parts
    try parts.stageMoved(slugs: site.record.slugs, publication.staging)
    var report = report(of: parts)
    let good = parts.filter { !$0.isFaulty }
    report.published = try interruption.publish { try publication.publish(good.flatMap(\.files)) }
    report.isComplete = !parts.contains(where: \.hasErrors) && !site.record.diagnostics.containErrors
    report.cases = good.count { $0.summary != nil }
    report.made = madeOutputs(good, [], [:])
    remember(stamped(parts, published: Set(good.map(\.slug))))
    try Share(shard, site: site.record.key, cases: parts.map(\.record)).write(to: output)
    return report
  }

  /// Publishes what is to be published of all cases' parts, sorted by slug, with the pages that show more than one of them.
  mutating func publish(_ parts: [CasePart], _ publication: Publication, _ interruption: Interruption) throws -> BuildReport {
    guard let values = site.library, let renderer = values.renderer else { return BuildReport(diagnostics: [], output: output) }
    var parts = parts
    let staging = publication.staging
    let maker = Maker(sources: values.files, cache: memory.cache, jobs: options.jobs)
    clashes = self.clashes(of: parts)
    parts.attach(clashes)
    try parts.stageMoved(slugs: site.record.slugs, staging)
    var report = report(of: parts)

    let selection = Selection(
      of: parts, in: site.record, options,
      last: .init(paths: { staging.published.keys.sorted() }, summaries: { [memory] in memory.published() }))
    var pages = LibraryStage(renderer: renderer, site: site.record, maker: maker, staging: staging)
    let isSame = isLibraryUnchanged(for: selection.summaries) && site.record.heldPages.isEmpty
    let new = isSame ? nil : try pages.make(of: selection.summaries, taking: selection.takes)
    let diagnostics = new?.diagnostics ?? library?.diagnostics ?? []
    report.diagnostics += diagnostics
    report.cases = selection.parts.count { $0.summary != nil }
    guard !selection.isEmpty, !diagnostics.containErrors else {
      publication.abandon()
      remember(parts)
      return report
    }
    let shared = new.map { _ in pages.files } ?? library?.staged ?? []
    let before = staging.published
    let result = try interruption.publish { try publication.publish(selection.files + shared, keeping: selection.keeps) }
    report.published = result
    report.isComplete = selection.isComplete
    report.made = madeOutputs(selection.parts, new == nil ? [] : pages.files, before)
    isComplete = selection.isComplete && options.only.isEmpty
    remember(stamped(parts, published: Set(selection.parts.map(\.slug))))
    if var new {
      new.outputs = stamped(new.outputs)
      library = new
    }
    let fingerprint = selection.summaries.memo.fingerprint
    if fingerprint != summaries { summaries = memory.write(published: selection.summaries) }
    return report
  }

  /// What is to be remembered of this build.
  func index(_ program: ProgramIdentity, _ manifest: ContentHash?) -> BuildIndex {
    var cases: [CaseRecord] = []
    for slug in site.record.slugs {
      if let record = records[slug] {
        if !record.isVolatile { cases.append(record) }
      } else if !options.only.isEmpty, let old = known?.cases.first(where: { $0.slug == slug }) {
        cases.append(old)
      }
    }
    var index = BuildIndex(program: program, site: site.record, cases: cases)
    index.library = library
    index.manifest = manifest
    index.isComplete = isComplete
    index.clashes = clashes
    index.unswept = (known?.unswept ?? 0) + made
    index.summaries = summaries
    return index
  }

  private mutating func remember(_ parts: [CasePart]) { for part in parts { records[part.slug] = part.record } }

  private func report(of parts: [CasePart]) -> BuildReport {
    var report = BuildReport(diagnostics: site.record.diagnostics, output: output)
    var told: Set<Diagnostic> = []
    for part in parts {
      let diagnostics = part.diagnostics
      if !diagnostics.isEmpty { report.problems[part.slug] = diagnostics }
      // Two cases that show one faulty drawing are told of it once.
      for diagnostic in diagnostics {
        if diagnostic.rule != "drawing-part-removed" || told.insert(diagnostic).inserted { report.diagnostics.append(diagnostic) }
      }
    }
    if options.collectsReads {
      report.stored = parts.compactMap(\.summary)
      report.reads = Set(site.record.reads.map(\.path))
      for part in parts { for read in part.record.reads { report.reads.insert(read.path) } }
    }
    return report
  }
}

extension BuildRun {
  /// What is wrong between all cases of the site, those included that this build does not make.
  private func clashes(of parts: [CasePart]) -> [Diagnostic] {
    guard let values = site.library else { return [] }
    var entries: [String: LibraryEntry] = [:]
    if !options.only.isEmpty {
      let remembered = Dictionary((known?.cases ?? []).map { ($0.slug, $0.entry) }, uniquingKeysWith: { first, _ in first })
      for slug in site.record.slugs where !options.only.contains(slug) {
        entries[slug] = remembered[slug] ?? values.part(slug).case.map { LibraryEntry($0) }
      }
    }
    for part in parts { entries[part.slug] = part.record.entry }
    return values.checker.check(site.record.slugs.compactMap { entries[$0] })
  }

  /// Whether the library's pages are as they were: the same cases, templates and settings, and nothing of them was touched.
  private mutating func isLibraryUnchanged(for summaries: [StoredSummary]) -> Bool {
    guard var record = library else { return false }
    guard record.key == LibraryStage.key(of: summaries, site.record, record.templates) else { return false }
    let check = OutputCheck(folder: output, published: published, isTold: false, moment: moment)
    let probe = FolderProbe(output)
    for index in record.outputs.indices {
      switch check.state(of: record.outputs[index], probe) {
      case .same: break
      case .restamped(let stamp):
        record.outputs[index].stamp = stamp
        isRestamped = true
      case .lost: return false
      }
    }
    library = record
    return true
  }

  /// The outputs that were made, and why.
  private func madeOutputs(_ parts: [CasePart], _ shared: [StagedFile], _ before: [String: ContentHash]) -> [MadeOutput] {
    var made: [MadeOutput] = []
    for part in parts {
      for file in part.files {
        guard let reason = part.reasons[file.path] ?? part.reason else { continue }
        made.append(MadeOutput(path: file.path, reason: reason, isChanged: file.isChanged))
      }
    }
    if !shared.isEmpty {
      let reason = libraryReason(parts)
      for file in shared { made.append(MadeOutput(path: file.path, reason: reason, isChanged: file.isChanged)) }
    }
    return made.sorted { $0.path < $1.path }
  }

  private func libraryReason(_ parts: [CasePart]) -> String {
    guard let known, let old = known.library else { return "first build" }
    if let change = site.record.key.change(since: known.site.key) { return change }
    let (before, after) = (
      Dictionary(old.cases.map { ($0.slug, $0.hash) }, uniquingKeysWith: { $1 }),
      Dictionary(parts.compactMap(\.summary).map { ($0.slug, $0.bytes.fingerprint) }, uniquingKeysWith: { $1 })
    )
    let differing = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }.sorted()
    if let first = differing.first {
      let more = differing.count > 1 ? " and \(differing.count - 1) more" : ""
      let verb = before[first] == nil ? "was added" : after[first] == nil ? "was removed" : "changed"
      return differing.count > 1 ? "cases \(first)\(more) changed" : "case \(first) \(verb)"
    }
    if site.record.pages != known.site.pages { return "static pages changed" }
    for template in old.templates where site.record.templateKey(template) != known.site.templateKey(template) {
      return site.record.templateChange(template, since: known.site)
    }
    return "it was changed or removed in the output folder"
  }

  /// The parts with the stamps of what was published.
  private func stamped(_ parts: [CasePart], published: Set<String>) -> [CasePart] {
    parts.map { part in
      guard published.contains(part.slug) else { return part }
      var part = part
      let changed = Set(part.files.filter(\.isChanged).map(\.path))
      part.record.outputs = stamped(part.record.outputs, part.reason == nil ? changed : nil)
      return part
    }
  }

  /// `changed`: the paths to look at; all when nil.
  private func stamped(_ outputs: [OutputRecord], _ changed: Set<String>? = nil) -> [OutputRecord] {
    let now = FileStamp.now
    let probe = FolderProbe(output)
    return outputs.map { output in
      guard output.hash != nil, output.stamp == nil || changed?.contains(output.path) ?? true else { return output }
      var output = output
      output.stamp = probe.stamp(of: output.path)?.kept(at: now)
      return output
    }
  }
}

extension LibraryRecord {
  fileprivate var staged: [StagedFile] {
    outputs.compactMap { output in output.hash.map { StagedFile(path: output.path, hash: $0, isChanged: false) } }
  }
}
