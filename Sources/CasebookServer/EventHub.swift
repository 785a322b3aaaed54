import Glibc
internal import Synchronization

/// Tells every open page what happened, as server-sent events (HTML standard, section 9.2).
final class EventHub: Sendable {
  private struct State {
    var pages: Set<Int32> = []
    /// What a page that opens now has to know.
    var last: [UInt8] = []
  }

  private let state = Mutex(State())

  /// One event, to all pages and to those that open later. A page that does not take it in is let go; it will ask again.
  func publish(_ json: [UInt8]) {
    let event = Array("data: ".utf8) + json + Array("\n\n".utf8)
    state.withLock { state in
      state.last = event
      state.pages = state.pages.filter { page in
        let count = event.withUnsafeBytes { Glibc.send(page, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)) }
        if count == event.count { return true }
        shutdown(page, Int32(SHUT_RDWR))
        return false
      }
    }
  }

  /// Keeps a page's connection until its browser closes it.
  func hold(_ page: Int32) {
    let isThere = state.withLock { state in
      guard send(Array("retry: 500\n\n".utf8) + state.last, to: page) else { return false }
      state.pages.insert(page)
      return true
    }
    guard isThere else { return }
    var byte: UInt8 = 0
    while true {
      let count = recv(page, &byte, 1, 0)
      if count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN)) { continue }
      break
    }
    state.withLock { _ = $0.pages.remove(page) }
  }
}
