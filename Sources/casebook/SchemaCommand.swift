internal import ArgumentParser
internal import CasebookReader
internal import CasebookRenderer

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of case.yaml, of site.yaml or of the case data that a page offers.")

  enum File: String, CaseIterable, ExpressibleByArgument {
    case `case`, site
    case caseData = "case-data"
  }

  @Argument(help: "case, site or case-data.") var file: File

  func run() {
    let bytes =
      switch file {
      case .case: SchemaFile.case.bytes
      case .site: SchemaFile.site.bytes
      case .caseData: CaseDataSchema.bytes
      }
    write(String(decoding: bytes, as: UTF8.self), to: 1)
  }
}
