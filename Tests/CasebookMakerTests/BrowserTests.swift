import Foundation
import PDF
import TestSupport
import Testing

@testable import CasebookMaker

@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: Browser.usualProgram), "needs chromium-headless-shell"), .serialized)
struct BrowserTests {
  private let page = """
    <!doctype html><html lang="en"><head><title>A poster</title>
    <style>@page{size:48in 36in;margin:0}body{margin:0}.p{width:48in;height:36in;contain:strict}</style></head>
    <body><div class="p"><h1>First</h1><p>words <a href="https://example.org/">link</a></p></div></body></html>
    """

  private func printed(_ browser: Browser, _ html: String, seconds: Int = 20, _ more: [String: String] = [:]) throws -> PrintedPage {
    let folder = try TestFolder(["a b/poster.html": html].merging(more) { $1 })
    let tab = try browser.tab()
    do {
      return try tab.print(
        "a b/poster.html", in: PageFolder(root: folder.path, files: Set(["a b/poster.html"] + more.keys)), Deadline(seconds: seconds))
    } catch {
      browser.discard(tab)
      throw error
    }
  }

  @Test func aPageBecomesATaggedPDFOfItsSize() throws {
    let browser = Browser(program: Browser.usualProgram)
    defer { browser.end() }
    let found = try PDFInspection(of: try printed(browser, page).bytes)
    #expect(found.pages == [.init(width: 3456, height: 2592)])
    #expect(found.isTagged && found.title == "A poster" && found.language == "en" && found.bookmarks == 1)
    #expect(found.links == ["https://example.org/"])
    #expect(!found.fonts.isEmpty && found.fonts.allSatisfy { $0.isEmbedded && $0.kind == "TrueType" })
  }

  @Test func theSameBytesInANewBrowserAndAfterOtherPages() throws {
    let date = "20261101000000+00'00'"
    let first = Browser(program: Browser.usualProgram)
    let alone = try normalizedPDF(try printed(first, page).bytes, date: date)
    _ = try printed(first, page.replacing("words", with: "<h2>other</h2><ul><li>words</ul>"))
    #expect(try normalizedPDF(try printed(first, page).bytes, date: date) == alone)
    first.end()
    let second = Browser(program: Browser.usualProgram)
    defer { second.end() }
    #expect(try normalizedPDF(try printed(second, page).bytes, date: date) == alone)
  }

