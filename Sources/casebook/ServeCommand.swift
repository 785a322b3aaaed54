internal import ArgumentParser
internal import CasebookBuild
internal import CasebookServer
internal import Diagnostics
internal import Glibc

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the site on this computer, drafts too, and show it again as you save.")

  @OptionGroup var site: SiteOptions

  @Option(name: .shortAndLong, help: "The port (default: 4321, or any that is free when it is taken).")
  var port: UInt16?

  @Option(help: "The address to listen at; another than 127.0.0.1 shows drafts and originals to everyone who can reach it.")
  var address = "127.0.0.1"

  @Flag(help: "Open the start page in the browser.")
  var open = false

  @Flag(help: "Look at the files four times a second instead of waiting for the system to tell: for folders of a network.")
  var poll = false

  func run() async throws {
    let console = Console(site)
    let root = try console.siteFolder()
    if address != "127.0.0.1" { write("casebook: drafts and original photographs are shown to everyone who can reach \(address)\n", to: 2) }
    @Sendable func run(_ port: UInt16) async throws {
      var options = ServeOptions(root: root, jobs: Console.processors)
      (options.address, options.port, options.isPolling) = (address, port, poll)
      try await serve(options) { console.tell($0, at: address, $1, opens: open, root: root) }
    }
    try await console.run {
      do { try await run(port ?? 4321) } catch let problem as ListenProblem {
        guard port == nil, problem.isAddressTaken else {
          throw ValidationError("can't listen at \(address), port \(port ?? 4321): \(problem.reason)")
        }
        try await run(0)
      }
      return 0
    }
  }
}

extension Console {
  /// A first word with the address, then each build's diagnostics and how it went.
  fileprivate func tell(_ report: BuildReport?, at host: String, _ port: UInt16, opens: Bool, root: String) {
    guard let report else {
      let address = "http://\(host):\(port)/_casebook/"
      say("Look at \(address), and stop with Ctrl-C")
      return opens ? openInBrowser(address) : ()
    }
    show(report.diagnostics.filter { $0.severity > .info }, root: root)
    let changed = report.made.count(where: \.isChanged)
    say("\(changed) \(changed == 1 ? "file" : "files") changed\(report.diagnostics.tally.map { "; \($0)" } ?? "")")
  }

  /// With the system's own program for addresses; without one the address stands on the terminal.
  private func openInBrowser(_ address: String) {
    var words: [UnsafeMutablePointer<CChar>?] = [strdup("xdg-open"), strdup(address), nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    posix_spawnp(&child, "xdg-open", nil, nil, &words, environ)
  }
}
