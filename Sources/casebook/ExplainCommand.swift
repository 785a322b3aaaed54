internal import ArgumentParser
internal import CasebookBuild

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show why a rule is there, what sets it off and how to mend it; without a name, list all rules.")

  @Argument(help: "The rule's name, as in error[name].")
  var rule: String?

  func run() throws {
    switch explanation(of: rule) {
    case .text(let text): print(text, terminator: "")
    case .unknown(let remedy): throw ValidationError("there is no rule \"\(rule ?? "")\"; \(remedy)")
    }
  }
}
