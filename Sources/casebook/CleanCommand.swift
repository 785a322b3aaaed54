internal import ArgumentParser
internal import CasebookBuild

struct CleanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean", abstract: "Remove the files that Casebook made: the output, or with --cache what it keeps to be faster.")

  @OptionGroup var site: SiteOptions
  @Flag(help: "Remove the cache instead of the output.") var cache = false
  @Option(help: "With --cache: keep this many megabytes, what is newest.") var keep = 0
  @Option(name: .shortAndLong, help: "The output folder (default: output in the site's folder).") var output: String?

  func validate() throws {
    guard keep == 0 || cache else { throw ValidationError("--keep belongs to --cache") }
    guard (0...1_000_000_000).contains(keep) else { throw ValidationError("--keep takes a number of megabytes") }
  }

  func run() async throws {
    let console = Console(site)
    let root = try console.siteFolder()
    try await console.run {
      if cache {
        try cleanCache(of: root, keeping: keep * 1_000_000)
      } else {
        let removed = try cleanOutput(output ?? "\(root)/output")
        console.say("\(removed) files removed.")
      }
      return 0
    }
  }
}
