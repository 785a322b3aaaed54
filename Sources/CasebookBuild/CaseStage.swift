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
  var summary: CaseSummary?
  /// To be compared with other cases.
  var entry: LibraryEntry?
  var files: [StagedFile] = []
  var pictures: [Output] = []
  var diagnostics: [Diagnostic] = []

  /// A draft's errors fail no build.
  var isFaulty: Bool { status != .draft && diagnostics.containErrors }
}

/// The part of a build that goes through the cases: read → check → render, and stage the pages.
struct CaseStage: Sendable {
  let library: Library
  let renderer: Renderer
  let maker: Maker
  let staging: Staging

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
      return parts.compactMap { $0 }
    }
  }

  /// One case; its pages go to staging at once, so that no more than a few cases are in memory.
  private func part(_ slug: String) throws -> CasePart {
    var part = CasePart(slug: slug)
    let (found, problems) = library.part(slug)
    part.status = found?.status.value
    part.diagnostics = problems
    part.entry = found.map { LibraryEntry($0) }
    guard let found, part.status != .draft, !problems.containErrors else { return part }
    let (rendered, summary) = renderer.render(found)
    part.diagnostics += rendered.diagnostics
    guard !rendered.diagnostics.containErrors else { return part }
    part.summary = summary
    part.pictures = rendered.outputs.filter(\.isPicture)
    part.files = try maker.make(rendered.outputs.filter { !$0.isPicture }, into: staging).files
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
  }
}

extension Output {
  fileprivate var isPicture: Bool { if case .image = content { true } else { false } }
}
