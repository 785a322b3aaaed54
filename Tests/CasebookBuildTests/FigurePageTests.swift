import TestSupport
import Testing

/// Figures as pages and posters show them.
struct FigurePageTests {
  /// A drawing of so many pixels.
  private func picture(_ width: Int, _ height: Int) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\"><rect width=\"9\" height=\"9\"/></svg>"
  }

  private func build(_ figures: String, pictures: [String: (Int, Int)] = [:]) async throws -> TestFolder {
    let folder = try TestFolder(["content/site.yaml": Sample.site].merging(Sample.files("foot", Sample.case("Foot", figures))) { $1 })
    for (name, size) in pictures { try folder.write("content/cases/foot/\(name)", picture(size.0, size.1)) }
    let report = try await folder.build()
    #expect(report.errors == [])
    return folder
  }

  private let series = """
    figures:
      - {id: a, week: 0, site: Heel, file: a.svg, alt: Heel at first, caption: First, scale: {pixels-per-cm: 100}}
      - {id: b, week: 4, site: Heel, file: b.svg, alt: Heel later, caption: Later, scale: {from: [0, 0], to: [0, 100%], cm: 15}}
      - {id: c, week: 9, site: Heel, file: c.svg, alt: Heel at last, caption: Last, scale: {pixels-per-cm: 50}}
    """
  private let sizes = ["a.svg": (1600, 1200), "b.svg": (1000, 750), "c.svg": (800, 600)]

  private func styles(_ page: String) -> [String] {
    page.split(separator: "frame scaled\" style=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test func aSeriesWithScalesIsShownAtOne() async throws {
    let folder = try await build(series, pictures: sizes)
    // 16 × 12, 20 × 15 and 16 × 12 cm in a frame of 20 × 15 cm, with a bar of 5 cm.
    let small = "--aspect:1.3333;--w:0.8;--v:1.0667;--bar:0.25;--bar-v:0.3333"
    let large = "--aspect:1.3333;--w:1;--v:1.3333;--bar:0.25;--bar-v:0.3333"
    #expect(styles(folder.page("cases/foot/poster.html")) == [small, large, small])
    #expect(Array(styles(folder.page("cases/foot/index.html")).prefix(3)) == [small, large, small])
    #expect(folder.page("cases/foot/index.html").contains("<span>5 cm</span>"))
  }

  @Test func aSeriesThatLacksAScaleIsNotScaled() async throws {
    let page = try await build(series.replacing(", scale: {pixels-per-cm: 100}", with: ""), pictures: sizes).page("cases/foot/index.html")
    #expect(styles(page) == [] && !page.contains("class=\"compare\"") && !page.contains("scale-bar"))
  }

  @Test func twoDatesAtOneScaleCanBeCompared() async throws {
    let page = try await build(series, pictures: sizes).page("cases/foot/index.html")
    let comparison = try #require(page.firstRange(of: "<details class=\"compare\" data-series=\"1\">")).lowerBound
    let stills = page[comparison...].prefix { $0 != "\u{0}" }
    #expect(stills.contains("<b>Week 0 (Figure 1A)</b>") && stills.contains("<b>Week 9 (Figure 1C)</b>"))
    #expect(!stills.contains("Week 4 (Figure 1B)"))
    #expect(page.contains("data-cm=\"16 12\" data-series=\"1\""))
    // One date is nothing to compare.
    let one = series.replacing("week: 4", with: "week: 0").replacing("week: 9", with: "week: 0")
    #expect(try await !build(one, pictures: sizes).page("cases/foot/index.html").contains("class=\"compare\""))
  }

  @Test func aPictureIsALinkAndThePageHasTheViewer() async throws {
    let folder = try await build(series, pictures: sizes)
    let page = folder.page("cases/foot/index.html")
    #expect(page.contains("<a class=\"zoom\" href=\"figures/a."))
    #expect(page.contains("data-figure=\"a\" data-when=\"Week 0\" data-where=\"Heel\""))
    let script = try #require(folder.outputPaths.first { $0.hasPrefix("assets/viewer.") })
    #expect(page.contains("<script src=\"../../\(script)\" defer></script>"))
    #expect(!page.contains("onclick") && !page.contains("javascript:"))
    #expect(!folder.page("cases/foot/poster.html").contains("class=\"zoom\""))
  }

  @Test func aPageWithoutPicturesHasNoViewer() async throws {
    let page = try await build("figures:\n  - {id: a, week: 0, site: Heel, caption: First}").page("cases/foot/index.html")
    #expect(!page.contains("<script") && !page.contains("class=\"zoom\""))
    #expect(page.contains("Photograph not available"))
  }

  @Test func placeholdersNameTheirKind() async throws {
    let page = try await build(
      "figures:\n  - {id: a, week: 0, site: Heel, kind: radiograph}\n  - {id: b, week: 0, site: Heel, kind: ct}\n  - {id: c, week: 0, site: Heel}"
    ).page("cases/foot/index.html")
    for words in ["Radiograph not available", "CT not available", "Photograph not available"] { #expect(page.contains(words)) }
    #expect(!page.contains("cover-switch"), "a placeholder hides nothing")
  }

  @Test func sensitivePicturesAreCoveredOnPageAndIndexAndNotOnPosters() async throws {
    let folder = try await build(series, pictures: sizes)
    let page = folder.page("cases/foot/index.html")
    #expect(page.contains("class=\"cover-all-label\">Show all 3 photographs</label>"))
    #expect(page.contains(">Show photograph<span class=\"hidden\">, Figure 1A: First</span></label><a class=\"zoom\""))
    #expect(folder.page("index.html").contains("cover-switch"))
    #expect(!folder.page("cases/foot/poster.html").contains("cover-switch"))
    let open = try await build(series.replacing("id: ", with: "sensitive: false, id: "), pictures: sizes)
    #expect(!open.page("cases/foot/index.html").contains("cover-") && !open.page("index.html").contains("cover-"))
  }

  @Test func emptyCellsSaySo() async throws {
    let page = try await build(
      "figures:\n  - {id: a, week: 0, site: Heel}\n  - {id: b, week: 4, site: Heel}\n  - {id: c, week: 4, site: Toe}"
    ).page("cases/foot/index.html")
    #expect(page.contains("<td class=\"none\"><span>not photographed</span></td>"))
  }

  @Test func longCaptionsStandBelowInFull() async throws {
    let long = "The ulcer before debridement. " + String(repeating: "It reached from the heel to the arch. ", count: 4)
    let page = try await build(
      "figures:\n  - {id: a, week: 0, site: Heel, caption: \"\(long)\"}\n  - {id: b, week: 4, site: Heel, caption: Later}"
    )
    .page("cases/foot/index.html")
    #expect(page.contains("<figcaption><b>1A</b> The ulcer before debridement</figcaption>"))
    #expect(page.contains("<li data-figure=\"a\"><b>1A</b> The ulcer before debridement. It reached"))
    #expect(!page.contains("<li data-figure=\"b\">"))
  }

  @Test func theAxisSaysWhatItDoesNotShow() async throws {
    let page = try await build("figures:\n" + [0, 1, 20].map { "  - {id: w\($0), week: \($0), site: Heel}\n" }.joined()).page(
      "cases/foot/index.html")
    #expect(page.contains("<span class=\"gap\"><span>7 days<span class=\"hidden\"> to the next</span></span></span>"))
    #expect(page.contains("<span class=\"gap broken\"><span>133 days<"))
  }

  @Test func aTimelineHasTheCaptionThatItsAuthorGivesIt() async throws {
    let figures = "figures:\n  - {id: a, week: 0, site: Heel}\n  - {id: b, week: 4, site: Heel}\n  - {id: c, kind: diagram}"
    let narrative =
      Sample.narrative
      + "```{timeline}\nfigures: [a, b]\ncaption: The *heel*\nid: fig-course\n```\n\n```{figures}\nfigures: [c]\ncaption: All else\n```\n"
    let folder = try TestFolder(
      ["content/site.yaml": Sample.site].merging(Sample.files("foot", Sample.case("Foot", figures), narrative: narrative)) { $1 })
    #expect(try await folder.build().errors == [])
    for page in ["index", "poster"] {
      let text = folder.page("cases/foot/\(page).html")
      #expect(text.contains("<p class=\"common-caption\"><b>Figure 1.</b> The <em>heel</em></p>"), "\(page)")
      #expect(text.contains("<p class=\"common-caption\"><b>Figure 2.</b> All else</p>"), "\(page)")
    }
  }
}
