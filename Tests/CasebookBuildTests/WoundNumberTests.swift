import TestSupport
import Testing

/// One number is the same wherever it is printed; a case without measurements prints none.
struct WoundNumberTests {
  @Test func aPercentageIsTheSameEverywhere() async throws {
    let yaml = Sample.case("A foot", "wounds: [{id: foot, label: Heel ulcer, area-method: ellipse}]")
    var files = ["content/site.yaml": Sample.site + "downloads: [case-data]\n"]
    files.merge(Sample.files("foot", yaml)) { $1 }
    files["content/cases/foot/measurements.csv"] = "week,length_cm,width_cm\n0,3.2,2.4\n4,2.0,1.5\n"
    files["content/cases/foot/narrative.md"] = "## Case\n\nSmaller by `{reduction week 4}`, at last `{area last}`.\n"
    let folder = try TestFolder(files)
    #expect(try await folder.build().errors == [])
    let page = folder.page("cases/foot/index.html")
    #expect(page.contains("Smaller by 60.9%, at last 2.4\u{A0}cm²."))
    #expect(page.contains("<td>60.9</td>"))
    #expect(page.contains("6.0 cm² at week 0, 2.4 cm² at week 4; area reduction 60.9%"))
    #expect(folder.page("cases/foot/poster.html").contains("<td>60.9</td>"))
    #expect(folder.page("cases/foot/case-data.json").contains("\"areaReductionPercent\": \"60.9\""))
    #expect(folder.page("index.html").contains("6.0 to 2.4 cm², 4 weeks"))
  }

  @Test func theSampleWithoutMeasurementsShowsNoNumber() async throws {
    let folder = try TestFolder()
    for name in ["content", "templates"] { try folder.copy("\(packageRoot)/\(name)", to: name) }
    #expect(try await folder.build(only: ["calcinosis-cutis"]).errors == [])
    for file in ["index.html", "poster.html"] {
      let page = folder.page("cases/calcinosis-cutis/\(file)")
      #expect(page.contains("Calcinosis") || page.contains("calcinosis"))
      for word in ["class=\"wound-table", "class=\"wound-chart", "wound-sparkline", "cm²", "Area reduction"] {
        #expect(!page.contains(word), "\(file): \(word)")
      }
    }
  }
}
