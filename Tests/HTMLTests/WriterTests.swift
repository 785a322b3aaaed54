import Testing

@testable import HTML

/// Trees as bytes: text is escaped because it is text.
struct WriterTests {
  @Test(arguments: [
    (Node.text("Nalebuff & sons <b> \"x\" 'y'"), "Nalebuff &amp; sons &lt;b&gt; &quot;x&quot; 'y'"),
    (.raw("<b>&amp;</b>"), "<b>&amp;</b>"),
    (.empty, ""),
    ("plain", "plain"),
    (.fragment(["a", "<", "b"]), "a&lt;b"),
    (.tag("p"), "<p></p>"),
    (.tag("br"), "<br>"),
    (.tag("p", "a", .tag("em", "b"), "c"), "<p>a<em>b</em>c</p>"),
    (.tag("a", ["href": "?a=1&b=\"2\"", "id": nil], "x"), "<a href=\"?a=1&amp;b=&quot;2&quot;\">x</a>"),
    (.element("p", [Attribute("hidden")], []), "<p hidden></p>"),
    (.tag("img", ["alt": ""]), "<img alt=\"\">"),
    (.text("é日🦶\u{0}"), "é日🦶\u{0}"),
  ])
  func isWritten(node: Node, expected: String) {
    #expect(node.string() == expected)
  }

  @Test(arguments: [
    (Node.empty, true), (.text(""), true), (.fragment([.text(""), .empty]), true), (.raw(""), true), (.text(" "), false),
    (.tag("br"), false), (.fragment([.empty, .tag("p")]), false),
  ])
  func emptyIsWhatWritesNothing(node: Node, expected: Bool) {
    #expect(node.isEmpty == expected)
  }

  @Test func writingAppends() {
    var out = Array("<!doctype html>".utf8)
    Node.tag("html", ["lang": "en"]).write(to: &out)
    #expect(String(decoding: out, as: UTF8.self) == "<!doctype html><html lang=\"en\"></html>")
  }

  @Test func longTextIsWrittenInOnePass() {
    let text = String(repeating: "a<é", count: 200_000)
    let bytes = Node.text(text).bytes()
    #expect(bytes.count == 200_000 * 7)
  }
}
