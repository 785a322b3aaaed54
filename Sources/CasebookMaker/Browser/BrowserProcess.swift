internal import Files
import Glibc

/// A browser that runs, with the two pipes on which it is told what to do, in a process group and with a profile of its own.
struct BrowserProcess: Sendable {
  let id: pid_t
  /// Our ends of the pipes.
  let commands: Int32
  let answers: Int32
  private let profile: String

  /// Starts the program itself, not the script in /usr/bin, which would leave the browser behind when it is ended.
  static func start(_ program: String) throws(BrowserProblem) -> BrowserProcess {
    guard access(program, X_OK) == 0 else { throw .missing(program) }
    // A browser that died must not take the program along.
    signal(SIGPIPE, SIG_IGN)
    let profile = try makeProfile()
    guard let toBrowser = privatePipe(), let fromBrowser = privatePipe() else {
      remove(profile)
      throw .cannotStart("no pipe could be made: \(words(errno))")
    }
    var id: pid_t = 0
    let status = spawn(&id, [program] + arguments(profile), environment(profile), toBrowser.read, fromBrowser.write)
    close(toBrowser.read)
    close(fromBrowser.write)
    guard status == 0 else {
      close(toBrowser.write)
      close(fromBrowser.read)
      remove(profile)
      throw .cannotStart(words(status))
    }
    return BrowserProcess(id: id, commands: toBrowser.write, answers: fromBrowser.read, profile: profile)
  }

  /// Ends it with all its processes.
  func kill() { Glibc.kill(-id, SIGKILL) }

  /// Waits for its end, and removes its profile. The pipes are left to whoever uses them.
  func cleanUp() {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    Self.remove(profile)
  }

  private static func remove(_ profile: String) {
    // A process of the browser that is just ending may still write.
    for _ in 0..<50 {
      try? WritableFolder(profile).removeTree()  // tried again, and no harm in the folder for temporary files
      if access(profile, F_OK) != 0 { return }
      usleep(5_000)
    }
  }

  private static func makeProfile() throws(BrowserProblem) -> String {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/casebook-browser-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .cannotStart("no temporary folder could be made in \(folder): \(words(errno))") }
    return template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? folder }
  }

  /// Nothing of the user's: neither language nor fonts nor settings may change what is printed.
  private static func environment(_ profile: String) -> [String] {
    ["HOME=\(profile)", "TMPDIR=\(profile)", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "TZ=UTC"]
  }

  private static func arguments(_ profile: String) -> [String] {
    var arguments = [
      "--remote-debugging-pipe", "--user-data-dir=\(profile)", "--disable-gpu", "--hide-scrollbars", "--mute-audio", "--no-first-run",
      "--disable-extensions", "--disable-breakpad", "--disable-crash-reporter", "--disable-dev-shm-usage",
      // No word to the network, whatever a page asks.
      "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--disable-component-update", "--disable-sync",
      // Frames stay in the page's process, where their requests are seen; and one process holds all pages.
      "--disable-site-isolation-trials", "--disable-features=IsolateOrigins,site-per-process,IsolateSandboxedIframes",
      "--renderer-process-limit=1",
      // What is measured on the screen is what is printed.
      "--font-render-hinting=none", "--force-color-profile=srgb", "about:blank",
    ]
    if !BrowserProcess.isSandboxed { arguments.insert("--no-sandbox", at: 0) }
    return arguments
  }

  /// Chromium refuses to run as root with its sandbox.
  static var isSandboxed: Bool { geteuid() != 0 }
}

/// Both ends above 10, clear of the numbers that the browser expects, and closed in other programs that are started.
private func privatePipe() -> (read: Int32, write: Int32)? {
  var ends: [Int32] = [-1, -1]
  guard pipe(&ends) == 0 else { return nil }
  let high = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
  for end in ends { close(end) }
  guard high[0] >= 0, high[1] >= 0 else {
    for end in high where end >= 0 { close(end) }
    return nil
  }
  return (high[0], high[1])
}

/// 0, or the error number.
private func spawn(_ id: inout pid_t, _ arguments: [String], _ environment: [String], _ input: Int32, _ output: Int32) -> Int32 {
  var actions = posix_spawn_file_actions_t()
  var attributes = posix_spawnattr_t()
  posix_spawn_file_actions_init(&actions)
  posix_spawnattr_init(&attributes)
  defer {
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }
  for number: Int32 in 0...2 { posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0) }
  posix_spawn_file_actions_adddup2(&actions, input, 3)
  posix_spawn_file_actions_adddup2(&actions, output, 4)
  // A group of its own: Ctrl-C on a terminal reaches only us, and we can end all of its processes at once.
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
  posix_spawnattr_setpgroup(&attributes, 0)
  var signals = sigset_t()
  sigemptyset(&signals)
  sigaddset(&signals, SIGPIPE)
  posix_spawnattr_setsigdefault(&attributes, &signals)
  var argv = arguments.map { strdup($0) } + [nil]
  var envp = environment.map { strdup($0) } + [nil]
  defer { for text in argv + envp { free(text) } }
  return posix_spawn(&id, arguments[0], &actions, &attributes, &argv, &envp)
}

private func words(_ number: Int32) -> String { strerror(number).map { String(cString: $0) } ?? "error \(number)" }
