import Foundation
import TestSupport
import Testing

/// Whatever lies in a case's folder: no crash, a diagnostic with its place, and the other cases are built all the same.
struct BadInputTests {
  /// Builds a library whose case `bad` has these files, with a good case beside it.
  private func build(_ files: [String: [UInt8]], whole: Bool = false) async throws -> (
    folder: TestFolder, diagnostics: [String], errors: [String]
  ) {
    var texts = Sample.library()
    if !whole { texts.merge(Sample.files("bad", Sample.case("Bad"))) { $1 } }
    let folder = try TestFolder(texts)
    for (name, bytes) in files { try folder.write("content/cases/bad/\(name)", bytes) }
    let report = try await folder.build(keepsGoing: true)
    #expect(folder.exists("output/cases/a/index.html") && folder.exists("output/cases/b/index.html"))
    #expect(report.isComplete == report.errors.isEmpty)
    #expect(report.diagnostics.allSatisfy { !$0.summary.isEmpty && $0.summary.utf8.count < 600 })
    return (folder, report.diagnostics.map(\.words), report.errors)
  }

  private func build(_ files: [String: String]) async throws -> (folder: TestFolder, diagnostics: [String], errors: [String]) {
    try await build(files.mapValues { Array($0.utf8) })
  }

  private static let csv = "week,length_cm,width_cm\n0,3,2\n4,2,1\n"
  private static let measured = Sample.case(
    "Bad", "wounds: [{id: foot, site: Right foot, area-method: ellipse, measurements: measurements.csv}]")

  @Test(arguments: ["case.yaml", "narrative.md", "poster.md", "measurements.csv", "references.bib", "references.ris", "references.yaml"])
  func emptyFiles(name: String) async throws {
    var files = ["case.yaml": name == "measurements.csv" ? Self.measured : Sample.case("Bad")]
    files[name] = ""
    let result = try await build(files)
    if ["case.yaml", "measurements.csv"].contains(name) {
      #expect(result.diagnostics.contains { $0.hasPrefix("content/cases/bad/\(name)") }, "\(result.diagnostics)")
    }
  }

  @Test(arguments: ["case.yaml", "narrative.md", "measurements.csv", "references.bib", "figures/plan.svg"])
  func foldersInPlaceOfFiles(name: String) async throws {
    var texts = Sample.library(
      Sample.files("bad", Self.measured + "figures: [{id: plan, file: figures/plan.svg, kind: diagram, alt: x}]\n"))
    texts["content/cases/bad/measurements.csv"] = Self.csv
    texts["content/cases/bad/figures/plan.svg"] = Sample.drawing
    texts["content/cases/bad/\(name)"] = nil
    let folder = try TestFolder(texts)
    try folder.makeFolder("content/cases/bad/\(name)")
    let report = try await folder.build(keepsGoing: true)
    #expect(report.errors.contains { $0.hasPrefix("content/cases/bad/") }, "\(report.diagnostics.map(\.words))")
    #expect(folder.exists("output/cases/a/index.html") && !folder.exists("output/cases/bad"))
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"), arguments: ["case.yaml", "narrative.md", "measurements.csv"])
  func unreadableFiles(name: String) async throws {
    let folder = try TestFolder(Sample.library(Sample.files("bad", Self.measured)))
    try folder.write("content/cases/bad/measurements.csv", Self.csv)
    chmod("\(folder.path)/content/cases/bad/\(name)", 0)
    let report = try await folder.build(keepsGoing: true)
    #expect(report.errors.contains { $0.hasPrefix("content/cases/bad/\(name)") })
  }

  @Test func deepYAML() async throws {
    let block = (0..<1_000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(try await build(["case.yaml": "title: T\n" + block]).errors.contains { $0.hasSuffix("nested-too-deeply") })
    let flow = "title: T\nkeywords: " + String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000) + "\n"
    #expect(try await build(["case.yaml": flow]).errors.contains { $0.hasSuffix("nested-too-deeply") })
  }

  @Test func aliasBombs() async throws {
    let levels = (1...30).map { "  a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]" }.joined(separator: "\n")
    let result = try await build(["case.yaml": "title: T\nkeywords:\n  a0: &a0 [x, x]\n\(levels)\n"])
    #expect(result.errors.contains { $0.hasPrefix("content/cases/bad/case.yaml:") })
  }

  @Test func filesThatAreTooLarge() async throws {
    let result = try await build(["case.yaml": [UInt8](repeating: 0x61, count: 6_000_000)])
    #expect(result.errors.contains { $0.hasPrefix("content/cases/bad/case.yaml") })
    let comment = Array("title: T\n".utf8) + [UInt8](repeating: 0x23, count: 6_000_000)
    #expect(try await !build(["case.yaml": comment]).errors.isEmpty)
  }

  @Test(arguments: ["case.yaml", "narrative.md", "measurements.csv", "references.bib"])
  func brokenUTF8(name: String) async throws {
    let good = [
      "case.yaml": Self.measured, "narrative.md": Sample.narrative, "measurements.csv": Self.csv,
      "references.bib": "@book{k, author={Demo, C}, title={Feet}, year={2011}}\n",
    ]
    var files = good.mapValues { Array($0.utf8) }
    files[name]?.insert(contentsOf: [0xC3, 0x28, 0xFF], at: 12)
    let result = try await build(files)
    #expect(result.diagnostics.contains { $0.hasPrefix("content/cases/bad/\(name):") }, "\(result.diagnostics)")
  }

  @Test(arguments: [
    "with blanks", "it's \"quoted\"", "two\nlines", "emoji 🦶🏽", "\u{5E8}\u{5D2}\u{5DC}", "a;b&c=<d>", "percent%20", "..hidden",
  ])
  func oddNames(name: String) async throws {
    let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    let yaml = Sample.case("Odd", "figures: [{id: plan, file: \"figures/\(escaped).svg\", kind: diagram, caption: x, alt: A disc}]")
    let result = try await build(["case.yaml": yaml, "figures/\(name).svg": Sample.drawing])
    #expect(result.errors == [])
    #expect(result.folder.outputPaths.contains { $0.hasPrefix("cases/bad/figures/plan.") })
    for (path, bytes) in result.folder.output where path.hasSuffix("html") || path.hasPrefix(".") {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("\(name).svg"), "\(path) names the file")
    }
  }

