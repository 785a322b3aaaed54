import Testing

@testable import CasebookServer

struct HTTPRequestTests {
  private func request(_ text: String) throws(HTTPStatus) -> HTTPRequest { try HTTPRequest(head: Array(text.utf8)) }

  @Test func readsTargetQueryAndFields() throws {
    let request = try request("GET /cases/a%20b/?case=foot&x=%C3%A9&empty HTTP/1.1\r\nHost: localhost:4321\r\nRANGE:  bytes=0-1 \r\n\r\n")
    #expect(request.method == "GET" && request.path == "/cases/a b/" && request.staysOpen)
    #expect(request.query == ["case": "foot", "x": "é", "empty": ""])
    #expect(request.fields == ["host": "localhost:4321", "range": "bytes=0-1"])
    #expect(try !self.request("GET / HTTP/1.0\r\n\r\n").staysOpen)
    #expect(try !self.request("GET / HTTP/1.1\r\nConnection: close\r\n\r\n").staysOpen)
  }

  @Test(arguments: [
    "", "GET", "GET /", "GET / HTTP/2", "GET http://x/ HTTP/1.1", "GET  / HTTP/1.1", "GET /%zz HTTP/1.1", "GET /%0 HTTP/1.1",
    "GET /%00 HTTP/1.1",
    "GET /%ff HTTP/1.1", "GET /%+1 HTTP/1.1", "GET / HTTP/1.1\r\nno colon", "GET / HTTP/1.1\r\n: x",
  ])
  func refusesWhatIsNoRequest(_ text: String) {
    #expect(throws: HTTPStatus.badRequest) { try request(text + "\r\n\r\n") }
  }

  @Test(arguments: ["Content-Length: 5", "Transfer-Encoding: chunked"])
  func refusesBodies(_ field: String) {
    #expect(throws: HTTPStatus.contentTooLarge) { try request("POST / HTTP/1.1\r\n\(field)\r\n\r\n") }
  }

  @Test(arguments: [
    ("bytes=0-1", "ab", "bytes 0-1/6"), ("bytes=4-", "ef", "bytes 4-5/6"), ("bytes=-2", "ef", "bytes 4-5/6"),
    ("bytes=3-99", "def", "bytes 3-5/6"),
    ("bytes=-99", "abcdef", "bytes 0-5/6"), ("bytes=0-9223372036854775807", "abcdef", "bytes 0-5/6"),
  ])
  func answersRanges(_ sample: (range: String, body: String, field: String)) {
    let part = HTTPResponse(.ok, body: Array("abcdef".utf8)).part(sample.range)
    #expect(part.status == .partialContent && String(decoding: part.body, as: UTF8.self) == sample.body)
    #expect(part.fields.contains { $0.name == "Content-Range" && $0.value == sample.field })
  }

  @Test(arguments: ["bytes=6-", "bytes=99-100", "bytes=-0"])
  func refusesRangesOutside(_ range: String) {
    #expect(HTTPResponse(.ok, body: Array("abcdef".utf8)).part(range).status == .rangeNotSatisfiable)
  }

  @Test(arguments: [nil, "bytes=1-2,4-5", "lines=1-2", "bytes=b-", "bytes=2-1", "bytes=", "bytes=-", "bytes=99999999999999999999-"])
  func sendsTheWholeWhereARangeIsNotUnderstood(_ range: String?) {
    let whole = HTTPResponse(.ok, body: Array("abcdef".utf8)).part(range)
    #expect(whole.status == .ok && whole.body.count == 6)
  }
}
