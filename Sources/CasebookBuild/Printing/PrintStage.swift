internal import CasebookChecker
internal import CasebookMaker
internal import CasebookModel
internal import CasebookPublisher
internal import CasebookRenderer
internal import Diagnostics
internal import Files
internal import Glibc

/// The part of a build that prints posters and handouts into the site.
///
/// A case of which nothing changed keeps its PDFs unseen; a page that is as it was when it was last printed comes from the cache.
struct PrintStage {
  let workshop: Workshop
  let staging: Staging
  let interruption: Interruption

  private static let casesAtOnce = 4

  /// The parts with their PDFs, from a browser that is started only where something is to be printed.
  static func print(
    _ parts: [CasePart], of library: Library, _ renderer: Renderer, _ options: BuildOptions, _ publication: Publication,
    _ interruption: Interruption
  ) throws -> [CasePart] {
    guard parts.contains(where: \.isToBePrinted) else { return parts }
    let browser = Browser(program: options.browser)
    let workshop = try Workshop(library, renderer, root: options.root, browser: browser, moment: options.moment, jobs: options.jobs)
    let end: @Sendable () -> Void = {
      browser.end()
      workshop.remove()
    }
    interruption.whenInterrupted(end)
    defer { end() }
    return try PrintStage(workshop: workshop, staging: publication.staging, interruption: interruption).print(parts)
  }

  /// The parts with their PDFs, and what is wrong with those.
  func print(_ parts: [CasePart]) throws -> [CasePart] {
    var parts = parts
    let numbers = parts.indices.filter { parts[$0].isToBePrinted }
    for start in stride(from: 0, to: numbers.count, by: Self.casesAtOnce) {
      var jobs: [Workshop.Job] = []
      var owners: [Int] = []
      for number in numbers[start..<min(start + Self.casesAtOnce, numbers.count)] {
        parts[number].forgetPrints()
        guard let found = workshop.library.part(parts[number].slug).case else { continue }
        let documents = workshop.documents(of: found)
        jobs += documents.map { Workshop.Job(found: found, document: $0, variant: PosterVariant()) }
        owners += documents.map { _ in number }
      }
      for (number, result) in zip(owners, try workshop.print(jobs)) { try parts[number].add(result, staging) }
      interruption.pass()
    }
    return parts
  }
}

extension CasePart {
  /// Something of it was made in this build, and it is on show.
  fileprivate var isToBePrinted: Bool {
    (reason != nil || !reasons.isEmpty) && summary != nil && !isFaulty && (status == .published || status == .unlisted)
  }

  private static let printRules = Checker.printRules + ["poster-not-printed"]

  fileprivate mutating func forgetPrints() {
    record.outputs.removeAll { $0.path.hasSuffix(".pdf") }
    files.removeAll { $0.path.hasSuffix(".pdf") }
    record.diagnostics.removeAll { Self.printRules.contains($0.rule) }
  }

  fileprivate mutating func add(_ result: Workshop.Result, _ staging: Staging) throws {
    let told = Set(record.diagnostics)
    record.diagnostics += result.diagnostics.filter { !told.contains($0) }
    if result.diagnostics.containErrors { record.isVolatile = true }
    guard result.fact != nil, !result.diagnostics.containErrors else { return }
    let page = result.job.document.fileName(of: result.job.found)
    let file = try staging.stage("cases/\(slug)/\(page.dropLast("html".utf8.count))pdf", result.bytes)
    files.append(file)
    var output = OutputRecord(path: file.path, kind: .bytes)
    output.hash = file.hash
    record.outputs.append(output)
  }
}

/// Whether a build prints.
struct Printing: Sendable {
  /// By the command; the site may ask too.
  var isAsked: Bool
  /// Never, whatever the site asks: for a folder that is looked at while its author writes.
  var isOff = false
  var browser: String

  /// Leaves in the settings whether PDFs will be there to be linked; without a browser says so.
  func settle(_ site: inout Site) -> [Diagnostic] {
    if isOff { site.printsPDF = false }
    guard site.printsPDF || isAsked else { return [] }
    site.printsPDF = access(browser, X_OK) == 0
    return site.printsPDF ? [] : [.browserMissing(browser)]
  }
}
