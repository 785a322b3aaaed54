package import CasebookModel
package import Diagnostics
package import Files
internal import Hashing
internal import PDF
internal import Synchronization

/// Prints pages: from the cache where nothing changed, else in the browser, and looks into each PDF before it counts.
///
///     let printer = Printer(browser: browser, cache: WritableFolder("/home/riley/library/.casebook/cache"), jobs: 2)
///     let printed = try printer.print(recipes, in: "/home/riley/library/output/.casebook-staging/print") { recipe, bytes in … }
package struct Printer: Sendable {
  private let browser: Browser
  private let cache: PrintCache?
  private let jobs: Int
  private let typesetter: String

  /// More than two tabs gain nothing: most of a page's time is one process of the browser.
  package init(browser: Browser, cache folder: WritableFolder?, jobs: Int) {
    self.browser = browser
    self.jobs = min(max(1, jobs), 2)
    if let folder, (try? folder.makeFolder(mode: 0o700)) != nil {  // nothing is lost but time
      cache = PrintCache(folder: folder)
    } else {
      cache = nil
    }
    typesetter = typesetterKey(browser: browser.program)
  }

  /// What became of one recipe.
  package struct Printed: Sendable {
    package var fact: PrintFact?
    package var diagnostics: [Diagnostic] = []
    /// There is no browser, or it cannot be started: a problem of the machine, not of the page.
    package var lacksBrowser = false
    package var isFromCache = false
  }

  /// Prints all, in the order given. `root` is an absolute folder in which the pages and what they load lie at their paths, once `prepare`
  /// has been called for a recipe. `finish` gets the bytes of what is good, on any thread.
  package func print(
    _ recipes: [PrintRecipe], in root: String, prepare: @escaping @Sendable (PrintRecipe) throws(FileProblem) -> Void = { _ in },
    finish: @escaping @Sendable (PrintRecipe, [UInt8]) throws(FileProblem) -> Void
  ) throws(FileProblem) -> [Printed] {
    browser.rest()
    let results = Mutex([Result<Printed, FileProblem>?](repeating: nil, count: recipes.count))
    inParallel(recipes.count, jobs: jobs) { number in
      let result = Result { () throws(FileProblem) in
        try print(recipes[number], in: root, prepare: prepare, finish: finish)
      }
      results.withLock { $0[number] = result }
    }
    var printed: [Printed] = []
    for result in results.withLock({ $0 }) { if let result { printed.append(try result.get()) } }
    return printed
  }

  private func print(
    _ recipe: PrintRecipe, in root: String, prepare: (PrintRecipe) throws(FileProblem) -> Void,
    finish: (PrintRecipe, [UInt8]) throws(FileProblem) -> Void
  ) throws(FileProblem) -> Printed {
    let key = ContentHash(of: "\(recipe.key) \(typesetter)")
    var printed = Printed()
    let entry: PrintCache.Entry
    if let found = cache?.entry(key) {
      entry = found
      printed.isFromCache = true
    } else {
      try prepare(recipe)
      do throws(BrowserProblem) {
        entry = try made(recipe, in: root)
      } catch {
        printed.diagnostics = [error.diagnostic(of: recipe)]
        printed.lacksBrowser = error.isOfMachine
        return printed
      }
    }
    do throws(PDFProblem) {
      let pdf = recipe.picture == nil ? try PDFInspection(of: entry.bytes) : nil
      let fact = PrintFact(
        recipe: recipe, fit: entry.fit, sheet: entry.sheet, pdf: pdf, refused: entry.refused, byteCount: entry.bytes.count)
      printed.diagnostics = fact.faults
      guard !printed.diagnostics.containErrors else { return printed }
      printed.fact = fact
    } catch {
      printed.diagnostics = [error.diagnostic(of: recipe)]
      return printed
    }
    try finish(recipe, entry.bytes)
    if !printed.isFromCache { cache?.store(entry, key) }
    return printed
  }

  /// In the browser; once more where the browser died, which another page may have caused.
  private func made(_ recipe: PrintRecipe, in root: String) throws(BrowserProblem) -> PrintCache.Entry {
    let folder = PageFolder(root: root, files: Set(([recipe.page] + recipe.pictures + recipe.assets).map(\.path)))
    let deadline = Deadline(seconds: PrintLimits.seconds)
    var attempts = 2
    while true {
      let tab = try browser.tab()
      do throws(BrowserProblem) {
        let entry = try made(recipe, in: folder, tab, deadline)
        browser.put(tab)
        return entry
      } catch {
        // Whatever the page is doing, it ends now.
        browser.discard(tab)
        attempts -= 1
        guard error == .lost, attempts > 0, deadline.remaining > 0 else { throw error }
      }
    }
  }

  private func made(
    _ recipe: PrintRecipe, in folder: PageFolder, _ tab: Tab, _ deadline: Deadline
  ) throws(BrowserProblem) -> PrintCache.Entry {
    if let export = recipe.picture {
      return try tab.export(recipe.page.path, in: folder, export, recipe.size, deadline)
    }
    let page = try tab.print(recipe.page.path, in: folder, deadline)
    let bytes: [UInt8]
    do { bytes = try normalizedPDF(page.bytes, date: recipe.date, size: recipe.exactSize(page.sheet)) } catch {
      throw .failed("the PDF \(error.reason)")
    }
    return PrintCache.Entry(bytes: bytes, fit: page.fit.flatMap { FitReport($0) }, sheet: page.sheet, refused: page.refused)
  }
}