  @Test func noFileOutsideThePageIsRead() throws {
    let secret = try TestFolder(["secret.html": "<p>verysecret", "secret.css": "p{color:red}", "image.svg": Sample.drawing])
    let hostile = """
      <iframe src="file://\(secret.path)/secret.html"></iframe><iframe src="http://127.0.0.1:9/x"></iframe>
      <img src="file://\(secret.path)/image.svg"><link rel="stylesheet" href="file://\(secret.path)/secret.css">
      <iframe srcdoc="<iframe src='file://\(secret.path)/secret.html?2'></iframe>"></iframe>
      <iframe sandbox="allow-scripts" srcdoc="<iframe src='file://\(secret.path)/secret.html?3'></iframe>"></iframe>
      <object data="file://\(secret.path)/secret.html?4"></object><embed src="file:///etc/hostname">
      <img src="own.svg">
      """
    let browser = Browser(program: Browser.usualProgram)
    defer { browser.end() }
    let result = try printed(browser, page.replacing("words", with: hostile), ["a b/own.svg": Sample.drawing])
    let expected = [
      "file://\(secret.path)/secret.html", "http://127.0.0.1:9/x", "file://\(secret.path)/image.svg", "file://\(secret.path)/secret.css",
      "file:///etc/hostname",
    ]
    for address in expected { #expect(result.refused.contains(address), "\(result.refused)") }
    #expect(!result.refused.contains { $0.hasSuffix("own.svg") })
    let file = try TestFolder()
    try file.write("x.pdf", result.bytes)
    let text = try start("/usr/bin/pdftotext", [file.path + "/x.pdf", "-"], in: "/").wait().output
    #expect(text.contains("link") && !text.contains("verysecret"))
  }

  @Test(arguments: ["<script>for(;;);</script>", "<script>window.casebookFit=new Promise(()=>{})</script>"])
  func aPageThatNeverEndsIsCutOff(_ script: String) throws {
    let browser = Browser(program: Browser.usualProgram)
    defer { browser.end() }
    #expect(throws: BrowserProblem.self) { try printed(browser, page.replacing("words", with: script), seconds: 2) }
    #expect(try PDFInspection(of: try printed(browser, page).bytes).pages.count == 1)
  }

  @Test func alertsAndWindowsDoNotStopAPage() throws {
    let browser = Browser(program: Browser.usualProgram)
    defer { browser.end() }
    let script = "<script>alert(1);confirm(2);window.open('file:///etc/hostname')</script>"
    #expect(try PDFInspection(of: try printed(browser, page.replacing("words", with: script)).bytes).pages.count == 1)
  }

  @Test func aBrowserThatDiedIsStartedAgainAndNothingIsLeftOfIt() throws {
    let browser = Browser(program: Browser.usualProgram)
    let tab = try browser.tab()
    tab.tools.end()
    #expect(throws: BrowserProblem.lost) {
      try tab.print("a", in: PageFolder(root: "/nowhere", files: []), Deadline(seconds: 5))
    }
    #expect(try PDFInspection(of: try printed(browser, page).bytes).pages.count == 1)
    browser.end()
    #expect(throws: BrowserProblem.self) { try browser.tab() }
  }

  @Test func aBrowserThatPrintedMuchIsReplaced() throws {
    let browser = Browser(program: Browser.usualProgram)
    defer { browser.end() }
    let tab = try browser.tab()
    browser.rest()
    #expect(!tab.tools.isLost)
    for _ in 0..<30 { browser.put(tab) }
    browser.rest()
    #expect(tab.tools.isLost)
    #expect(try PDFInspection(of: try printed(browser, page).bytes).pages.count == 1)
  }

  @Test func aMissingBrowserIsNamed() {
    #expect(throws: BrowserProblem.missing("/nowhere/browser")) { try Browser(program: "/nowhere/browser").tab() }
    #expect(throws: BrowserProblem.self) { try Browser(program: "/bin/true").tab() }
  }
}

@Suite struct DevToolsMessageTests {
  @Test func base64IsDecoded() {
    #expect(decodedBase64(Array("JVBERg==".utf8)[...]) == Array("%PDF".utf8))
    #expect(decodedBase64([]) == [])
  }

  @Test func longDataAreCutOut() throws {
    let text = String(repeating: "QUJD", count: 20_000)
    let message = try #require(DevToolsMessage(Array(#"{"id":3,"result":{"data":"\#(text)","eof":true},"sessionId":"S"}"#.utf8)[...]))
    #expect(message.id == 3 && message.session == "S" && message.data.count == 60_000 && message.content?["eof"]?.text == "true")
    #expect(DevToolsMessage(Array("[]".utf8)[...]) == nil)
    #expect(DevToolsMessage(Array("nonsense".utf8)[...]) == nil)
  }

  @Test func onlyTheFilesOfAPageAreAllowed() {
    let folder = PageFolder(root: "/tmp/a b", files: ["cases/x/poster.html"])
    #expect(folder.allows("file:///tmp/a%20b/cases/x/poster.html#top"))
    #expect(folder.allows("data:image/png;base64,AA"))
    for address in [
      "file:///tmp/a%20b/cases/x/other.html", "file:///etc/hostname", "file://host/tmp/a%20b/cases/x/poster.html", "http://127.0.0.1/",
      "file:///tmp/a%20b/../a%20b/cases/x/poster.html", "FILE:///etc/hostname", "file:///tmp/a%2",
    ] { #expect(!folder.allows(address), "\(address)") }
  }
}
