internal import ArgumentParser
internal import CasebookBuild

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Say what this machine can do, and what to install for more.")

  func run() {
    for ability in abilities(browser: Console.browser) {
      let mark = ability.found == nil ? "missing" : "ok     "
      write("\(mark)  \(ability.name): \(ability.found ?? ability.advice)\n", to: 1)
    }
  }
}
