internal import ArgumentParser
internal import CasebookBuild
internal import Diagnostics

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "check", abstract: "List what is wrong with the site or with single cases.")

  /// For people, or for programs.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, github, junit

    var report: CheckReport.Format? { CheckReport.Format(rawValue: rawValue) }
  }

  @OptionGroup var site: SiteOptions
  @Argument(help: "Cases to check (default: all).") var slugs: [String] = []
  @Option(help: "Check a reference list as text, pasted from a poster or manuscript, instead; needs no site.")
  var printedReferences: String?
  @Option(help: "Records to compare the printed list with: a file from PubMed or a reference manager, in any format. Repeatable.")
  var records: [String] = []
  @Option(help: "Check the cases that differ from where this branch left a commit, \"origin/main\"; needs git.") var changedSince: String?
  @Option(help: "How diagnostics are written: text to standard error; json, sarif, github or junit to standard output.")
  var format = Format.text
  @Option(help: "The least severity that makes the status 1: error, warning or info.") var failOn = Severity.error

  func validate() throws {
    guard records.isEmpty || printedReferences != nil else { throw ValidationError("--records needs --printed-references") }
    guard printedReferences == nil || slugs.isEmpty else { throw ValidationError("--printed-references checks a file, not cases") }
  }

  func run() async throws {
    let console = Console(site)
    let root = try printedReferences == nil ? console.siteFolder() : "."
    try await console.run {
      let diagnostics =
        try printedReferences.map { try checkPrintedReferences($0, records: records) }
        ?? check(root: root, slugs: slugs, among: changedSince.flatMap { try changed(since: $0, root) })
      if let form = format.report {
        let report = CheckReport(diagnostics, failOn: failOn, folder: form == .json ? "" : console.folderInRepository(root))
        write(report.text(form, version: Casebook.version), to: 1)
      } else {
        console.show(diagnostics, root: root)
        console.say(CheckCommand.summary(of: diagnostics))
      }
      return diagnostics.areOfWrongCall ? 2 : diagnostics.contains { $0.severity >= failOn } ? 1 : 0
    }
  }

  private func changed(since reference: String, _ root: String) throws -> Set<String>? {
    do { return try changedCases(since: reference, root: root) } catch .noGit {
      write("casebook: there is no git here: --changed-since needs it\n", to: 2)
      throw ExitCode(3)
    } catch .refused(let reason) {
      throw ValidationError("can't tell what changed since \"\(reference)\": \(reason)")
    }
  }

  /// "2 errors, 1 warning", or that there is nothing to say.
  static func summary(of diagnostics: [Diagnostic]) -> String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = diagnostics.count { $0.severity == severity }
      let word = severity == .info ? "note" : severity.rawValue
      return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    return counts.isEmpty ? "Nothing to report." : counts.joined(separator: ", ")
  }
}

extension Severity: ExpressibleByArgument {}
