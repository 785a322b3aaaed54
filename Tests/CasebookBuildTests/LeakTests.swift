import Foundation
import TestSupport
import Testing

/// What stays in the author's files: names of files, true dates under the relative policy, notes.
struct LeakTests {
  /// Dates that no build number, hash or year could be mistaken for.
  private static let days = ["1987-09-13", "1987-09-27", "1987-10-11", "1987-11-08"]

  private func library(dates: String) throws -> TestFolder {
    let yaml = Sample.case(
      "A foot",
      """
      timeline: {day-0: \(Self.days[0]), dates: \(dates)}
      events:
        - {date: \(Self.days[0]), kind: presentation, text: First visit}
        - {date: \(Self.days[1]), kind: procedure, text: Cast}
        - {date: 1987-08, text: Blister}
      figures:
        - {id: one, file: figures/Smith_John_19870913.svg, kind: diagram, date: \(Self.days[0]), site: Right foot, caption: One, alt: A disc}
        - {id: two, file: "figures/IMG 4711 Smith.svg", kind: diagram, date: \(Self.days[2]), site: Right foot, caption: Two, alt: A disc}
        - {id: three, date: \(Self.days[3]), site: Right foot, caption: Three, alt: A disc}
      wounds: [{id: foot, site: Right foot, area-method: ellipse, measurements: smith-sizes.csv}]
      """
    ).replacing("{status: not-required}", with: "{status: obtained, covers: [text, images, poster, web], note: Form in drawer 17 of Quux}")
    let csv =
      "date,length_cm,width_cm,note\n\(Self.days[0]),3,2,came with his brother Xavier\n\(Self.days[1]),2,1,\n10/11/1987,1,1,Zebedee's visit\n"
    var files = ["content/site.yaml": Sample.site + "date-order: mdy\n"]
    files.merge(Sample.files("foot", yaml)) { $1 }
    files["content/cases/foot/smith-sizes.csv"] = csv
    files["content/cases/foot/smith-labs.csv"] = "Test,Value\nAlbumin,41 g/L\n"
    files["content/cases/foot/narrative.md"] = Sample.narrative + "\n```{table}\nfile: smith-labs.csv\n```\n"
    files["content/cases/foot/references.bib"] = "@book{k, author={Demo, C}, title={Feet}, publisher={P}, year={2011}}\n"
    files["content/cases/foot/figures/Smith_John_19870913.svg"] = Sample.drawing
    files["content/cases/foot/figures/IMG 4711 Smith.svg"] = Sample.drawing
    return try TestFolder(files)
  }

  /// A date as people and programs write it.
  private func forms(of iso: String) -> [String] {
    let parts = iso.split(separator: "-").map(String.init)
    let (year, month, day) = (parts[0], parts[1], parts[2])
    let (shortMonth, shortDay) = (String(Int(month) ?? 0), String(Int(day) ?? 0))
    let names = ["03": "March", "08": "August", "09": "September", "10": "October", "11": "November"]
    let name = names[month] ?? ""
    return [
      iso, "\(year)\(month)\(day)", "\(year)/\(month)/\(day)", "\(month)/\(day)/\(year)", "\(shortMonth)/\(shortDay)/\(year)",
      "\(day)/\(month)/\(year)", "\(shortDay)/\(shortMonth)/\(year)", "\(day).\(month).\(year)", "\(shortDay).\(shortMonth).\(year)",
      "\(month)-\(day)-\(year)", "\(name) \(shortDay)", "\(shortDay) \(name)", "\(name) \(year)", "\(name.prefix(3)) \(shortDay)",
      "\(shortDay) \(name.prefix(3)) ",
    ]
  }

  private func found(_ words: [String], in output: [String: [UInt8]]) -> [String] {
    output.flatMap { path, bytes -> [String] in
      let isBinary = [".ttf", ".jpg", ".webp"].contains { path.hasSuffix($0) }
      let text = (path + "\n" + (isBinary ? "" : String(decoding: bytes, as: UTF8.self))) as NSString
      return words.filter { text.range(of: $0, options: .literal).location != NSNotFound }.map { "\(path): \($0)" }
    }.sorted()
  }

  private let fileNames = [
    "Smith", "smith", "19870913", "IMG", "4711", "sizes.csv", "labs.csv", "references.bib", "narrative.md", "case.yaml", "content/",
    "figures/one.svg",
  ]

  @Test func relativeTimesGiveNoDateAway() async throws {
    let folder = try library(dates: "relative")
    #expect(try await folder.build().errors == [])
    #expect(folder.page("cases/foot/index.html").contains("Week 4"))
    #expect(found(Self.days.flatMap(forms) + ["1987", "1988", "August"], in: folder.output) == [])
    #expect(found(fileNames, in: folder.output) == [])
  }

  @Test func aYearIsNoMoreThanAYear() async throws {
    let folder = try library(dates: "relative")
    try folder.write("content/site.yaml", Sample.site + "date-order: mdy\ndates: year\n")
    #expect(try folder.replace(", dates: relative", with: ", dates: year", in: "content/cases/foot/case.yaml"))
    #expect(try await folder.build().errors == [])
    #expect(folder.page("cases/foot/index.html").contains("1987"))
    #expect(found(Self.days.flatMap(forms), in: folder.output) == [])
  }

  @Test func notesAreNeverPrinted() async throws {
    let folder = try library(dates: "relative")
    try folder.write("content/site.yaml", Sample.site + "date-order: mdy\ndownloads: [measurements, case-data]\n")
    #expect(try await folder.build().errors == [])
    #expect(found(["drawer", "Quux", "Xavier", "Zebedee"], in: folder.output) == [])
    #expect(found(Self.days.flatMap(forms) + ["1987"], in: folder.output) == [])
  }

  @Test func theSampleGivesNothingAway() async throws {
    let folder = try TestFolder()
    for name in ["content", "templates"] { try folder.copy("\(packageRoot)/\(name)", to: name) }
    let report = try await folder.build()
    #expect(report.errors == [])
    let sources = folder.files(in: "content").keys.filter { $0.contains("/figures/") }.compactMap {
      $0.split(separator: "/").last.map(String.init)
    }
    #expect(sources.count > 10)
    #expect(found(sources + sources.map { String($0.prefix { $0 != "." }) }, in: folder.output) == [])
    // Day 0 of the synthetic cases.
    #expect(found(forms(of: "2026-03-02"), in: folder.output) == [])
    for (path, bytes) in folder.output where path.hasSuffix(".jpg") || path.hasSuffix(".webp") {
      for word in ["Exif", "EXIF", "http://ns.adobe.com", "Photoshop"] {
        #expect(Data(bytes).range(of: Data(word.utf8)) == nil, "\(path) has metadata")
      }
    }
  }
}
