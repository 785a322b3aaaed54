internal import CasebookChecker
internal import CasebookMaker
internal import CasebookModel
internal import CasebookRenderer
internal import Diagnostics
internal import Files

/// What came of one case: its pages are staged, its pictures are still recipes or, later, staged too.
struct CasePart: Sendable {
  var slug: String
  var status: Case.Status?
  /// The pages at old addresses.
  var moved: [Output] = []
  var summary: CaseSummary?
  /// To be compared with other cases.
  var entry: LibraryEntry?
  var files: [StagedFile] = []
  var pictures: [Output] = []
  var diagnostics: [Diagnostic] = []

  /// A draft's errors fail no build.
  var hasErrors: Bool { status != .draft && diagnostics.containErrors }

  /// Nothing of it can be published. A case that is withdrawn leaves in spite of its errors.
  var isFaulty: Bool { hasErrors && (status != .withdrawn || files.isEmpty) }
}

/// The part of a build that goes through the cases: read → check → render, and stage the pages.
struct CaseStage: Sendable {
  let library: Library
  let renderer: Renderer
  let maker: Maker
  let staging: Staging
  let interruption: Interruption

  /// The cases' parts in the order of their slugs, `jobs` at work at a time.
  func parts(of slugs: [String], jobs: Int, _ progress: @escaping @Sendable (BuildProgress) -> Void) async throws -> [CasePart] {
    try await withThrowingTaskGroup(of: (Int, CasePart).self) { group in
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
      return try withAliases(parts.compactMap { $0 })
    }
  }

  /// Says what is wrong between the cases, and stages the pages at old addresses, each for the first case that has it.
  private func withAliases(_ parts: [CasePart]) throws -> [CasePart] {
    let clashes = Dictionary(grouping: library.checker.check(parts.compactMap(\.entry))) { $0.location?.file }
    var taken = Set(library.slugs.map { "cases/\($0)/index.html" })
    return try parts.map { part in
      var part = part
      part.diagnostics += clashes["content/cases/\(part.slug)/case.yaml"] ?? []
      part.files += try maker.make(part.moved.filter { taken.insert($0.path).inserted }, into: staging).files
      part.moved = []
      return part
    }
  }

  /// One case; its pages go to staging at once, so that no more than a few cases are in memory.
  private func part(_ slug: String) throws -> CasePart {
    var part = CasePart(slug: slug)
    let (found, problems) = library.part(slug)
    part.status = found?.status.value
    part.diagnostics = problems
    part.entry = found.map { LibraryEntry($0) }
    guard let found, part.status != .draft else { return part }
    guard !problems.containErrors || part.status == .withdrawn else { return part }
    let (rendered, summary) = renderer.render(found)
    part.diagnostics += rendered.diagnostics
    guard !rendered.diagnostics.containErrors else { return part }
    part.summary = summary
    part.pictures = rendered.outputs.filter(\.isPicture)
    interruption.pass()
    let pages = rendered.outputs.filter { !$0.isPicture }
    part.moved = pages.filter { !$0.path.hasPrefix("cases/\(slug)/") }
    part.files = try maker.make(pages.filter { $0.path.hasPrefix("cases/\(slug)/") }, into: staging).files
    return part
  }
}

extension [CasePart] {
  /// Gives the made pictures, and what is said of them, to their cases.
  mutating func add(_ made: Made) {
    var caseOfPath: [String: Int] = [:]
    for (index, part) in enumerated() {
      for picture in part.pictures {
        caseOfPath[picture.path] = index
        if case .image(let recipe) = picture.content { caseOfPath[recipe.source] = caseOfPath[recipe.source] ?? index }
      }
    }
    for file in made.files { if let index = caseOfPath[file.path] { self[index].files.append(file) } }
    for diagnostic in made.diagnostics {
      let index = diagnostic.location.flatMap { caseOfPath[$0.file] } ?? 0
      self[index].diagnostics.append(diagnostic)
    }
    dropUnmade()
  }

  /// A case without one of its pictures is not published, also where the reason is told once for all.
  private mutating func dropUnmade() {
    for index in indices where !self[index].diagnostics.containErrors {
      let made = Set(self[index].files.map(\.path))
      guard let missing = self[index].pictures.first(where: { !made.contains($0.path) }) else { continue }
      guard case .image(let recipe) = missing.content else { continue }
      self[index].diagnostics.append(
        Diagnostic(
          .error, "picture-not-made", "\"\(recipe.source)\" could not be made into a picture", at: SourceLocation(file: recipe.source)))
    }
  }
}

extension Output {
  fileprivate var isPicture: Bool { if case .image = content { true } else { false } }
}
