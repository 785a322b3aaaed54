import Glibc
internal import Synchronization

/// What a child process may use. Beyond it the child is ended.
package struct ChildLimits: Sendable {
  /// Of processor time.
  package var seconds = 20
  /// Of wall time.
  package var patience = 40
  /// Of its memory, in KiB.
  package var memory = 1_000_000
  /// Bytes that it may write.
  package var output = 100_000_000
  /// `NAME=value`.
  package var environment = ["PATH=/usr/bin:/bin", "LC_ALL=C", "HOME=/nonexistent"]

  package init(seconds: Int = 20, patience: Int = 40, memory: Int = 1_000_000, output: Int = 100_000_000) {
    (self.seconds, self.patience, self.memory, self.output) = (seconds, patience, memory, output)
  }
}

package enum ChildFailure: Error, Hashable {
  case notInstalled
  case tookTooLong
  case wroteTooMuch
  /// It ended by itself, with the first line of its complaint.
  case failed(String)
}

/// What a program makes of `input`: it reads its standard input, and no file of the site; it has limits, and knows nothing of our environment.
///
///     try output(of: "/usr/bin/pdfinfo", ["-"], input: bytes, ChildLimits())   // "Pages: 3\n…"
package func output(of program: String, _ arguments: [String], input: [UInt8], _ limits: ChildLimits) throws(ChildFailure) -> [UInt8] {
  guard access(program, X_OK) == 0 else { throw .notInstalled }
  guard let child = spawning.withLock({ _ in Child(program, arguments, input, limits) }) else { throw .failed("it does not start") }
  defer { child.closeAll() }
  let (bytes, failure) = collect(from: child.output, limits)
  if failure != nil { kill(child.id, SIGKILL) }
  var status: Int32 = 0
  while waitpid(child.id, &status, 0) < 0, errno == EINTR {}
  if let failure { throw failure }
  if status == 0 { return bytes }
  let signal = status & 0x7F
  if signal == SIGXCPU || signal == SIGKILL { throw .tookTooLong }
  throw .failed(firstLine(of: child.complaints))
}

/// Between opening files and marking them as not for children, no other child may start.
private let spawning = Mutex(())

private struct Child {
  var id: pid_t
  /// The reading end of what it writes.
  var output: Int32
  var complaints: Int32

  init?(_ program: String, _ arguments: [String], _ input: [UInt8], _ limits: ChildLimits) {
    var opened: [Int32] = []
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 { opened += ends }
    for bytes in [input, []] { if let file = namelessFile(bytes) { opened.append(file) } }
    for descriptor in opened { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    guard opened.count == 4, let id = start(program, arguments, streams: [opened[2], opened[1], opened[3]], limits) else {
      for descriptor in opened { close(descriptor) }
      return nil
    }
    close(opened[1])
    close(opened[2])
    self.id = id
    output = opened[0]
    complaints = opened[3]
  }

  func closeAll() {
    close(output)
    close(complaints)
  }
}

/// An open file that only its descriptor leads to.
private func namelessFile(_ bytes: [UInt8]) -> Int32? {
  var template = Array("\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/casebook-XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  guard descriptor >= 0 else { return nil }
  unlink(template)
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written) }
    guard count > 0 || errno == EINTR else {
      close(descriptor)
      return nil
    }
    written += max(count, 0)
  }
  lseek(descriptor, 0, SEEK_SET)
  return descriptor
}

/// The shell sets the limits on itself and then becomes the program, so that it never runs without them.
private func start(_ program: String, _ arguments: [String], streams: [Int32], _ limits: ChildLimits) -> pid_t? {
  let script = "ulimit -c 0; ulimit -t \(limits.seconds); ulimit -v \(limits.memory); exec \"$0\" \"$@\""
  var actions = posix_spawn_file_actions_t()
  guard posix_spawn_file_actions_init(&actions) == 0 else { return nil }
  defer { posix_spawn_file_actions_destroy(&actions) }
  for (number, descriptor) in streams.enumerated() { posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number)) }
  var words: [UnsafeMutablePointer<CChar>?] = (["/bin/sh", "-c", script, program] + arguments).map { strdup($0) } + [nil]
  var environment: [UnsafeMutablePointer<CChar>?] = limits.environment.map { strdup($0) } + [nil]
  defer { for text in words + environment { free(text) } }
  var child: pid_t = 0
  return posix_spawn(&child, "/bin/sh", &actions, nil, &words, &environment) == 0 ? child : nil
}

private func collect(from descriptor: Int32, _ limits: ChildLimits) -> ([UInt8], ChildFailure?) {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  let end = seconds() + limits.patience
  while true {
    let left = end - seconds()
    guard left > 0 else { return (bytes, .tookTooLong) }
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(left * 1_000)) > 0 else { continue }
    let count = read(descriptor, &buffer, buffer.count)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return (bytes, nil) }
    bytes += buffer[..<count]
    guard bytes.count <= limits.output else { return (bytes, .wroteTooMuch) }
  }
}

private func seconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec
}

private func firstLine(of descriptor: Int32) -> String {
  var buffer = [UInt8](repeating: 0, count: 300)
  let count = pread(descriptor, &buffer, buffer.count, 0)
  let line = buffer.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") }
  return line.isEmpty ? "it gives no reason" : String(decoding: line, as: UTF8.self)
}
