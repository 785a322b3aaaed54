import TestSupport
import Testing

/// The files with data that case pages offer, by the site's leave and the date policy.
struct DownloadTests {
  private static let yaml = Sample.case(
    "A foot",
    """
    timeline: {day-0: 1987-09-13}
    patient: {age: 93, sex: male}
    events:
      - {date: 1987-09-27, until: 1987-10-11, kind: procedure, text: Cast}
    wounds: [{id: foot, site: Right foot, area-method: ellipse, measurements: sizes.csv}]
    """
  ).replacing("{status: not-required}", with: "{status: obtained, covers: [text], note: Form in drawer 17}")

  private static let csv = """
    date,length_cm,width_cm,undermining_cm,undermining_clock,exudate,exudate_type,moment,closed,note
    1987-09-13,3.20,2.4,0.5,9-2,moderate,serous,seen by Quux,,brother Xavier
    1987-09-27,2.0,1.5,0.3,call 555-0100,"=HYPERLINK(""http://x"",""y"")",@SUM(A1),,,
    1987-10-11,0,0,,,none,,,yes,
    """

  private func library(_ site: String, csv: String = Self.csv) throws -> TestFolder {
    var files = ["content/site.yaml": Sample.site + site]
    files.merge(Sample.files("foot", Self.yaml)) { $1 }
    files["content/cases/foot/sizes.csv"] = csv
    return try TestFolder(files)
  }

  @Test func nothingIsOfferedWithoutTheSitesLeave() async throws {
    let folder = try library("")
    #expect(try await folder.build().errors == [])
    #expect(!folder.outputPaths.contains { $0.hasSuffix(".csv") || $0.contains("case-data") })
    #expect(!folder.page("cases/foot/index.html").contains("measurements.csv"))
  }

  @Test func measurementsHaveTheListedFieldsAndNoDate() async throws {
    let folder = try library("downloads: [measurements]\n")
    #expect(try await folder.build().errors == [])
    #expect(folder.page("cases/foot/index.html").contains("href=\"measurements.csv\" download"))
    #expect(!folder.outputPaths.contains("output/cases/foot/case-data.json"))
    let rows = folder.page("cases/foot/measurements.csv").split(separator: "\r\n").map(String.init)
    #expect(
      rows == [
        "wound,week,length_cm,width_cm,undermining_cm,undermining_clock,exudate,exudate_type,closed",
        "foot,0,3.2,2.4,0.5,9-2,moderate,serous,",
        "foot,2,2,1.5,0.3,,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",\"'@SUM(A1)\",",
        "foot,4,0,0,,,none,,yes",
      ])
  }

  @Test func datesArePublishedOnlyByTheCalendarPolicy() async throws {
    let folder = try library("downloads: [measurements, case-data]\ndates: calendar\n")
    #expect(try await folder.build().errors == [])
    #expect(folder.page("cases/foot/measurements.csv").contains("foot,1987-09-27,2,"))
    #expect(folder.page("cases/foot/case-data.json").contains("\"date\": \"1987-09-27\""))
  }

  @Test func caseDataHasWhatThePageShows() async throws {
    let folder = try library("downloads: [case-data]\n")
    #expect(try await folder.build().errors == [])
    let json = folder.page("cases/foot/case-data.json")
    for text in ["\"casebook-case-data/1\"", "90 or older", "Week 2–4", "\"areaReductionPercent\": \"60.9\"", "\"state\": \"closed\""] {
      #expect(json.contains(text), "\(text)")
    }
    for secret in ["93", "1987", "Xavier", "Quux", "drawer", "555", "sizes.csv", "consent"] { #expect(!json.contains(secret), "\(secret)") }
  }

  @Test func whatIsDownloadedReadsAgainAsTheSameSeries() async throws {
    let folder = try library("downloads: [measurements]\n")
    #expect(try await folder.build().errors == [])
    let first = folder.page("cases/foot/index.html")
    let again = try library("downloads: [measurements]\n", csv: folder.page("cases/foot/measurements.csv"))
    #expect(try again.replace("timeline: {day-0: 1987-09-13}\n", with: "", in: "content/cases/foot/case.yaml"))
    #expect(try again.replace("date: 1987-09-27, until: 1987-10-11", with: "week: 2, until: 4", in: "content/cases/foot/case.yaml"))
    #expect(try await again.build().errors == [])
    func chart(_ page: String) -> Substring? {
      page.range(of: "<svg class=\"wound-chart-wide\"").map { page[$0.lowerBound...].prefix(4_000) }
    }
    #expect(chart(first) != nil)
    #expect(chart(again.page("cases/foot/index.html")) == chart(first))
  }

  @Test func aWithdrawnCaseOffersNothing() async throws {
    let folder = try library("downloads: [measurements, case-data]\n")
    #expect(try folder.replace("status: published", with: "status: withdrawn", in: "content/cases/foot/case.yaml"))
    _ = try await folder.build()
    #expect(!folder.outputPaths.contains { $0.hasSuffix(".csv") || $0.contains("case-data") })
  }
}
