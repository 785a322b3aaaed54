internal import CasebookChecker
internal import CasebookMaker
internal import CasebookModel
internal import CasebookRenderer
internal import Diagnostics
internal import Files
internal import Glibc
internal import Synchronization

/// Where pages for paper are laid out with all they load, before the browser prints them: a folder of its own, removed afterwards.
struct Workshop: Sendable {
  let library: Library
  private let renderer: Renderer
  private let maker: Maker
  private let printer: Printer
  private let folder: WritableFolder
  private let staging: Staging
  private let root: String
  private let assets: [PrintRecipe.Need]
  /// Seconds since 1970 that PDFs say they were made at; nil: as the case says.
  private let moment: Int?

  init(_ library: Library, _ renderer: Renderer, root: String, browser: Browser, moment: Int?, jobs: Int) throws {
    self.library = library
    self.renderer = renderer
    self.moment = moment
    let own = WritableFolder("\(root)/.casebook")
    try own.makeFolder()
    let cache = own.folder("cache")
    folder = own.folder("print-\(getpid())")
    try folder.makeFolder(mode: 0o700)
    try folder.makeFolder("files")
    // Nothing is published here.
    staging = Staging(files: folder.folder("files"), output: folder.folder("none"), published: [:])
    self.root = try absolutePath(staging.files.path)
    maker = Maker(sources: library.files, cache: cache, jobs: jobs)
    printer = Printer(browser: browser, cache: cache, jobs: jobs)
    assets = try maker.make(renderer.context.assets.outputs, into: staging).files.map { PrintRecipe.Need($0) }
  }

  func remove() {
    try? folder.removeTree()  // it lies in the folder of what may be deleted
  }

  /// One document to be printed.
  struct Job: Sendable {
    var found: Case
    var document: PaperDocument
    var variant: PosterVariant
    /// A picture in place of the PDF.
    var export: PictureExport?
  }

  /// What became of it.
  struct Result: Sendable {
    var job: Job
    var diagnostics: [Diagnostic] = []
    /// nil where it could not be printed.
    var fact: PrintFact?
    var bytes: [UInt8] = []
    var lacksBrowser = false
  }

  func documents(of found: Case) -> [PaperDocument] { renderer.paperDocuments(of: found) }

  /// Lays out and prints documents, two at a time, and forgets their pages. What is wrong with one does not stop the others.
  func print(_ jobs: [Job]) throws -> [Result] {
    var results = jobs.map { Result(job: $0) }
    var files: [String: StagedFile] = [:]
    var recipes: [(number: Int, recipe: PrintRecipe)] = []
    for (number, job) in jobs.enumerated() {
      let rendered = renderer.render(job.document, of: job.found, as: job.variant)
      results[number].diagnostics = rendered.diagnostics + (try make(rendered.outputs, &files))
      if let recipe = recipe(for: job, rendered.outputs, files) { recipes.append((number, recipe)) }
    }
    let bytes = Mutex<[String: [UInt8]]>([:])
    let printed = try printer.print(recipes.map(\.recipe), in: root) { recipe, pdf in bytes.withLock { $0[recipe.path] = pdf } }
    for ((number, recipe), printed) in zip(recipes, printed) {
      let found = printed.fact.map { library.checker.inspect($0, waivers: jobs[number].found.waivers) } ?? []
      results[number].diagnostics += printed.diagnostics + found
      results[number].fact = printed.fact
      results[number].bytes = bytes.withLock { $0[recipe.path] } ?? []
      results[number].lacksBrowser = printed.lacksBrowser
    }
    for slug in Set(jobs.map(\.found.slug)) { try staging.files.removeTree("cases/\(slug)") }
    return results
  }

  /// Stages what is not there yet; says what could not be made.
  private func make(_ outputs: [Output], _ files: inout [String: StagedFile]) throws -> [Diagnostic] {
    let made = try maker.make(outputs.filter { files[$0.path] == nil }, into: staging)
    for file in made.files { files[file.path] = file }
    return made.diagnostics
  }

  private func recipe(for job: Job, _ outputs: [Output], _ files: [String: StagedFile]) -> PrintRecipe? {
    let (found, variant) = (job.found, job.variant)
    let id = found.id(of: job.document)
    guard let page = files["cases/\(found.slug)/\(job.document.fileName(of: found, as: variant))"] else { return nil }
    let kind: PrintRecipe.Kind = variant.isProof ? .proof : job.document == .handout ? .handout : .poster
    let pictures = outputs.map(\.path).filter { $0 != page.path }.compactMap { files[$0] }.map { PrintRecipe.Need($0) }
    let suffix = (variant.isBlind ? "-blind" : "") + (variant.isProof ? "-proof" : "")
    var recipe = PrintRecipe(
      kind, page: PrintRecipe.Need(page), pictures: pictures, assets: assets,
      path: "\(found.slug)-\(id)\(suffix).\(job.export.map { $0.format == .png ? "png" : "jpg" } ?? "pdf")",
      of: found.location, id: id, date: pdfDate(moment, updated: found.updated?.value, published: found.published?.value))
    if case .poster(let index) = job.document { recipe.size = found.posters[index].size }
    recipe.picture = job.export
    return recipe
  }
}

extension Case {
  /// "acfas", or "handout".
  func id(of document: PaperDocument) -> String {
    switch document {
    case .poster(let index): posters[index].id.value
    case .handout: "handout"
    }
  }
}

extension PrintRecipe.Need {
  init(_ file: StagedFile) { self.init(path: file.path, hash: file.hash) }
}

func absolutePath(_ path: String) throws -> String {
  guard let real = realpath(path, nil) else { throw FileProblem(path, .absent) }
  defer { free(real) }
  return String(cString: real)
}
