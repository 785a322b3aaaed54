internal import ArgumentParser
internal import CasebookReader

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "schema", abstract: "Print the JSON Schema of case.yaml or site.yaml.")

  @Argument(help: "case or site.") var file: SchemaFile

  func run() { write(String(decoding: file.bytes, as: UTF8.self), to: 1) }
}

extension SchemaFile: ExpressibleByArgument {}
