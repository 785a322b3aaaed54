internal import ArgumentParser
internal import CasebookBuild
internal import Diagnostics

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "build", abstract: "Make the site.")

  @OptionGroup var site: SiteOptions

  @Flag(name: .long, help: "Publish the cases without errors; the others keep their last good files.")
  var keepGoing = false

  @Option(name: .shortAndLong, help: "Cases at work at the same time (default: one a processor).")
  var jobs: Int?

  @Option(name: .shortAndLong, help: "The output folder (default: output in the site's folder).")
  var output: String?

  @Option(name: .long, parsing: .upToNextOption, help: "Build these cases; the others keep what was last published of them.")
  var only: [String] = []

  @Flag(name: .long, help: "Print posters and handouts as PDF, linked from the cases' pages (or pdf: true in site.yaml).")
  var pdf = false

  @Flag(name: .long, help: "Say of each output that was made why it was.")
  var explainRebuild = false

  @Option(name: .long, help: "Build a share of the cases for \"merge\": 2/8 is the second of eight.")
  var shard: String?

  func validate() throws {
    if let shard, Shard(shard) == nil { throw ValidationError("--shard takes i/n, as in 2/8") }
    guard shard == nil || only.isEmpty else { throw ValidationError("--shard and --only exclude each other") }
    if let jobs, !(1...1_000).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 1000") }
  }

  func run() async throws {
    let console = Console(site)
    let root = try console.siteFolder()
    var options = BuildOptions(root: root, output: output, only: only, keepsGoing: keepGoing, jobs: jobs ?? Console.processors)
    (options.printsPDF, options.browser, options.moment) = (pdf, Console.browser, Console.sourceDate)
    options.shard = shard.flatMap { Shard($0) }
    try await console.run {
      let report = try await build(options, interruption: Interrupts.build, progress: console.progress)
      // Notes are for "casebook check": a library of thousands has many.
      console.show(report.diagnostics.filter { $0.severity > .info }, root: root)
      if explainRebuild { write(explanation(of: report), to: 1) }
      console.say(Self.summary(of: report, keepsGoing: keepGoing || shard != nil))
      return report.diagnostics.areOfWrongCall ? 2 : !report.isComplete ? 1 : report.lacksBrowser ? 3 : 0
    }
  }

  /// One line an output: "cases/foot/index.html: narrative.md changed".
  private func explanation(of report: BuildReport) -> String {
    report.made.map { "\($0.path): \($0.reason)\($0.isChanged ? "" : " (its bytes are the same)")\n" }.joined()
  }

  static func summary(of report: BuildReport, keepsGoing: Bool) -> String {
    guard let published = report.published else { return "Nothing was published: the last good site stays." }
    guard report.isComplete || keepsGoing else {
      return "The last good site stays, but for what may not: \(published.removed) files removed, \(published.written) written."
    }
    let parts = [
      "\(report.cases) cases", "\(published.written) files written", "\(published.unchanged) unchanged", "\(published.removed) removed",
    ]
    return parts.joined(separator: ", ") + ". Look at \(report.output)/index.html"
  }
}
