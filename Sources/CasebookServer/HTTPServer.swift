import Glibc
internal import Synchronization

/// Answers requests on one address, each connection on a thread of its own: there are few, they are near, and most of the time they wait.
struct HTTPServer: Sendable {
  let port: UInt16
  private let listener: Int32
  private let hub: EventHub
  private let handler: @Sendable (HTTPRequest) -> HTTPResponse
  private let connections = ConnectionCount()

  /// More would be something else than a person's browser.
  private static let maximumConnections = 200

  /// Listens at `address`, "127.0.0.1", port 0 for any that is free. Throws the system's reason.
  init(address: String, port: UInt16, hub: EventHub, handler: @escaping @Sendable (HTTPRequest) -> HTTPResponse) throws(ListenProblem) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard listener >= 0 else { throw ListenProblem(errno) }
    var yes: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = port.bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    guard inet_pton(AF_INET, address, &place.sin_addr) == 1 else {
      close(listener)
      throw ListenProblem(EADDRNOTAVAIL)
    }
    let isBound = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && listen(listener, 64) == 0 && getsockname(listener, $0, &size) == 0
      }
    }
    guard isBound else {
      let reason = errno
      close(listener)
      throw ListenProblem(reason)
    }
    self.port = UInt16(bigEndian: place.sin_port)
    self.listener = listener
    self.hub = hub
    self.handler = handler
  }

  /// Takes connections until the program ends.
  func run() {
    onThread { [self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else {
          if errno == EINTR || errno == ECONNABORTED { continue }
          usleep(50_000)  // out of descriptors: others will close theirs
          continue
        }
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        guard connections.enter(below: Self.maximumConnections) else {
          send(HTTPResponse.plain(.unavailable).bytes(staysOpen: false, withBody: true), to: connection)
          close(connection)
          continue
        }
        onThread {
          serve(connection)
          close(connection)
          connections.leave()
        }
      }
    }
  }

  private func serve(_ connection: Int32) {
    var yes: Int32 = 1
    setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    var buffer: [UInt8] = []
    while let head = readHead(connection, &buffer) {
      let answer: (response: HTTPResponse, staysOpen: Bool, withBody: Bool)
      do throws(HTTPStatus) {
        guard let head else { throw .headTooLarge }
        let request = try HTTPRequest(head: head)
        answer = (handler(request), request.staysOpen, request.method != "HEAD")
      } catch {
        answer = (.plain(error), false, true)
      }
      guard send(answer.response.bytes(staysOpen: answer.staysOpen, withBody: answer.withBody), to: connection) else { return }
      if answer.response.isEventStream, answer.withBody { return hub.hold(connection) }
      if !answer.staysOpen { return }
    }
  }

  /// The next request's head; `.some(nil)` when it is too long, nil when the other side is done.
  private func readHead(_ connection: Int32, _ buffer: inout [UInt8]) -> [UInt8]?? {
    while true {
      if let end = endOfHead(buffer) {
        let head = Array(buffer[..<end])
        buffer.removeFirst(end)
        return head
      }
      guard buffer.count <= HTTPRequest.limit else { return .some(nil) }
      var chunk = [UInt8](repeating: 0, count: 4_096)
      let count = recv(connection, &chunk, chunk.count, 0)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      buffer += chunk[..<count]
    }
  }

  private func endOfHead(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    return (3..<bytes.count).first { bytes[$0 - 3] == 13 && bytes[$0 - 2] == 10 && bytes[$0 - 1] == 13 && bytes[$0] == 10 }.map { $0 + 1 }
  }
}

/// Why no one can listen there.
package struct ListenProblem: Error, Sendable {
  package let number: Int32
  package var isAddressTaken: Bool { number == EADDRINUSE }
  package var reason: String { String(cString: strerror(number)) }

  init(_ number: Int32) { self.number = number }
}

private final class ConnectionCount: Sendable {
  private let count = Mutex(0)

  func enter(below limit: Int) -> Bool {
    count.withLock { count in
      guard count < limit else { return false }
      count += 1
      return true
    }
  }

  func leave() { count.withLock { $0 -= 1 } }
}

/// False when the other side is gone.
@discardableResult
func send(_ bytes: [UInt8], to connection: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return false }
    rest = rest.dropFirst(count)
  }
  return true
}

/// Blocks that wait for long are kept off Swift's few cooperative threads. Without a thread to be had the work is not done.
func onThread(_ work: @escaping @Sendable () -> Void) {
  final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
  let argument = Unmanaged.passRetained(Work(work))
  var thread = pthread_t()
  let failed = pthread_create(
    &thread, nil,
    { argument in
      if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
      return nil
    }, argument.toOpaque())
  if failed == 0 { pthread_detach(thread) } else { argument.release() }
}
