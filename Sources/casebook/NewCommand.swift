internal import ArgumentParser
internal import CasebookBuild
internal import Files
internal import Glibc

struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Start a case or a library, or take in photographs.",
    subcommands: [NewCaseCommand.self, NewFiguresCommand.self, NewSiteCommand.self])
}

struct NewCaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "case", abstract: "Start a case: a folder with files that teach.")

  @OptionGroup var site: SiteOptions
  @Argument(help: "The folder's name and the case's address: small letters, digits, hyphens.") var slug: String
  @Option(help: "The title (asked for on a terminal).") var title: String?
  @Option(help: "The first author, with credentials: \"Jordan Example, DPM, PGY-3\".") var author: String?
  @Option(help: "The diagnosis.") var diagnosis: String?

  func validate() throws {
    let isRight = slug.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    guard isRight, !slug.isEmpty, !slug.hasPrefix("-"), !slug.hasSuffix("-") else {
      throw ValidationError(
        "\"\(slug)\" cannot be an address: use small letters, digits and hyphens, and nothing that points to the patient")
    }
  }

  func run() async throws {
    let console = Console(site)
    let root = try console.siteFolder()
    let start = NewCase(
      slug: slug, title: title ?? ask("Title") ?? "Untitled case", author: author ?? ask("First author, with credentials") ?? "",
      diagnosis: diagnosis ?? ask("Diagnosis") ?? "")
    try await console.run {
      let folder = try start.write(in: WritableFolder(root))
      console.say("Made \(folder): write case.yaml and narrative.md there, then run \"casebook check \(slug)\".")
      return 0
    }
  }

  /// Asks on a terminal; nil elsewhere, and where nothing is answered.
  private func ask(_ question: String) -> String? {
    guard isatty(0) == 1, isatty(2) == 1 else { return nil }
    write("\(question): ", to: 2)
    guard let answer = readLine(), !answer.isEmpty else { return nil }
    return answer
  }
}

struct NewSiteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "site", abstract: "Start a library in a folder.")

  @Argument(help: "The folder, new or empty.") var folder: String
  @Option(help: "The library's title.") var title = "Casebook"

  func run() async throws {
    let console = Console(quiet: false)
    try await console.run {
      try writeNewSite(in: WritableFolder(folder), title: title)
      console.say("Made a site in \(folder): go there and run \"casebook new case my-first-case\".")
      return 0
    }
  }
}
