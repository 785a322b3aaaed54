internal import DataFormats

/// One tab of a browser, driven by one thread; it prints one page after another.
struct Tab: Sendable {
  let tools: DevTools
  private let session: String
  private let mailbox: Mailbox

  /// Opens a tab that knows no page yet.
  init(_ tools: DevTools, _ deadline: Deadline) throws(BrowserProblem) {
    let target = try tools.call("Target.createTarget", ["url": "about:blank"], deadline)?["targetId"]?.text
    let session = try tools.call(
      "Target.attachToTarget", ["targetId": .string(target ?? ""), "flatten": true], deadline)?["sessionId"]?.text
    guard let session else { throw .failed("the browser opened no tab") }
    self.tools = tools
    self.session = session
    mailbox = tools.mailbox(of: session)
    var conversation = Conversation(self, PageFolder(root: "", files: []), deadline)
    try conversation.call("Page.enable", [:])
    try conversation.call("Fetch.enable", ["patterns": [["urlPattern": "*"]]])
  }

  /// All that is said about one page: commands, their answers, and the page's requests, each of which is allowed or refused.
  struct Conversation {
    private let tab: Tab
    private let folder: PageFolder
    private let deadline: Deadline
    /// Addresses that the page asked for and may not have, in order of first request.
    private(set) var refused: [String] = []
    private var isLoaded = false

    init(_ tab: Tab, _ folder: PageFolder, _ deadline: Deadline) {
      self.tab = tab
      self.folder = folder
      self.deadline = deadline
    }

    /// Shows a page of the folder, and returns when it and all it needs are loaded.
    mutating func load(_ path: String) throws(BrowserProblem) {
      isLoaded = false
      let answer = try call("Page.navigate", ["url": .string(folder.address(of: path))]).content
      if let error = answer?["errorText"]?.text { throw .failed("the page could not be opened: \(error)") }
      while !isLoaded { try hear(tab.mailbox.next(deadline, "the page was loading")) }
    }

    /// A command, and its answer.
    @discardableResult
    mutating func call(
      _ method: String, _ parameters: JSONValue, waitingFor what: String? = nil
    ) throws(BrowserProblem) -> DevToolsMessage {
      let number = try tab.tools.send(method, parameters, session: tab.session)
      while true {
        let message = try tab.mailbox.next(deadline, what ?? "the page did not answer")
        guard message.id == number else {
          try hear(message)
          continue
        }
        if let error = message.error { throw .failed("\(method): \(error)") }
        return message
      }
    }

    private mutating func hear(_ message: DevToolsMessage) throws(BrowserProblem) {
      switch message.method {
      case "Page.loadEventFired": isLoaded = true
      case "Inspector.targetCrashed", "Inspector.detached": throw .lost
      case "Page.javascriptDialogOpening":
        _ = try tab.tools.send("Page.handleJavaScriptDialog", ["accept": false], session: tab.session)
      case "Fetch.requestPaused":
        guard let id = message.content?["requestId"]?.text else { return }
        let address = message.content?["request"]?["url"]?.text ?? ""
        if folder.allows(address) {
          _ = try tab.tools.send("Fetch.continueRequest", ["requestId": .string(id)], session: tab.session)
        } else {
          if refused.count < 20, !refused.contains(address) { refused.append(address) }
          let parameters: JSONValue = ["requestId": .string(id), "errorReason": "AccessDenied"]
          _ = try tab.tools.send("Fetch.failRequest", parameters, session: tab.session)
        }
      default: break
      }
    }
  }
}
