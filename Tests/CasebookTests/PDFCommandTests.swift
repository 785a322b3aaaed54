import Foundation
import TestSupport
import Testing

/// `casebook pdf` with the real browser, judged by other programs.
@Suite(.enabled(if: hasBrowser, "needs chromium-headless-shell"), .serialized)
struct PDFCommandTests {
  private func site(_ more: [String: String] = [:]) throws -> TestFolder {
    try TestFolder(Sample.library(more))
  }

  private func tool(_ name: String, _ arguments: String...) throws -> ProgramRun {
    try start("/usr/bin/\(name)", arguments, in: "/").wait()
  }

  @Test func aPosterIsWhatAPrintShopAccepts() throws {
    let long = Sample.narrative.replacingOccurrences(of: "\n\n##", with: "\n\n" + String(repeating: "More of it. ", count: 60) + "\n\n##")
    let folder = try site(Sample.files("a", Sample.case("Case A"), narrative: long))
    let run = try casebook("pdf", "a", "--site", folder.path)
    #expect(run.status == 0, "\(run.errors)")
    #expect(folder.files(in: "print").keys.sorted() == ["a-handout.pdf", "a-poster.pdf"])
    let poster = "\(folder.path)/print/a-poster.pdf"
    let info = try tool("pdfinfo", poster).output
    for line in ["Tagged:          yes", "Pages:           1\n", "Page size:       3456 x 2592 pts", "Nov  1 00:00:00 2026"] {
      #expect(info.contains(line), "\(info)")
    }
    let fonts = try tool("pdffonts", poster).output.split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts { #expect(font.contains("CID TrueType") && font.contains(" yes yes ")) }
    #expect(try tool("qpdf", "--check", poster).status == 0)
    let text = try tool("pdftotext", poster, "-").output
    let order = ["Case A", "Introduction", "Why this case", "Case presentation", "What was found", "Conclusion"]
    let places = order.map { text.range(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil } && places.compactMap { $0 }.sorted() == places.compactMap { $0 }, "\(text)")
    #expect(run.output.contains("48 × 36 in") && run.output.contains("body "))
  }

  @Test func theSameBytesEachTimeAndByTheClockThatIsGiven() throws {
    let folder = try site()
    try casebook("pdf", "a", "b", "--site", folder.path)
    let first = folder.files(in: "print")
    try folder.remove("print")
    try folder.remove(".casebook")
    try casebook("pdf", "b", "a", "--site", folder.path)
    #expect(folder.files(in: "print") == first && first.count == 4)
    try casebook("pdf", "a", "--site", folder.path, environment: ["SOURCE_DATE_EPOCH": "1000000000"])
    #expect(try tool("pdfinfo", "\(folder.path)/print/a-poster.pdf").output.contains("Sep  9 01:46:40 2001"))
  }

  @Test func aBuildPrintsIntoTheSiteAndLinksWhatItPrinted() throws {
    let folder = try site()
    #expect(try casebook("build", "--pdf", "--site", folder.path).status == 0)
    #expect(folder.exists("output/cases/a/poster.pdf") && folder.exists("output/cases/b/handout.pdf"))
    #expect(try #require(folder.text("output/cases/a/index.html")).contains("href=\"handout.pdf\""))
    let first = folder.files(in: "output")
    // Nothing is printed again: there is no browser now, but the cache; and all of one case comes from the last build.
    try folder.write("content/cases/a/narrative.md", Sample.narrative + "\n")
    #expect(try casebook("build", "--pdf", "--site", folder.path).status == 0)
    #expect(folder.files(in: "output") == first)
    let without = try casebook("build", "--pdf", "--site", folder.path, environment: ["CASEBOOK_BROWSER": "/nowhere"])
    #expect(without.status == 3 && without.errors.contains("browser-missing") && !folder.exists("output/cases/a/poster.pdf"))
    #expect(!(try #require(folder.text("output/cases/a/index.html")).contains("handout.pdf")))
  }

  @Test func aPosterThatRunsOverIsNotPublished() throws {
    let words = String(repeating: "word ", count: 4_000)
    let narrative = Sample.narrative.replacingOccurrences(of: "What was found.", with: words)
    let folder = try site(Sample.files("long", Sample.case("Long", "posters: [{id: small, size: A3-landscape}]"), narrative: narrative))
    let run = try casebook("build", "--pdf", "--keep-going", "--site", folder.path)
    #expect(run.status == 1 && run.errors.contains("error[poster-overflows]"), "\(run.errors)")
    #expect(folder.exists("output/cases/a/poster.pdf") && !folder.exists("output/cases/long/index.html"))
  }

  /// Every word of the longest of the samples is on its poster and in its PDF.
  @Test func theCalcinosisPosterIsComplete() throws {
    let folder = try TestFolder()
    try folder.copy(packageRoot + "/content", to: "content")
    #expect(try casebook("pdf", "calcinosis-cutis", "--poster", "main", "--site", folder.path).status == 0)
    #expect(try casebook("build", "--site", folder.path).status == 0)
    let page = try #require(folder.text("output/cases/calcinosis-cutis/poster.html"))
    let body = try #require(page.range(of: "<main"))
    let end = try #require(page.range(of: "</main>"))
    let shown = page[body.lowerBound..<end.lowerBound].replacing(/<[^>]*class="hidden"[^>]*>[^<]*</, with: "<")
      .replacing(/<[^>]*>/, with: " ")
    for file in folder.files(in: "print").keys where !file.contains("handout") {
      let text = try tool("pdftotext", "-raw", "\(folder.path)/print/\(file)", "-").output.replacing("-\n", with: "")
      let words = Set(text.matches(of: /[A-Za-z]{4,}/).map { String($0.output) })
      let missing = shown.matches(of: /[A-Za-z]{4,}/).map { String($0.output) }.filter { word in
        !words.contains(word) && !text.replacing("\n", with: "").contains(word)
      }
      #expect(missing.isEmpty, "\(missing)")
    }
  }

  @Test func aCaseWithErrorsBecomesADraftThatSaysSo() throws {
    let folder = try site(Sample.files("bad", Sample.case("Bad", "keymessage: oops")))
    let run = try casebook("pdf", "bad", "--site", folder.path, "--poster", "poster")
    #expect(run.status == 1 && run.output.contains("(draft)"))
    let text = try tool("pdftotext", "\(folder.path)/print/bad-poster.pdf", "-").output
    #expect(text.contains("keymessage"), "\(text)")
  }

  @Test func tooManyWordsAreAnErrorWithNumbersAndADraft() throws {
    let words = String(repeating: "word ", count: 4_000)
    let narrative = Sample.narrative.replacingOccurrences(of: "What was found.", with: words)
    let folder = try site(Sample.files("long", Sample.case("Long", "posters: [{id: small, size: A3-landscape}]"), narrative: narrative))
    let run = try casebook("pdf", "long", "--poster", "small", "--site", folder.path)
    #expect(run.status == 1 && run.errors.contains("error[poster-overflows]") && run.errors.contains("remove about"), "\(run.errors)")
    let text = try tool("pdftotext", "\(folder.path)/print/long-small.pdf", "-").output
    #expect(text.components(separatedBy: "word").count - 1 >= 4_000)
  }

  @Test func aScreenGetsAPictureOfItsSizeWithinItsLimit() throws {
    let export = "posters: [{id: screen, size: \"16:9\", layout: eposter, export: {format: jpeg, width: 1280, max-bytes: 90kB}}]"
    let folder = try site(Sample.files("e", Sample.case("Electronic", export)))
    let run = try casebook("pdf", "e", "--poster", "screen", "--site", folder.path)
    #expect(run.status == 0, "\(run.errors)")
    let picture = try #require(folder.bytes("print/e-screen.jpg"))
    #expect(picture.starts(with: [0xFF, 0xD8]) && picture.count <= 90_000)
    // The frame header of a JPEG: height and width in two bytes each.
    let frame = try #require(
      picture.indices.first { picture[$0...].starts(with: [0xFF, 0xC0]) || picture[$0...].starts(with: [0xFF, 0xC2]) })
    #expect(picture[frame + 5..<frame + 9].elementsEqual([2, 208, 5, 0]))
    #expect(folder.exists("print/e-screen.pdf"))
    #expect(try folder.replace("90kB", with: "1kB", in: "content/cases/e/case.yaml"))
    let tight = try casebook("pdf", "e", "--poster", "screen", "--site", folder.path)
    #expect(tight.status == 1 && tight.errors.contains("no picture of it is smaller"), "\(tight.errors)")
  }

