import Testing

@testable import Images

@Suite struct SVGSanitizerTests {
  private func clean(_ text: String) throws -> (text: String, removed: [String]) {
    let result = try sanitizedSVG(Array(text.utf8))
    return (String(decoding: result.bytes, as: UTF8.self), result.removed)
  }

  @Test func keepsShapes() throws {
    let result = try clean(
      "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'><g fill='#fff'><path d='M0 0L1 1'/><text x='1'>A &amp; B</text></g></svg>"
    )
    #expect(
      result.text == "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\" viewBox=\"0 0 4 3\"><g fill=\"#fff\">"
        + "<path d=\"M0 0L1 1\"/><text x=\"1\">A &amp; B</text></g></svg>\n")
    #expect(result.removed.isEmpty)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<SCRIPT/>", "<image href='file:///etc/passwd'/>", "<image xlink:href='http://x/y.png'/>",
    "<use xlink:href='file:///etc/passwd#a'/>", "<use href='http://x#a'/>", "<rect onclick='alert(1)'/>", "<rect fill='url(http://x#a)'/>",
    "<rect style='fill:url( http://x)'/>", "<style>@import 'http://x'</style>", "<style>a{background:ur\\6c(http://x)}</style>",
    "<foreignObject><iframe src='http://x'/></foreignObject>", "<a href='javascript:alert(1)'><rect/></a>",
    "<animate attributeName='href' to='javascript:alert(1)'/>", "<set onbegin='alert(1)'/>",
    "<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
    "<style><![CDATA[a{fill:URL(\"http://x\")}]]></style>", "<feImage href='http://x'/>",
  ])
  func removesAndNamesWhatActsOrFetches(part: String) throws {
    let result = try clean("<svg viewBox='0 0 4 3' xmlns:xlink='http://www.w3.org/1999/xlink'>\(part)<circle r='1'/></svg>")
    for word in ["script", "http://x", "file:", "alert", "import", "iframe", "onclick", "href"] { #expect(!result.text.contains(word)) }
    #expect(result.text.contains("<circle r=\"1\"/></svg>"))
    #expect(!result.removed.isEmpty)
  }

  @Test func dropsNamesOfFilesAndPeople() throws {
    let result = try clean(
      """
      <?xml version="1.0"?><!-- /home/riley/Smith.svg --><!DOCTYPE svg [<!ENTITY ns "http://x">]>
      <svg viewBox="0 0 4 3" id="Smith_John" sodipodi:docname="Smith.svg" xmlns:sodipodi="&ns;"><metadata><rdf:RDF>Smith</rdf:RDF></metadata>
      <title>Smith</title><defs><linearGradient id="Smith-fill"/></defs><rect fill="url(#Smith-fill)"/><use xlink:href="#Smith-fill"/></svg>
      """)
    #expect(!result.text.contains("Smith") && !result.text.contains("riley"))
    #expect(result.text.contains("<linearGradient id=\"i1\"/>") && result.text.contains("url(#i1)") && result.text.contains("href=\"#i1\""))
    #expect(result.removed.isEmpty)
  }

  @Test(arguments: [
    "<svg viewBox='0 0 4 3'>", "<svg viewBox='0 0 4 3'></g></svg>", "<svg viewBox='0 0 4 3' a></svg>", "<svg", "<html/>", "", "<svg></svg>",
    "<svg viewBox='0 0 4 3'><!-- ",
  ])
  func refusesMalformed(text: String) {
    #expect(throws: ImageProblem.self) { try clean(text) }
  }

  @Test func deepNestingIsRefusedNotFollowed() {
    let text = "<svg viewBox='0 0 4 3'>" + String(repeating: "<g>", count: 100_000)
    #expect(throws: ImageProblem.self) { try clean(text) }
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    #expect(throws: ImageProblem.self) { try sanitizedSVG(Array("<svg viewBox='0 0 4 3'>".utf8) + [0xFF] + Array("</svg>".utf8)) }
  }
}
