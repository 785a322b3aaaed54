internal import ArgumentParser
internal import CasebookBuild

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "build", abstract: "Make the site.")

  @OptionGroup var site: SiteOptions

  @Flag(name: .long, help: "Publish the cases without errors; the others keep their last good files.")
  var keepGoing = false

  @Option(name: .shortAndLong, help: "Cases at work at the same time (default: one a processor).")
  var jobs: Int?

  @Option(name: .shortAndLong, help: "The output folder (default: output in the site's folder).")
  var output: String?

  func run() async throws {
    let console = Console(site)
    let root = try console.siteFolder()
    var options = BuildOptions(root: root, output: output, keepsGoing: keepGoing, jobs: jobs ?? Console.processors)
    options.output = output
    try await console.run {
      let report = try await build(options, progress: console.progress)
      console.show(report.diagnostics, root: root)
      console.say(summary(of: report))
      return report.published == nil || report.diagnostics.containErrors ? 1 : 0
    }
  }

  private func summary(of report: BuildReport) -> String {
    guard let published = report.published else { return "Nothing was published: the last good site stays." }
    let parts = [
      "\(report.cases) cases", "\(published.written) files written", "\(published.unchanged) unchanged", "\(published.removed) removed",
    ]
    return parts.joined(separator: ", ") + ". Look at \(report.output)/index.html"
  }
}
