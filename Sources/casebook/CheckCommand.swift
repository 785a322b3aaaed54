internal import ArgumentParser
internal import CasebookBuild

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "check", abstract: "List what is wrong with the site or with single cases.")

  @OptionGroup var site: SiteOptions

  @Argument(help: "Cases to check (default: all).")
  var slugs: [String] = []

  func run() async throws {
    let console = Console(site)
    let root = try console.siteFolder()
    try await console.run {
      let diagnostics = try check(root: root, slugs: slugs)
      console.show(diagnostics, root: root)
      return diagnostics.containErrors ? 1 : 0
    }
  }
}