  @Test func proofsAndBlindCopiesHaveNamesOfTheirOwn() throws {
    let folder = try site()
    #expect(try casebook("pdf", "a", "--proof", "--poster", "poster", "--site", folder.path).status == 0)
    #expect(try casebook("pdf", "a", "--blind", "--poster", "poster", "--site", folder.path).status == 0)
    #expect(folder.files(in: "print").keys.sorted() == ["a-poster-blind.pdf", "a-poster-proof.pdf"])
    #expect(try tool("pdfinfo", "\(folder.path)/print/a-poster-proof.pdf").output.contains("(letter)"))
    #expect(!(try tool("pdftotext", "\(folder.path)/print/a-poster-blind.pdf", "-").output.contains("Jordan")))
  }

  @Test func aFolderWithoutASiteWorksWithTheDefaults() throws {
    let files = Sample.files("x", Sample.case("On its own")).map { ("My case/\($0.key.split(separator: "/").last ?? "")", $0.value) }
    let folder = try TestFolder(Dictionary(uniqueKeysWithValues: files))
    #expect(try casebook("pdf", "./My case", "--poster", "poster", in: folder.path).status == 0)
    #expect(folder.exists("My case/print/my-case-poster.pdf"))
    #expect(try casebook("check", in: folder.path + "/My case").status == 0)
    #expect(try casebook("build", in: folder.path + "/My case").status == 0)
    #expect(folder.exists("My case/output/cases/my-case/index.html"))
    #expect(try casebook("pdf", "./nowhere", in: folder.path).status == 2)
  }

