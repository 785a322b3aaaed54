/// What is sent back.
struct HTTPResponse: Sendable {
  var status: HTTPStatus
  var fields: [(name: String, value: String)] = []
  var body: [UInt8] = []
  /// The connection stays open and receives the hub's events.
  var isEventStream = false

  init(_ status: HTTPStatus, type: String = "text/plain; charset=utf-8", body: [UInt8] = [], fields: [(String, String)] = []) {
    self.status = status
    self.body = body
    self.fields = [("Content-Type", type)] + fields.map { (name: $0.0, value: $0.1) }
  }

  /// The status in words, for a program that asks.
  static func plain(_ status: HTTPStatus, _ fields: [(String, String)] = []) -> HTTPResponse {
    HTTPResponse(status, body: Array("\(status.rawValue) \(status.phrase)\n".utf8), fields: fields)
  }

  static let events: HTTPResponse = {
    var response = HTTPResponse(.ok, type: "text/event-stream")
    response.isEventStream = true
    return response
  }()

  /// Head and, for a request that is not `HEAD`, body, as they go over the wire.
  func bytes(staysOpen: Bool, withBody: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
    // What is shown is private and changes by the second; another page must not read it.
    let always = [
      ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"), ("Cross-Origin-Resource-Policy", "same-origin"),
      ("Referrer-Policy", "no-referrer"), ("Connection", staysOpen ? "keep-alive" : "close"),
    ]
    for (name, value) in fields { head += "\(name): \(value)\r\n" }
    for (name, value) in always { head += "\(name): \(value)\r\n" }
    if !isEventStream { head += "Content-Length: \(body.count)\r\n" }
    return Array((head + "\r\n").utf8) + (withBody ? body : [])
  }

  /// The part that a `Range` field asks for (RFC 9110, section 14): one range of bytes; anything else gets the whole.
  ///
  ///     HTTPResponse(.ok, body: Array("abcdef".utf8)).part("bytes=2-3")   // 206, "cd", Content-Range: bytes 2-3/6
  func part(_ range: String?) -> HTTPResponse {
    guard status == .ok, let range, range.hasPrefix("bytes="), !range.contains(",") else { return self }
    let ends = range.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let bounds = Self.bounds(ends[0].trimmed, ends[1].trimmed, count: body.count) else { return self }
    guard !bounds.isEmpty else { return .plain(.rangeNotSatisfiable, [("Content-Range", "bytes */\(body.count)")]) }
    var part = self
    part.status = .partialContent
    part.body = Array(body[bounds])
    part.fields.append(("Content-Range", "bytes \(bounds.lowerBound)-\(bounds.upperBound - 1)/\(body.count)"))
    return part
  }

  /// nil where the range is not understood; empty where it lies outside.
  private static func bounds(_ first: String, _ last: String, count: Int) -> Range<Int>? {
    func number(_ text: String) -> Int? { text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil }
    if first.isEmpty { return number(last).map { max(0, count - $0)..<count } }
    guard let start = number(first), let end = last.isEmpty ? count : number(last).map({ $0 < Int.max ? $0 + 1 : $0 }),
      start < end || start >= count
    else { return nil }
    return start < count ? start..<min(end, count) : count..<count
  }
}
