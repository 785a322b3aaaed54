import CasebookModel
import CasebookReader
import Diagnostics
import Testing

@Suite struct SiteReaderTests {
  private func read(_ yaml: String, _ others: [String: String] = [:]) throws -> (site: Site, problems: [String]) {
    let folder = try TemporarySite(others.merging(["content/site.yaml": yaml]) { $1 })
    var files = try folder.files()
    let result = SiteReader.read(from: &files)
    return (result.site, result.diagnostics.map { $0.line(in: "content/") })
  }

  @Test func everyKeyIsRead() throws {
    let yaml = """
      title: Limb Preservation Casebook
      url: https://cases.example.org/library
      department: Department of Podiatric Surgery, Example Health
      description: Cases by our residents and faculty
      language: en
      visibility: public
      license: CC BY 4.0
      dates: year
      date-order: dmy
      ages: five-year
      style: styles/own.csl
      uncited-references: omit
      raw-html: true
      downloads: [measurements, case-data]
      pdf: true
      theme: {brand: "#0B4F6C", accent: "#850", font: Open Sans, logos: [logos/eh.svg]}
      affiliation: {name: Example Health}
      poster: {size: A0, layout: portrait}
      rules: {figure-dpi: warning, laterality: off}
      navigation: [cases, pages/about.md]
      """
    let (site, problems) = try read(
      yaml, ["content/styles/own.csl": "", "content/logos/eh.svg": "", "content/pages/about.md": ""])
    #expect(problems == [])
    #expect(site.url == "https://cases.example.org/library/")
    #expect(site.visibility == .public)
    #expect(site.license == "CC BY 4.0")
    #expect(site.dates == .year)
    #expect(site.dateOrder == .dmy)
    #expect(site.ages == .fiveYear)
    #expect(site.style.value == "styles/own.csl")
    #expect(site.uncitedReferences == .omit)
    #expect(site.allowsRawHTML && site.printsPDF)
    #expect(site.downloads == [.measurements, .caseData])
    #expect(site.theme.brand == "#0b4f6c")
    #expect(site.theme.accent == "#885500")
    #expect(site.theme.logos.map(\.value) == ["content/logos/eh.svg"])
    #expect(site.affiliation?.name == "Example Health")
    #expect(site.poster.size.name == "A0")
    #expect(site.poster.layout == .portrait)
    #expect(site.rules.map(\.severity) == [.warning, nil])
    #expect(site.navigation.map(\.value) == ["cases", "pages/about.md"])
  }

  @Test func withoutAFileAllIsDefault() throws {
    var files = try TemporarySite().files()
    let result = SiteReader.read(from: &files)
    #expect(result.diagnostics.isEmpty)
    #expect(result.site == Site())
    #expect(try read("").site == Site())
    #expect(try read("license: null\nurl:\n").problems == [])
  }

  @Test func whatIsWrongIsReportedAndTheDefaultStays() throws {
    let (site, problems) = try read(
      """
      tilte: x
      url: cases.example.org
      visibility: publc
      theme: {brand: blue, acent: "#000"}
      rules: {figure-dpi: eror}
      navigation: [case, pages/none.md, ../x]
      poster: {id: x}
      downloads: [all]
      """)
    #expect(
      problems == [
        "site.yaml:2:6 wrong-type \"url\" takes an address that begins with https://, not \"cases.example.org\"",
        "site.yaml:3:13 unknown-value \"publc\" is not one of private or public → did you mean \"public\"?",
        "site.yaml:8:13 unknown-value \"downloads\" takes measurements or case-data, not \"all\"",
        "site.yaml:4:16 wrong-type \"brand\" takes a colour such as \"#0b4f6c\", not \"blue\"",
        "site.yaml:4:22 unknown-key \"acent\" is not a key of a theme → did you mean \"accent\"?",
        "site.yaml:7:10 unknown-key \"id\" is not a key of a poster → use one of its keys: size, layout, columns, distance, sections, spans, export",
        "site.yaml:5:21 wrong-type \"figure-dpi\" takes error, warning, info or off, not \"eror\"",
        "site.yaml:6:14 unknown-value \"case\" is nothing to navigate to → did you mean \"cases\"?",
        "site.yaml:6:35 unknown-value \"../x\" is nothing to navigate to → write cases, topics or a page such as pages/about.md",
        "site.yaml:1:1 unknown-key \"tilte\" is not a key of a site → did you mean \"title\"?",
        "site.yaml:6:20 missing-file \"content/pages/none.md\" does not exist → check the spelling; capital and small letters differ",
      ])
    #expect(site.title == "Casebook")
    #expect(site.visibility == .private)
    #expect(site.theme == Theme())
  }

  @Test func stylesAreListed() throws {
    let folder = try TemporarySite(["content/styles/b.csl": "", "content/styles/a.csl": "", "content/styles/x.txt": ""])
    var files = try folder.files()
    #expect(SiteReader.styles(from: &files).paths == ["content/styles/a.csl", "content/styles/b.csl"])
  }
}

/// Colours of themes, at the site and at the case.
@Suite struct ThemeReadingTests {
  @Test(arguments: ["#56b4e9", "#ffffff", "#e69f00"])
  func colorsThatCannotBeReadAreRefusedWithAShadeThatCan(color: String) throws {
    let folder = try TemporarySite(["content/site.yaml": "theme: {brand: \"\(color)\"}"])
    var files = try folder.files()
    let result = SiteReader.read(from: &files)
    let found = try #require(result.diagnostics.first)
    #expect(found.rule == "theme-contrast" && found.severity == .error)
    withExtendedLifetime(folder) {}
    #expect(result.site.theme == Theme())
    let proposed = try #require(found.remedy?.split(separator: "\"").dropFirst().first.flatMap { Color(hexadecimal: String($0)) })
    #expect(proposed.contrast(with: .white) >= Theme.leastContrast)
  }

  @Test func aCaseHasColorsOfItsOwn() throws {
    let (found, problems) = try readCase(["case.yaml": "title: Foot\ntheme: {brand: \"#0072b2\"}", "narrative.md": "Text.\n"])
    #expect(problems == [])
    #expect(found?.theme?.brand == "#0072b2")
    #expect(found?.theme?.accent == Theme().accent)
  }
}
