internal import ArgumentParser
internal import CasebookBuild
internal import Citations
internal import Diagnostics

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Turn files of other programs into files of a case.", subcommands: [ImportReferencesCommand.self])
}

struct ImportReferencesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refs", abstract: "Write references in another format to standard output.",
    discussion: "Reads BibTeX and BibLaTeX, RIS, PubMed's NBIB, CSL-JSON and CSL-YAML. The status is 1 when an entry could not be read.")

  @Argument(help: "Files of references.") var files: [String]
  @Option(help: "bibtex, ris, csl-json or csl-yaml.") var to: ReferenceFormat

  func run() async throws {
    let console = Console(quiet: false)
    try await console.run {
      let (bytes, diagnostics) = try importReferences(files, to: to)
      console.show(diagnostics, root: ".")
      write(String(decoding: bytes, as: UTF8.self), to: 1)
      return diagnostics.containErrors ? 1 : 0
    }
  }
}

extension ReferenceFormat: ExpressibleByArgument {
  /// PubMed's format is only read.
  init?(argument: String) {
    guard let format = ReferenceFormat(rawValue: argument), format != .nbib else { return nil }
    self = format
  }

  static var allValueStrings: [String] { allCases.filter { $0 != .nbib }.map(\.rawValue) }
}
