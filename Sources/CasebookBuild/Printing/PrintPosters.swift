internal import CasebookMaker
internal import CasebookModel
internal import CasebookRenderer
package import Diagnostics
internal import Files

/// What `casebook pdf` is asked to do.
package struct PDFOptions: Sendable {
  /// The site's folder, or a case's that has no site.
  package var root: String
  /// The cases to print; all when empty.
  package var slugs: [String]
  /// One poster's id, or `handout`; nil: all that the case has.
  package var poster: String?
  package var isProof = false
  package var isBlind = false
  /// Where the PDFs go; `print` below the root when nil.
  package var output: String?
  package var browser: String
  /// Seconds since 1970 that PDFs say they were made at; nil: as the case says.
  package var moment: Int?
  package var jobs: Int

  package init(root: String, slugs: [String], browser: String, jobs: Int) {
    self.root = root
    self.slugs = slugs
    self.browser = browser
    self.jobs = jobs
  }
}

/// What was printed.
package struct PDFReport: Sendable {
  package var diagnostics: [Diagnostic] = []
  package var posters: [PrintedPoster] = []
  /// Nothing could be printed, because there is no browser.
  package var lacksBrowser = false
}

/// Prints posters and handouts for people, never into the site. A case with errors becomes a draft that says so.
///
/// Throws when the machine could not do it: a folder that cannot be read or written.
package func printPosters(_ options: PDFOptions, interruption: Interruption = Interruption()) throws -> PDFReport {
  let library = try Library(root: options.root)
  let unknown = library.unknownCases(in: options.slugs)
  guard unknown.isEmpty, let renderer = library.renderer else { return PDFReport(diagnostics: library.diagnostics + unknown) }
  let browser = Browser(program: options.browser)
  let workshop = try Workshop(
    library, renderer, root: options.root, browser: browser, moment: options.moment, jobs: options.jobs)
  interruption.whenInterrupted {
    browser.end()
    workshop.remove()
  }
  defer {
    browser.end()
    workshop.remove()
  }
  var desk = PrintDesk(options, workshop, library.diagnostics)
  do {
    let slugs = options.slugs.isEmpty ? library.slugs : options.slugs
    for start in stride(from: 0, to: slugs.count, by: PrintDesk.casesAtOnce) where !desk.report.lacksBrowser {
      try desk.print(Array(slugs[start..<min(start + PrintDesk.casesAtOnce, slugs.count)]))
      interruption.pass()
    }
  } catch {
    // It may be the interruption that took the ground away.
    interruption.pass()
    throw error
  }
  if !desk.report.posters.isEmpty, !Browser.hasSandbox { desk.report.diagnostics.append(.browserWithoutSandbox) }
  return desk.report
}

/// The cases of one `casebook pdf`, some at a time, so that no more than their PDFs are in memory.
private struct PrintDesk {
  static let casesAtOnce = 4

  let options: PDFOptions
  let workshop: Workshop
  /// What is wrong with the site.
  let shared: [Diagnostic]
  var report = PDFReport()

  init(_ options: PDFOptions, _ workshop: Workshop, _ shared: [Diagnostic]) {
    self.options = options
    self.workshop = workshop
    self.shared = shared
    report.diagnostics = shared
  }

  mutating func print(_ slugs: [String]) throws {
    var jobs: [Workshop.Job] = []
    var errors: [String: [String]] = [:]
    for slug in slugs {
      let (found, problems) = workshop.library.part(slug)
      report.diagnostics += problems
      errors[slug] = (shared + problems).draftLines
      if let found { jobs += self.jobs(of: found, errors[slug] ?? []) }
    }
    let results = try workshop.print(jobs)
    // Where something turns out to be wrong, it is printed once more as a draft that says so.
    let faulty = results.indices.filter { results[$0].fact != nil && results[$0].diagnostics.containErrors }
    let drafts = try workshop.print(
      faulty.map { index in
        var job = results[index].job
        job.variant.draft = (errors[job.found.slug] ?? []) + results[index].diagnostics.draftLines
        return job
      })
    let drafted = Dictionary(zip(faulty, drafts), uniquingKeysWith: { first, _ in first })
    for (index, result) in results.enumerated() {
      // That there is no browser is one problem of the machine, not of each poster.
      report.diagnostics += result.diagnostics.filter { $0.rule != "browser-missing" || !report.lacksBrowser }
      try finish(drafted[index] ?? result)
    }
  }

  private mutating func jobs(of found: Case, _ errors: [String]) -> [Workshop.Job] {
    let all = workshop.documents(of: found)
    let documents = all.filter { options.poster == nil || found.id(of: $0) == options.poster }
    if documents.isEmpty, let poster = options.poster {
      report.diagnostics.append(.unknownPoster(poster, of: found, among: all.map { found.id(of: $0) }))
    }
    let variant = PosterVariant(isBlind: options.isBlind, draft: errors.isEmpty ? nil : errors, isProof: options.isProof)
    return documents.flatMap { document in
      let pdf = Workshop.Job(found: found, document: document, variant: variant)
      guard !options.isProof, case .poster(let index) = document, let export = found.posters[index].export else { return [pdf] }
      return [pdf, Workshop.Job(found: found, document: document, variant: variant, export: export)]
    }
  }

  private mutating func finish(_ result: Workshop.Result) throws {
    if result.lacksBrowser { report.lacksBrowser = true }
    guard let fact = result.fact else { return }
    let output = WritableFolder(options.output ?? "\(options.root)/print")
    try output.makeFolder()
    try output.replace(fact.recipe.path, with: result.bytes)
    let path = "\(output.path)/\(fact.recipe.path)"
    report.posters.append(PrintedPoster(path: path, fact: fact, isDraft: result.job.variant.draft != nil))
  }
}

extension [Diagnostic] {
  /// The errors as lines for a draft's margin.
  fileprivate var draftLines: [String] {
    filter { $0.severity == .error }.map { error in
      let place = error.location.map { "\($0.file.split(separator: "/").last ?? "")\($0.line > 1 ? ":\($0.line)" : ""): " } ?? ""
      return place + error.summary
    }
  }
}

extension Diagnostic {
  static let browserWithoutSandbox = Diagnostic(
    .warning, "browser-without-sandbox", "The browser printed without its sandbox, because Casebook runs as root",
    remedy: "run Casebook as another user, above all with cases of others or with raw-html: true")

  fileprivate static func unknownPoster(_ id: String, of found: Case, among ids: [String]) -> Diagnostic {
    let near = nearest(to: id, in: ids).map { "did you mean \"\($0)\"?" }
    return Diagnostic(
      .error, "unknown-poster", "Case \"\(found.slug)\" has no poster \"\(id)\"", at: found.location,
      remedy: near ?? "name one of: \(ids.joined(separator: ", "))")
  }
}

/// Where Debian's package puts the browser.
package let usualBrowser = Browser.usualProgram
