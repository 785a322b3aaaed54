import Foundation
import TestSupport
import Testing

/// A small whole site, file by file as it was looked at. `RECORD=1 swift test --filter GoldenTests` writes what comes out today.
struct GoldenTests {
  private let golden = packageRoot + "/Tests/CasebookBuildTests/Golden"

  @Test func theSmallSiteIsAsItWas() async throws {
    let folder = try TestFolder()
    try folder.copy(golden + "/site", to: "site")
    let site = try TestFolder()
    for name in ["content", "templates"] { try site.copy("\(folder.path)/site/\(name)", to: name) }
    let report = try await site.build()
    #expect(report.errors.allSatisfy { $0.hasPrefix("content/cases/sketch/") }, "only the draft has errors")
    #expect(report.isComplete)
    // The fonts are in the manifest by their hashes.
    let made = site.output.filter { !$0.key.hasSuffix(".ttf") }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" { try record(made) }
    let expected = filesOfFolder(golden + "/expected")
    for path in Set(made.keys).union(expected.keys).sorted() {
      let (now, then) = (made[path], expected[path])
      let isSame = now == then
      #expect(isSame, "\(path): \(firstDifference(then, now)); RECORD=1 accepts it")
    }
  }

  private func record(_ files: [String: [UInt8]]) throws {
    let expected = golden + "/expected"
    if FileManager.default.fileExists(atPath: expected) { try FileManager.default.removeItem(atPath: expected) }
    for (path, bytes) in files {
      let file = URL(filePath: "\(expected)/\(path)")
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
  }

  /// "line 3: <p>old</p> is now <p>new</p>"
  private func firstDifference(_ old: [UInt8]?, _ new: [UInt8]?) -> String {
    guard let old else { return "is new" }
    guard let new else { return "is no longer made" }
    func lines(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    let (a, b) = (lines(old), lines(new))
    let line = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
    func shown(_ lines: [String]) -> String {
      guard line < lines.count else { return "the end" }
      let other = zip(a.indices.contains(line) ? a[line] : "", b.indices.contains(line) ? b[line] : "").prefix { $0 == $1 }.count
      return "…" + lines[line].dropFirst(max(0, other - 30)).prefix(120)
    }
    return "line \(line + 1): \(shown(a)) is now \(shown(b))"
  }
}