  @Test(arguments: ["Foot", "a b", "ü", "a\"b", "two\nlines", "🦶", "-foot", "index.html"])
  func foldersThatCannotBeAddresses(name: String) async throws {
    var texts = Sample.library()
    texts["content/cases/\(name)/case.yaml"] = Sample.case("Bad")
    let folder = try TestFolder(texts)
    let report = try await folder.build(keepsGoing: true)
    #expect(report.errors.contains { $0.hasSuffix("invalid-slug") })
    #expect(
      folder.outputPaths.filter { $0.hasPrefix("cases/") && $0.hasSuffix("/index.html") } == ["cases/a/index.html", "cases/b/index.html"])
  }

  @Test func spreadsheetsOfExcel() async throws {
    let text = "\u{FEFF}week;length_cm;width_cm;note\r\n0;3.5;2.0;\"a; b\"\r\n4;1.5;1.0;\r\n;;;\r\n"
    let result = try await build(["case.yaml": Self.measured, "measurements.csv": text])
    #expect(result.errors == [])
    // 3.5 × 2.0 × π/4
    #expect(result.folder.page("cases/bad/index.html").contains("5.5"))
  }

  @Test func decimalCommasAreNamedAndNotGuessed() async throws {
    let result = try await build(["case.yaml": Self.measured, "measurements.csv": "week;length_cm;width_cm\r\n0;3,5;2\r\n4;1;1\r\n"])
    #expect(result.errors == ["content/cases/bad/measurements.csv:2: decimal-comma"])
  }

  /// The limit is for what would never end.
  @Test(.timeLimit(.minutes(20))) func longAndManyThings() async throws {
    let title = (0..<25).map { _ in "progression" }.joined(separator: " ").prefix(250)
    let authors = (1...190).map { "  - {name: {given: Ann\($0), family: Author\($0)}, credentials: [DPM, FACFAS], affiliations: [eh]}\n" }
      .joined()
    let yaml = Sample.case(String(title)).replacing("authors: [\"Jordan Example, DPM\"]", with: "authors:\n\(authors)")
    let header = (1...37).map { "Column \($0)" }
    let table = ([header] + (1...40).map { row in (1...37).map { "\(row * $0)" } }).map { "| " + $0.joined(separator: " | ") + " |" }
    let rule = "|" + String(repeating: " --- |", count: 37)
    let references = (1...800).map {
      "@article{ref\($0), author={Author\($0), A and Other, B}, title={Title \($0)}, journal={Journal of Examples}, year={2001}, volume={\($0)}, pages={1--2}}\n"
    }.joined()
    let cited = (1...800).map { "[@ref\($0)]" }.joined(separator: " ")
    let narrative = "## Case\n\n\(cited)\n\n" + ([table[0], rule] + table.dropFirst()).joined(separator: "\n") + "\n\n: Wide {#tbl-wide}\n"
    let result = try await build(["case.yaml": yaml, "narrative.md": narrative, "references.bib": references])
    #expect(result.errors == [])
    let page = result.folder.page("cases/bad/index.html")
    #expect(page.contains("Author190") && page.contains("Column 37") && page.contains("Title 800") && page.contains(String(title)))
  }

  @Test func linesOfWindows() async throws {
    func windows(_ text: String) -> String { text.replacing("\n", with: "\r\n") }
    let yaml = Sample.case("Case", "wounds: [{id: foot, site: Right foot, area-method: ellipse, measurements: measurements.csv}]")
    let narrative = Sample.narrative + "\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\n```{events}\n```\n"
    let files = ["case.yaml": yaml, "narrative.md": narrative, "measurements.csv": Self.csv]
    let unix = try await build(files)
    let other = try await build(files.mapValues(windows))
    #expect(unix.errors == [] && other.errors == [])
    #expect(differences(unix.folder.output, other.folder.output) == [])
  }

  @Test func aCaseOfOneFile() async throws {
    var texts = Sample.library()
    texts["content/cases/bad/case.yaml"] = "title: Alone\nstatus: published\n"
    let folder = try TestFolder(texts)
    let report = try await folder.build(keepsGoing: true)
    #expect(report.diagnostics.contains { $0.rule == "missing-file" && $0.location?.file == "content/cases/bad" })
    if report.errors.isEmpty { #expect(folder.page("cases/bad/index.html").contains("Alone")) }
  }

  @Test func hostileTextStaysText() async throws {
    let attack = "<script>alert(1)</script>"
    let yaml = Sample.case(
      "\"\(attack)\"",
      """
      keywords: ["\(attack)", "\\" onmouseover=\\"x"]
      topics: ["../../\(attack)"]
      outcome: "\(attack)"
      figures: [{id: one, site: "\(attack)", week: 0, caption: "\(attack) [x](javascript:alert(1))", alt: "\\"><img src=x onerror=alert(1)>"}]
      """)
    let result = try await build([
      "case.yaml": yaml, "narrative.md": "## \(attack)\n\n\(attack) [y](JaVaScRiPt:alert(1)) ![](data:text/html,x)\n",
    ])
    for (path, bytes) in result.folder.output where path.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains(attack) && !text.contains("<img src=x") && !text.lowercased().contains("href=\"javascript"), "\(path)")
    }
    #expect(!result.folder.outputPaths.contains { $0.contains("..") || $0.contains("<") })
  }

  @Test func aBrokenSiteFileIsReportedAndNothingIsPublished() async throws {
    for text in [
      "title: [", "- a\n- b\n", "titel: x\n", "style: no-such-style\n", "url: not an address\n", "navigation: [pages/none.md]\n",
    ] {
      let folder = try TestFolder(Sample.library(["content/site.yaml": text]))
      let report = try await folder.build(keepsGoing: true)
      #expect(report.errors.contains { $0.hasPrefix("content/site.yaml:") }, "\(text): \(report.diagnostics.map(\.words))")
      #expect(folder.output.isEmpty)
    }
  }

  @Test func aBrokenTemplateIsReportedAndNothingIsPublished() async throws {
    for text in ["{{#open}}", "{{unknownName}}", "{{> nowhere}}"] {
      let folder = try TestFolder(Sample.library(["templates/library.html": text]))
      let report = try await folder.build()
      #expect(report.errors.contains { $0.hasPrefix("templates/library.html:1") }, "\(text): \(report.diagnostics.map(\.words))")
      #expect(folder.output.isEmpty)
    }
  }
}
