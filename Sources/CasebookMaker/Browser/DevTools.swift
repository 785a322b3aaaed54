internal import DataFormats
import Glibc
internal import Synchronization

/// The conversation with one browser over its pipes (Chrome DevTools Protocol): commands go out from any thread, and one thread of its own
/// hands each answer to the tab that it is for.
final class DevTools: Sendable {
  private struct State {
    var lastCommand = 0
    var mailboxes: [String: Mailbox] = [:]
    /// The browser is gone, or was ended.
    var isLost = false
    var isEnded = false
  }

  private let process: BrowserProcess
  private let state = Mutex(State())
  private let writing = Mutex(())
  /// For what is of no tab.
  private let own = Mailbox()

  init(_ process: BrowserProcess) throws(BrowserProblem) {
    self.process = process
    var thread = pthread_t()
    let argument = Unmanaged.passRetained(self)
    let status = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<DevTools>.fromOpaque(argument).takeRetainedValue().readAll() }
        return nil
      }, argument.toOpaque())
    guard status == 0 else {
      argument.release()
      process.kill()
      process.cleanUp()
      close(process.commands)
      close(process.answers)
      throw .cannotStart("there is no thread for it")
    }
    pthread_detach(thread)
  }

  var isLost: Bool { state.withLock { $0.isLost } }

  /// Ends the browser; whoever waits for it learns so.
  func end() {
    let isFirst = state.withLock { state in
      defer { (state.isLost, state.isEnded) = (true, true) }
      return !state.isEnded
    }
    guard isFirst else { return }
    // First of all, so that nobody waits for a pipe that it does not empty.
    process.kill()
    writing.withLock { _ in _ = close(process.commands) }
    process.cleanUp()
  }

  func forget(_ session: String) { state.withLock { $0.mailboxes[session] = nil } }

  func mailbox(of session: String) -> Mailbox {
    let mailbox = Mailbox()
    let isLost = state.withLock { state in
      state.mailboxes[session] = mailbox
      return state.isLost
    }
    if isLost { mailbox.lose() }
    return mailbox
  }

  /// Sends a command and returns its number.
  func send(_ method: String, _ parameters: JSONValue, session: String? = nil) throws(BrowserProblem) -> Int {
    let number = state.withLock { state in
      state.lastCommand += 1
      return state.lastCommand
    }
    var members: [JSONValue.Member] = [.init("id", .integer(number)), .init("method", .string(method)), .init("params", parameters)]
    if let session { members.append(.init("sessionId", .string(session))) }
    let bytes = JSONValue.object(members).serialized() + [0]
    guard writing.withLock({ _ in !isLost && writeAll(bytes) }) else { throw .lost }
    return number
  }

  /// A command to the browser itself, and its answer.
  func call(_ method: String, _ parameters: JSONValue, _ deadline: Deadline) throws(BrowserProblem) -> Node? {
    let number = try send(method, parameters)
    while true {
      let message = try own.next(deadline, method)
      guard message.id == number else { continue }
      if let error = message.error { throw .failed("\(method): \(error)") }
      return message.content
    }
  }

  private func writeAll(_ bytes: [UInt8]) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(process.commands, $0.baseAddress.map { $0 + written }, bytes.count - written) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// Until the browser closes its end, which it does however it ends.
  private func readAll() {
    var waiting: [UInt8] = []
    var searched = 0
    var chunk = [UInt8](repeating: 0, count: 262_144)
    while true {
      let count = read(process.answers, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      waiting += chunk[..<count]
      var start = 0
      while let end = waiting[searched...].firstIndex(of: 0) {
        deliver(DevToolsMessage(waiting[start..<end]))
        start = end + 1
        searched = start
      }
      waiting.removeFirst(start)
      searched = waiting.count
    }
    close(process.answers)
    let mailboxes = state.withLock { state in
      state.isLost = true
      return Array(state.mailboxes.values)
    }
    for mailbox in mailboxes + [own] { mailbox.lose() }
  }

  private func deliver(_ message: DevToolsMessage?) {
    guard let message else { return }
    let mailbox = message.session.flatMap { session in state.withLock { $0.mailboxes[session] } }
    (mailbox ?? own).put(message)
  }
}
