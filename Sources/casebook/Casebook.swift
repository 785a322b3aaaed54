internal import ArgumentParser
internal import Glibc

@main
struct Casebook: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "casebook",
    abstract: "Turns clinical cases, kept as plain files, into pages, posters and a library.",
    discussion: "Exit status: 0 done, 1 the content has errors, 2 called wrongly, 3 the machine could not do it, 130 interrupted.",
    version: version,
    subcommands: [
      NewCommand.self, BuildCommand.self, PDFCommand.self, CheckCommand.self, ExplainCommand.self, ImportCommand.self, SchemaCommand.self,
      DoctorCommand.self, CleanCommand.self, MergeCommand.self, ServeCommand.self,
    ])

  static func main() async {
    Interrupts.watch()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
    } catch {
      leave(with: error)
    }
  }

  /// The status of a wrong call is 2, not the 64 of the argument parser.
  private static func leave(with error: any Error) -> Never {
    guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
    write(fullMessage(for: error) + "\n", to: 2)
    Glibc.exit(2)
  }
}
