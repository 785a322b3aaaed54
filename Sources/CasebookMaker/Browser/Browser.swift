internal import DataFormats
internal import Synchronization

/// The browser that prints: started when the first page wants it, started again when it died, and ended with `end`.
///
///     let browser = Browser(program: Browser.usualProgram)
///     defer { browser.end() }
///     let tab = try browser.tab()
package final class Browser: Sendable {
  private struct State {
    var tools: DevTools?
    /// Tabs that wait for their next page.
    var idle: [Tab] = []
    var isEnded = false
    var version: String?
    /// Printed since it was started.
    var pages = 0
  }

  package let program: String
  private let state = Mutex(State())

  package init(program: String) { self.program = program }

  /// Debian's package `chromium-headless-shell` puts the program here.
  package static let usualProgram = "/usr/lib/chromium/chromium-headless-shell"

  /// "HeadlessChrome/156.0.8078.79"; nil until it was started.
  package var version: String? { state.withLock { $0.version } }

  /// False for a person who works as root, whom the browser gives no sandbox.
  package static var hasSandbox: Bool { BrowserProcess.isSandboxed }

  /// A tab that waits, else a new one, of a new browser where there is none that lives.
  func tab() throws(BrowserProblem) -> Tab {
    try state.withLock { (state) throws(BrowserProblem) in
      let deadline = Deadline(seconds: PrintLimits.seconds)
      while let tab = state.idle.popLast() { if !tab.tools.isLost { return tab } }
      if let tools = state.tools, tools.isLost {
        tools.end()
        state.tools = nil
      }
      if let tools = state.tools { return try Tab(tools, deadline) }
      guard !state.isEnded else { throw .lost }
      let tools = try DevTools(BrowserProcess.start(program))
      do throws(BrowserProblem) {
        let version = try tools.call("Browser.getVersion", [:], deadline)?["product"]?.text
        let tab = try Tab(tools, deadline)
        (state.tools, state.version) = (tools, version)
        return tab
      } catch {
        tools.end()
        throw error == .lost ? .cannotStart("it ended at once; \"\(program) --version\" may say why") : error
      }
    }
  }

  /// "HeadlessChrome/156.0.8078.79 at /usr/lib/…, in its sandbox", from a browser that is started for it; nil where none starts.
  package static func words(program: String) -> String? {
    let browser = Browser(program: program)
    defer { browser.end() }
    do { _ = try browser.tab() } catch { return nil }  // the advice says what to do
    let place = "\(browser.version ?? "a browser") at \(program)"
    return hasSandbox ? "\(place), in its sandbox" : "\(place), without its sandbox, because Casebook runs as root"
  }

  /// Takes a tab back whose page is printed.
  func put(_ tab: Tab) {
    state.withLock { state in
      state.pages += 1
      state.idle.append(tab)
    }
  }

  /// Ends a browser that has printed many pages, while no tab is at work: it keeps some megabytes of each, and a new one costs a third of
  /// a second.
  func rest() {
    let tired = state.withLock { state in
      guard state.pages >= Self.mostPages else { return nil as DevTools? }
      defer { (state.tools, state.idle, state.pages) = (nil, [], 0) }
      return state.tools
    }
    tired?.end()
  }

  private static let mostPages = 24

  /// Ends the browser of a tab whose page hangs; the next tab is one of a new browser.
  func discard(_ tab: Tab) { tab.tools.end() }

  /// Ends the browser for good, whatever it is doing.
  package func end() {
    let tools = state.withLock { state in
      state.isEnded = true
      return state.tools
    }
    tools?.end()
  }
}
