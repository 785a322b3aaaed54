internal import CasebookChecker
internal import CasebookMaker
internal import CasebookModel
internal import CasebookRenderer
internal import Diagnostics
internal import Files
internal import Hashing
internal import Memo

/// The part of a build that goes through the cases which are not as they were: read → check → compose → fill, and stage the pages.
struct CaseStage: Sendable {
  let library: Library
  let renderer: Renderer
  let staging: Staging
  let store: MemoStore
  let options: BuildOptions
  let interruption: Interruption
  /// The time before anything of this build was read.
  let moment: Int64

  /// The cases' parts in the order given, `jobs` at work at a time.
  func parts(of cases: [PlannedCase], _ progress: @escaping @Sendable (BuildProgress) -> Void) async throws -> [CasePart] {
    try await withThrowingTaskGroup(of: (Int, CasePart).self) { group in
      var parts = cases.map { $0.isClean ? $0.clean() : nil }
      let work = cases.indices.filter { parts[$0] == nil }
      var next = 0
      var done = cases.count - work.count
      func start() {
        guard next < work.count else { return }
        let number = work[next]
        next += 1
        group.addTask { (number, try part(cases[number])) }
      }
      for _ in 0..<max(1, options.jobs) { start() }
      while let (number, part) = try await group.next() {
        parts[number] = part
        done += 1
        progress(BuildProgress(done: done, total: cases.count))
        start()
      }
      return parts.compactMap { $0 }
    }
  }

  /// One case; its pages go to staging at once, so that no more than a few cases are in memory.
  private func part(_ planned: PlannedCase) throws -> CasePart {
    interruption.pass()
    if case .known(let record, let lost) = planned.state, let part = try refilled(record, lost) { return part }
    var part = try made(planned.slug)
    part.reason = planned.reason(of: part.record)
    return part
  }

  /// A case whose pages are as they were before they were put into their templates; nil where they are remembered no more.
  private func refilled(_ record: CaseRecord, _ lost: [Int: String]) throws -> CasePart? {
    guard !lost.keys.contains(where: { record.outputs[$0].kind == .picture }) else { return nil }
    guard let piece = record.piece.flatMap({ store.piece($0) }), let kept = try? [KeptOutput](memo: piece) else { return nil }  // made anew
    let outputs = Dictionary(kept.map { ($0.output.path, $0.output) }, uniquingKeysWith: { first, _ in first })
    var part = CasePart(record)
    for index in record.outputs.indices {
      if let reason = lost[index] {
        guard let output = outputs[record.outputs[index].path] else { return nil }
        try fill(output, index, &part)
        part.reasons[output.path] = reason
      } else {
        part.take(index)
      }
    }
    return part
  }

  private func made(_ slug: String) throws -> CasePart {
    var files = library.files.withoutReads()
    let (found, problems) = library.part(slug, &files)
    var part = CasePart(CaseRecord(slug: slug, site: library.record.key))
    part.record.reads = files.reads.unique.kept(at: moment)
    part.record.status = found?.status.value
    part.record.diagnostics = problems
    part.record.entry = found.map { LibraryEntry($0) }
    guard let found, found.status.value != .draft || options.showsDrafts else { return part }
    guard !problems.containErrors || found.status.value == .withdrawn else {
      part.record.shown = renderer.compose(found).composed.outputs.filter(\.isPicture).map(\.path)
      return part
    }
    let (composed, summary) = renderer.compose(found)
    part.record.diagnostics += composed.diagnostics
    guard !composed.diagnostics.containErrors else {
      part.record.shown = composed.outputs.filter(\.isPicture).map(\.path)
      return part
    }
    part.record.summary = summary.memo
    part.record.piece = store.keep(composed.outputs.compactMap { KeptOutput($0) }.memo)
    interruption.pass()
    for output in composed.outputs {
      part.record.outputs.append(OutputRecord(path: output.path, kind: output.isPicture ? .picture : .bytes))
      try fill(output, part.record.outputs.count - 1, &part)
    }
    if part.summary == nil { part.pictures = [] }
    return part
  }

  /// Puts a page into its template and stages it; leaves pictures, and pages at old addresses, for later.
  private func fill(_ output: Output, _ index: Int, _ part: inout CasePart) throws {
    if output.isPicture { return part.pictures.append(output) }
    if case .page(let template, _) = output.content {
      part.record.outputs[index].kind = .page
      part.record.outputs[index].template = template
      part.record.outputs[index].templateKey = library.record.templateKey(template)
    }
    let (filled, diagnostics) = renderer.fill(output)
    part.record.outputs[index].diagnostics = diagnostics
    part.record.outputs[index].stamp = nil
    part.record.outputs[index].hash = nil
    guard case .bytes(let bytes) = filled.content, !diagnostics.containErrors else { return }
    part.record.outputs[index].hash = ContentHash(of: bytes)
    if !part.isOwn(output.path) { return part.moved.append((index, bytes)) }
    part.files.append(try staging.stage(output.path, bytes))
  }
}

extension CasePart {
  /// Is this path, which begins with `cases/`, below the case's own address?
  func isOwn(_ path: String) -> Bool {
    let rest = path.utf8.dropFirst("cases/".utf8.count)
    return rest.starts(with: slug.utf8) && rest.dropFirst(slug.utf8.count).first == UInt8(ascii: "/")
  }

  /// Leaves an output as it is published.
  mutating func take(_ index: Int) {
    let output = record.outputs[index]
    guard let hash = output.hash else { return }
    if isOwn(output.path) {
      files.append(StagedFile(path: output.path, hash: hash, isChanged: false))
    } else {
      moved.append((index, nil))
    }
  }
}

extension [CasePart] {
  /// Tells the cases what is wrong between them and others; where the other case is not built, this one is told.
  mutating func attach(_ clashes: [Diagnostic]) {
    guard !clashes.isEmpty else { return }
    var positions: [String: Int] = [:]
    for (index, part) in enumerated() { positions["content/cases/\(part.slug)/case.yaml"] = index }
    for clash in clashes {
      let places = [clash.location] + clash.notes.map(\.location)
      if let index = places.compactMap({ $0.flatMap { positions[$0.file] } }).first { self[index].clashes.append(clash) }
    }
  }

  /// Stages the pages at old addresses, each for the first case that has it.
  mutating func stageMoved(slugs: [String], _ staging: Staging) throws {
    var taken = Set(slugs.map { "cases/\($0)/index.html" })
    for index in indices {
      for (output, bytes) in self[index].moved {
        let record = self[index].record.outputs[output]
        guard taken.insert(record.path).inserted, let hash = record.hash else { continue }
        let file = try bytes.map { try staging.stage(record.path, $0) } ?? StagedFile(path: record.path, hash: hash, isChanged: false)
        self[index].files.append(file)
      }
      self[index].moved = []
    }
  }
}
