import Glibc
internal import Synchronization

/// Where the messages of one tab wait for the thread that drives it.
final class Mailbox: Sendable {
  private struct Content {
    var messages: [DevToolsMessage] = []
    var isLost = false
  }

  private let content = Mutex(Content())
  /// A byte in this pipe wakes the waiting thread.
  private let wake: (read: Int32, write: Int32)

  init() {
    var ends: [Int32] = [-1, -1]
    // Without a pipe the thread looks again after a moment.
    if pipe(&ends) == 0 { for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) } }
    for end in ends where end >= 0 { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
    wake = (ends[0], ends[1])
  }

  deinit { for end in [wake.read, wake.write] where end >= 0 { close(end) } }

  func put(_ message: DevToolsMessage) {
    content.withLock { $0.messages.append(message) }
    ring()
  }

  /// No further message will come.
  func lose() {
    content.withLock { $0.isLost = true }
    ring()
  }

  private func ring() {
    var byte: UInt8 = 1
    _ = write(wake.write, &byte, 1)
  }

  /// The next message; `waitedFor` names what a deadline that passes cut off.
  func next(_ deadline: Deadline, _ waitedFor: String) throws(BrowserProblem) -> DevToolsMessage {
    while true {
      let (message, isLost) = content.withLock { content in
        (content.messages.isEmpty ? nil : content.messages.removeFirst(), content.isLost)
      }
      if let message { return message }
      if isLost { throw .lost }
      guard deadline.remaining > 0 else { throw .timedOut(waitedFor) }
      var place = pollfd(fd: wake.read, events: Int16(POLLIN), revents: 0)
      poll(&place, 1, wake.read >= 0 ? deadline.remaining : min(deadline.remaining, 20))
      var bytes: (UInt64, UInt64) = (0, 0)
      _ = withUnsafeMutableBytes(of: &bytes) { read(wake.read, $0.baseAddress, $0.count) }
    }
  }
}
