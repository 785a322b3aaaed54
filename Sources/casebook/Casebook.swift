internal import ArgumentParser

@main
struct Casebook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "casebook",
    abstract: "Turns clinical cases, kept as plain files, into pages, posters and a library.",
    version: "0.1.0",
    subcommands: [BuildCommand.self, CheckCommand.self])
}
