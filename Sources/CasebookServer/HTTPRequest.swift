/// The head of a request: `GET /cases/foot/?poster HTTP/1.1` and its fields. Requests with a body are not for us.
///
///     try HTTPRequest(head: Array("GET /a%20b?c HTTP/1.1\r\nHost: localhost\r\n\r\n".utf8)).path   // "/a b"
struct HTTPRequest: Sendable {
  var method: String
  /// Percent-decoded, and as the sender wrote it otherwise: `..` and all.
  var path: String
  /// What follows the question mark, by name, percent-decoded.
  var query: [String: String] = [:]
  /// By name in small letters.
  var fields: [String: String] = [:]
  /// The connection stays open for another request.
  var staysOpen: Bool

  /// Bytes that a head may have.
  static let limit = 16_384

  init(head: [UInt8]) throws(HTTPStatus) {
    var lines = head.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
    let words = (lines.isEmpty ? "" : lines.removeFirst()).split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[2].hasPrefix("HTTP/1."), words[1].hasPrefix("/") else { throw .badRequest }
    for line in lines where !line.isEmpty {
      guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { throw .badRequest }
      fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmed
    }
    method = String(words[0])
    let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = target[0].percentDecoded else { throw .badRequest }
    self.path = path
    if target.count > 1 {
      for pair in target[1].split(separator: "&") {
        let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = halves[0].percentDecoded, let value = (halves.count > 1 ? halves[1] : "").percentDecoded else { throw .badRequest }
        query[name] = value
      }
    }
    staysOpen = words[2] != "HTTP/1.0" && fields["connection"]?.lowercased() != "close"
    guard (fields["content-length"] ?? "0") == "0", fields["transfer-encoding"] == nil else { throw .contentTooLarge }
  }
}

enum HTTPStatus: Int, Error, Sendable {
  case ok = 200
  case partialContent = 206
  case found = 302
  case badRequest = 400
  case forbidden = 403
  case notFound = 404
  case methodNotAllowed = 405
  case contentTooLarge = 413
  case rangeNotSatisfiable = 416
  case headTooLarge = 431
  case unavailable = 503

  var phrase: String {
    switch self {
    case .ok: "OK"
    case .partialContent: "Partial Content"
    case .found: "Found"
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .contentTooLarge: "Content Too Large"
    case .rangeNotSatisfiable: "Range Not Satisfiable"
    case .headTooLarge: "Request Header Fields Too Large"
    case .unavailable: "Service Unavailable"
    }
  }
}

extension StringProtocol {
  /// nil where an escape is broken or the result is no UTF-8 or holds NUL.
  ///
  ///     "a%20b".percentDecoded   // "a b"
  var percentDecoded: String? {
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        !rest.prefix(2).contains(UInt8(ascii: "+")), !rest.prefix(2).contains(UInt8(ascii: "-"))
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return bytes.contains(0) ? nil : String(validating: bytes, as: UTF8.self)
  }

  /// Without blanks and tabs around.
  var trimmed: String {
    let start = drop { $0 == " " || $0 == "\t" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
