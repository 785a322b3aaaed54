internal import ArgumentParser
internal import CasebookBuild
internal import CasebookPublisher
internal import Diagnostics
internal import Files
internal import Glibc

/// The terminal: results on standard output, diagnostics and progress on standard error.
struct Console: Sendable {
  private let quiet: Bool
  private let given: String?
  private let showsProgress: Bool
  private let forcesProgress: Bool

  init(quiet: Bool) {
    self.quiet = quiet
    given = nil
    showsProgress = false
    forcesProgress = false
  }

  init(_ options: SiteOptions) {
    quiet = options.quiet
    given = options.site
    forcesProgress = options.progress
    showsProgress = !options.quiet && (options.progress || isatty(2) == 1)
  }

  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The browser that prints: CASEBOOK_BROWSER, else Debian's.
  static var browser: String { getenv("CASEBOOK_BROWSER").map { String(cString: $0) } ?? usualBrowser }

  /// Seconds since 1970 from SOURCE_DATE_EPOCH; nil where it is unset or no number.
  static var sourceDate: Int? { getenv("SOURCE_DATE_EPOCH").flatMap { Int(String(cString: $0)) } }

  /// The folder that was named, else this one or the nearest above it that has `content/site.yaml`.
  func siteFolder() throws -> String {
    if let given {
      guard isFolder(given) else { throw ValidationError("\"\(given)\" is not a folder") }
      return given
    }
    guard let here = getcwd(nil, 0) else { throw ExitCode(3) }
    defer { free(here) }
    let start = String(cString: here)
    var folder = start
    while true {
      if access(folder + "/content/site.yaml", R_OK) == 0 { return folder }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { break }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    // A case's folder works too, with the defaults of a site.
    if access(start + "/case.yaml", R_OK) == 0 { return start }
    throw ValidationError("no site here: there is no content/site.yaml in this folder or above it; make one with \"casebook new site\"")
  }

  /// The site's place in its repository, "department/library": hosts of repositories name files from there. Empty where the site's folder is
  /// the repository's, or where there is none.
  func folderInRepository(_ site: String) -> String {
    guard let resolved = realpath(site, nil) else { return "" }
    defer { free(resolved) }
    let parts = String(cString: resolved).split(separator: "/")
    for count in stride(from: parts.count, through: 0, by: -1)
    where access("/" + parts[..<count].joined(separator: "/") + "/.git", F_OK) == 0 {
      return parts[count...].joined(separator: "/")
    }
    return ""
  }

  /// Runs a command's work and leaves with its status: 3 when the machine could not do it.
  func run(_ work: () async throws -> Int32) async throws {
    do {
      let status = try await work()
      if status != 0 { throw ExitCode(status) }
    } catch let problem as PublishProblem {
      show([problem.diagnostic], root: ".")
      throw ExitCode(3)
    } catch let problem as FileProblem {
      show([problem.diagnostic()], root: ".")
      throw ExitCode(3)
    }
  }

  func show(_ diagnostics: [Diagnostic], root: String) {
    guard !diagnostics.isEmpty else { return }
    // Without the file its line is not shown.
    var files = try? SourceFiles(root: root)
    // In reading order a file is read once.
    var last: (file: String, bytes: [UInt8])?
    let printer = DiagnosticPrinter(isColored: isatty(2) == 1 && getenv("NO_COLOR") == nil) { file, line in
      // As above.
      if last?.file != file { last = (try? files?.read(file, limit: 10_000_000)).map { (file, $0) } }
      return last.flatMap { $0.bytes.line(line) }
    }
    write(printer.text(diagnostics.inReadingOrder()) + "\n", to: 2)
  }

  func say(_ text: String) { if !quiet { write(text + "\n", to: 1) } }

  /// A line that overwrites itself, for work that takes longer than half a second.
  var progress: @Sendable (BuildProgress) -> Void {
    guard showsProgress else { return { _ in } }
    // Nobody who asked for it waits for the half second.
    let start = Self.milliseconds - (forcesProgress ? 1_000 : 0)
    return { progress in
      guard Self.milliseconds - start > 500, progress.done % 25 == 0 || progress.done == progress.total else { return }
      write("\r\(progress.done) of \(progress.total) cases\(progress.done == progress.total ? "\n" : "")", to: 2)
    }
  }

  private static var milliseconds: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}

private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

extension Sequence<Diagnostic> {
  /// A case was named that the site does not have.
  var areOfWrongCall: Bool { contains { $0.rule == "unknown-case" || $0.rule == "unknown-poster" } }
}

extension [UInt8] {
  /// A line of a file, counted from 1, without its end; nil where there is none.
  fileprivate func line(_ number: Int) -> String? {
    var start = 0
    for _ in 1..<Swift.max(number, 1) {
      guard let end = self[start...].firstIndex(of: 10) else { return nil }
      start = end + 1
    }
    return String(decoding: self[start..<(self[start...].firstIndex(of: 10) ?? count)], as: UTF8.self)
  }
}

func write(_ text: String, to descriptor: Int32) {
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 else { return }
    rest = rest.dropFirst(count)
  }
}
