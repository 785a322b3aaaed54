internal import ArgumentParser

@main
struct Casebook: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "casebook",
    abstract: "Turns clinical cases, kept as plain files, into pages, posters and a library.",
    version: "0.1.0",
    subcommands: [
      NewCommand.self, BuildCommand.self, CheckCommand.self, ExplainCommand.self, ImportCommand.self, SchemaCommand.self,
      DoctorCommand.self, CleanCommand.self,
    ])
}