  @Test func whatIsWrongInTheCallIsSaid() throws {
    let folder = try site()
    #expect(try casebook("pdf", "--site", folder.path).status == 2)
    #expect(try casebook("pdf", "c", "--site", folder.path).status == 2)
    let run = try casebook("pdf", "a", "--poster", "postr", "--site", folder.path)
    #expect(run.status == 2 && run.errors.contains("did you mean \"poster\"?"))
  }

  @Test func withoutABrowserTheStatusIsThree() throws {
    let folder = try site()
    let run = try casebook("pdf", "a", "b", "--site", folder.path, environment: ["CASEBOOK_BROWSER": "/nowhere/browser"])
    #expect(run.status == 3)
    #expect(run.errors.components(separatedBy: "browser-missing").count == 2, "\(run.errors)")
    #expect(!folder.exists("print"))
  }

  /// Local files stay out of a PDF, and a page that never ends is cut off.
  @Test func hostilePagesEndWithADiagnostic() throws {
    let secret = try TestFolder(["secret.html": "<p>verysecret"])
    let yaml = Sample.site + "raw-html: true\n"
    let reading = Sample.narrative + "\n<iframe src=\"file://\(secret.path)/secret.html\"></iframe>\n"
    let folder = try site(["content/site.yaml": yaml].merging(Sample.files("h", Sample.case("Hostile"), narrative: reading)) { $1 })
    let run = try casebook("pdf", "h", "--poster", "poster", "--site", folder.path)
    #expect(run.errors.contains("print-request-refused"), "\(run.errors)")
    #expect(!(try tool("pdftotext", "\(folder.path)/print/h-poster.pdf", "-").output.contains("verysecret")))
    let endless = Sample.narrative + "\n<script>for(;;);</script>\n"
    try folder.write("content/cases/h/narrative.md", endless)
    let began = Date()
    let cut = try casebook("pdf", "h", "--poster", "poster", "--site", folder.path, environment: ["TMPDIR": folder.path])
    #expect(cut.status == 1 && cut.errors.contains("poster-not-printed"), "\(cut.errors)")
    #expect(Date().timeIntervalSince(began) < 30)
    #expect(try processes(of: folder).isEmpty)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGKILL]) func anInterruptionLeavesNoBrowser(_ signal: Int32) throws {
    let more = (0..<30).reduce(into: [String: String]()) { $0.merge(Sample.files("c\($1)", Sample.case("Case \($1)"))) { $1 } }
    let folder = try site(more)
    let running = try start(
      casebookPath, ["pdf", "--site", folder.path] + (0..<30).map { "c\($0)" }, in: "/", environment: ["TMPDIR": folder.path])
    let deadline = Date().addingTimeInterval(20)
    while folder.files(in: "print").isEmpty, Date() < deadline { usleep(20_000) }
    #expect(!(try processes(of: folder).isEmpty))
    kill(running.id, signal)
    #expect(try running.wait().status == 128 + signal)
    while !(try processes(of: folder).isEmpty), Date() < deadline { usleep(20_000) }
    #expect(try processes(of: folder).isEmpty)
    if signal != SIGKILL {
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.casebook")
      #expect(left.allSatisfy { !$0.hasPrefix("print-") }, "\(left)")
    }
  }

  /// Browsers whose profile lies in the folder, or that were started by a run in it.
  private func processes(of folder: TestFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }.compactMap { id in
      guard let line = FileManager.default.contents(atPath: "/proc/\(id)/cmdline").map({ String(decoding: $0, as: UTF8.self) }) else {
        return nil
      }
      return line.contains("headless-shell") && line.contains("casebook-browser") && line.contains(folder.path) ? line : nil
    }
  }
}

let hasBrowser = FileManager.default.isExecutableFile(atPath: "/usr/lib/chromium/chromium-headless-shell")
