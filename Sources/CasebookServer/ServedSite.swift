internal import CasebookBuild
internal import DataFormats
internal import Diagnostics
internal import Files
internal import Synchronization

/// What `serve` answers: the private folder's files, and under `/_casebook/` the pages for the author.
///
/// | address | answer |
/// | --- | --- |
/// | `/_casebook/` | the start page: cases and their problems |
/// | `/_casebook/events` | what each build changed, as server-sent events |
/// | `/_casebook/poster?case=foot&poster=acfas` | a poster that fits the window, with rulers and its fit report |
/// | `/_casebook/picture?case=foot&figure=foot-1` | boxes and points on the original, as YAML |
/// | `/_casebook/original/foot/foot-1` | that original |
/// | everything else | a file of the site |
final class ServedSite: Sendable {
  private let root: String
  private let output: String
  private let state = Mutex(State())

  struct State: Sendable {
    var hosts: Set<String> = []
    var build = 0
    var report: BuildReport?
    var refusal: Diagnostic?
  }

  init(root: String, output: String) {
    self.root = root
    self.output = output
  }

  /// A page of another name that resolves to this machine must not read drafts (DNS rebinding).
  func allowHosts(of address: String, port: UInt16) {
    let names = address == "127.0.0.1" ? ["127.0.0.1", "localhost"] : nil
    state.withLock { $0.hosts = names.map { Set($0.flatMap { ["\($0):\(port)"] + (port == 80 ? [$0] : []) }) } ?? [] }
  }

  /// The event that tells pages of a build.
  func update(_ report: BuildReport) -> [UInt8] {
    state.withLock { state in
      state.build += 1
      state.report = report
      state.refusal = nil
      return ServeEvent(state).json
    }
  }

  /// The event that tells that no build was possible.
  func update(_ refusal: Diagnostic) -> [UInt8] {
    state.withLock { state in
      state.build += 1
      state.refusal = refusal
      return ServeEvent(state).json
    }
  }

  func answer(_ request: HTTPRequest) -> HTTPResponse {
    let state = state.withLock { $0 }
    guard state.hosts.isEmpty || state.hosts.contains(request.fields["host"] ?? "") else { return .plain(.forbidden) }
    guard request.method == "GET" || request.method == "HEAD" else { return .plain(.methodNotAllowed, [("Allow", "GET, HEAD")]) }
    if request.path.hasPrefix("/_casebook/") { return own(String(request.path.dropFirst(11)), request, state) }
    return file(request, state.build)
  }

  private func own(_ path: String, _ request: HTTPRequest, _ state: State) -> HTTPResponse {
    switch path {
    case "events": return .events
    case "": return HTTPResponse(.ok, type: mediaType(of: "x.html"), body: StartPage(state).bytes)
    case "state.json": return HTTPResponse(.ok, type: mediaType(of: path), body: ServeEvent(state).json)
    case "case.json":
      guard let facts = CaseFacts(root: root, slug: request.query["case"] ?? "") else { return .plain(.notFound) }
      return HTTPResponse(.ok, type: mediaType(of: path), body: facts.json(sheets: sheets(of: facts.slug)))
    case "poster", "picture": return resource(path + ".html")
    default:
      if path.hasPrefix("original/") { return original(path.dropFirst(9), request) }
      return resource(path)
    }
  }

  private func resource(_ name: String) -> HTTPResponse {
    guard let bytes = EmbeddedResources.bytes("serve/\(name)") else { return .plain(.notFound) }
    return HTTPResponse(.ok, type: mediaType(of: name), body: bytes)
  }

  /// A picture as its author keeps it, for a figure that the case declares and no other file.
  private func original(_ address: Substring, _ request: HTTPRequest) -> HTTPResponse {
    let parts = address.split(separator: "/")
    guard parts.count == 2, let facts = CaseFacts(root: root, slug: String(parts[0])),
      let original = facts.original(of: String(parts[1]))
    else {
      return .plain(.notFound)
    }
    return HTTPResponse(.ok, type: mediaType(of: original.path), body: original.bytes).part(request.fields["range"])
  }

  /// The case's posters and its handout, as far as they could be made.
  private func sheets(of slug: String) -> [String] {
    var files = try? SourceFiles(root: output)
    let names = (try? files?.list("cases/\(slug)"))?.map(\.name) ?? []  // nothing was made yet
    return names.filter { $0.hasSuffix(".html") && $0 != "index.html" }
  }

  /// A file of the private folder: nothing outside it, no hidden one, and no link that leads out.
  private func file(_ request: HTTPRequest, _ build: Int) -> HTTPResponse {
    let parts = request.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    guard !parts.contains(where: { $0.hasPrefix(".") }), !parts.dropLast().contains(""), !request.path.contains("\\") else {
      return .plain(.notFound)
    }
    var path = parts.joined(separator: "/")
    if path.isEmpty || path.hasSuffix("/") { path += "index.html" }
    do throws(FileProblem) {
      var files = try SourceFiles(root: output)
      if files.status(of: path)?.kind == .folder { return .plain(.found, [("Location", percentEncoded(path: request.path + "/"))]) }
      let bytes = try files.read(path, limit: 1_000_000_000)
      let type = mediaType(of: path)
      let body = type.hasPrefix("text/html") ? withClient(bytes, build) : bytes
      return HTTPResponse(.ok, type: type, body: body, fields: [("Accept-Ranges", "bytes")]).part(request.fields["range"])
    } catch {
      return missing(request, build)
    }
  }

  private func missing(_ request: HTTPRequest, _ build: Int) -> HTTPResponse {
    // Before the first build is done there is nothing else to show.
    guard request.fields["accept"]?.contains("text/html") ?? false else { return .plain(.notFound) }
    var files = try? SourceFiles(root: output)
    let page = (try? files?.read("404.html", limit: 10_000_000)) ?? Array("<!doctype html><title>Not found</title><p>Not found.".utf8)
    return HTTPResponse(.notFound, type: mediaType(of: "404.html"), body: withClient(page, build))
  }

  /// The page with the script that hears of builds; the file stays as it is.
  private func withClient(_ page: [UInt8], _ build: Int) -> [UInt8] {
    page + Array("<script src=\"/_casebook/client.js\" data-build=\"\(build)\"></script>\n".utf8)
  }
}

/// By the name's ending; what is unknown is offered for download.
func mediaType(of path: String) -> String {
  let ending = path.split(separator: "/").last?.split(separator: ".").last.map { $0.lowercased() } ?? ""
  return mediaTypes[ending] ?? "application/octet-stream"
}

private let mediaTypes = [
  "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
  "json": "application/json", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "avif": "image/avif",
  "gif": "image/gif", "tif": "image/tiff", "tiff": "image/tiff", "heic": "image/heic", "pdf": "application/pdf",
  "xml": "application/xml", "txt": "text/plain; charset=utf-8", "bib": "text/plain; charset=utf-8", "ris": "text/plain; charset=utf-8",
  "csv": "text/csv; charset=utf-8", "ttf": "font/ttf",
]
