import CasebookModel
import CasebookReader
import Testing

/// Nothing that a file holds may crash the reader, and none of it passes in silence.
@Suite struct DamagedInputTests {
  private let base = "content/cases/foot/"

  private func site() throws -> TemporarySite {
    try TemporarySite(Dictionary(uniqueKeysWithValues: WholeCaseTests.files.map { (base + $0, $1) }))
  }

  @Test func aCaseCutShortAtAnyByte() throws {
    let site = try site()
    let bytes = Array(WholeCaseTests.yaml.utf8)
    var files = try site.files()
    for end in bytes.indices {
      try site.write(Array(bytes[..<end]), to: base + "case.yaml")
      files = files.withoutReads()
      _ = CaseReader(site: Site()).read("foot", from: &files)
    }
  }

  @Test(arguments: ["case.yaml", "narrative.md", "measurements.csv"])
  func filesWithFlippedBytes(name: String) throws {
    let site = try site()
    let bytes = Array((WholeCaseTests.files[name] ?? "").utf8)
    var files = try site.files()
    var generator = SeededGenerator(state: 17)
    for _ in 0..<150 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        damaged[Int.random(in: damaged.indices, using: &generator)] = UInt8.random(in: 0...127, using: &generator)
      }
      try site.write(damaged, to: base + name)
      files = files.withoutReads()
      _ = CaseReader(site: Site()).read("foot", from: &files)
    }
  }

  @Test func hugeAndDeepFilesAreRefused() throws {
    let site = try site()
    try site.write([UInt8](repeating: 0x61, count: 6_000_000), to: base + "case.yaml")
    try site.write([UInt8](repeating: 0x3E, count: 20_000), to: base + "narrative.md")
    let problems = try site.readCase().problems
    #expect(problems.contains { $0.contains("is larger than the limit of 5 MB") })
    let deep = (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(try readCase(["case.yaml": "title: T\n" + deep]).problems.contains { $0.contains("nested-too-deeply") })
  }

  @Test func manyAuthorsAndLongTitlesAreRead() throws {
    let authors = (0..<190).map { "  - Author\($0) Example, DPM\n" }.joined()
    let title = String(repeating: "wound ", count: 41) + "healed"
    let result = try readCase(["case.yaml": "title: \(title)\nauthors:\n\(authors)"])
    #expect(result.problems == [])
    #expect(result.case?.authors.count == 190)
  }

  @Test func numbersThatNoIntegerHoldsAreReported() throws {
    let huge = String(repeating: "9", count: 400)
    let lines = try problems(
      inCase:
        "patient: {age: \(huge)}\nposters: [{id: a, size: \(huge)x\(huge)in, columns: \(huge), distance: \(huge)ft}]\nevents: [{week: \(huge), text: x}]"
    )
    #expect(lines.count == 5)
    let table = "week,length_cm,pain\n0,\(huge),\(huge)\n\(huge),1,1\n"
    let wound = "title: T\nwounds: [{id: foot, area-method: ellipse, measurements: measurements.csv}]\n"
    #expect(try readCase(["case.yaml": wound, "measurements.csv": table]).problems.count == 3)
  }
}

/// A linear congruential generator: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
