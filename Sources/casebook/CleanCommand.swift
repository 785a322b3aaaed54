internal import ArgumentParser
internal import CasebookBuild

struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Remove the files that Casebook made: the output, or with --cache what it keeps to be faster.")

  @OptionGroup var site: SiteOptions
  @Flag(help: "Remove the cache instead of the output.") var cache = false
  @Option(name: .shortAndLong, help: "The output folder (default: output in the site's folder).") var output: String?

  func run() async throws {
    let console = Console(site)
    let root = try console.siteFolder()
    try await console.run {
      if cache {
        try cleanCache(of: root)
      } else {
        let removed = try cleanOutput(output ?? "\(root)/output")
        console.say("\(removed) files removed.")
      }
      return 0
    }
  }
}
