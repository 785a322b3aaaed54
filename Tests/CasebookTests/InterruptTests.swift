import Foundation
import TestSupport
import Testing

/// A build that is stopped half way leaves the last good site, and nothing else.
struct InterruptTests {
  @Test(arguments: [SIGINT, SIGTERM])
  func aStoppedBuildLeavesTheLastGoodSite(signal: Int32) throws {
    let folder = try TestFolder(["content/site.yaml": Sample.site])
    for number in 0..<150 {
      for (name, text) in Sample.files("case-\(number)", Sample.case("Case \(number)")) { try folder.write(name, text) }
    }
    #expect(try casebook("build", in: folder.path).status == 0)
    let before = folder.files(in: "output")
    for number in 0..<150 { try folder.write("content/cases/case-\(number)/case.yaml", Sample.case("Other \(number)")) }
    let running = try start(casebookPath, ["build", "-j", "1"], in: folder.path)
    // Until it has begun to stage.
    for _ in 0..<500 where !folder.exists("output/.casebook-staging/files/cases") { usleep(10_000) }
    kill(running.id, signal)
    let run = try running.wait()
    #expect(run.status == 128 + signal || run.status == 0)
    if run.status != 0 { #expect(differing(before, folder.files(in: "output")) == []) }
    #expect(try casebook("build", in: folder.path).status == 0)
    #expect(folder.text("output/index.html")?.contains("Other 149") == true)
    #expect(!folder.exists("output/.casebook-staging"))
  }

  @Test func aKilledBuildIsClearedByTheNext() throws {
    let folder = try TestFolder(Sample.library())
    #expect(try casebook("build", in: folder.path).status == 0)
    let before = folder.files(in: "output")
    try folder.write("output/.casebook-staging/files/cases/a/index.html", "half")
    #expect(try casebook("build", in: folder.path).status == 0)
    #expect(differing(before, folder.files(in: "output")) == [])
  }
}
