internal import ArgumentParser
internal import CasebookBuild
internal import Diagnostics

struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Join the shares that \"build --shard\" made into the site.",
    discussion: "The site's folder must be the one that the shares were built from: index, topics and pages are made from it.")

  @OptionGroup var site: SiteOptions
  @Argument(help: "The shares' folders, in any order.") var folders: [String]
  @Flag(name: .long, help: "Publish the cases without errors; the others keep their last good files.") var keepGoing = false
  @Option(name: .shortAndLong, help: "The output folder (default: output in the site's folder).") var output: String?

  func run() async throws {
    let console = Console(site)
    let root = try console.siteFolder()
    let options = BuildOptions(root: root, output: output, keepsGoing: keepGoing, jobs: Console.processors)
    try await console.run {
      let report = try merge(folders, options, interruption: Interrupts.build)
      console.show(report.diagnostics.filter { $0.severity > .info }, root: root)
      console.say(BuildCommand.summary(of: report, keepsGoing: keepGoing))
      return report.isComplete ? 0 : 1
    }
  }
}
