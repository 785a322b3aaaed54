import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, wherever and however it is built.
struct DeterminismTests {
  private func sample(at stem: String) throws -> TestFolder {
    let folder = try TestFolder(named: stem)
    for name in ["content", "templates"] { try folder.copy("\(packageRoot)/\(name)", to: "site/\(name)") }
    return folder
  }

  @Test func theSampleIsTheSameInAnotherPlaceAndTimeZone() throws {
    let one = try sample(at: "one")
    let two = try sample(at: "a much longer path, with blanks")
    let first = try casebook(
      "build", "--site", one.path + "/site", "-j", "1", environment: ["TZ": "Pacific/Auckland", "LANG": "C", "HOME": "/root"])
    let second = try casebook(
      "build", "-o", two.path + "/public", "-j", "8", in: two.path + "/site",
      environment: ["TZ": "America/Los_Angeles", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "0", "HOME": "/tmp"])
    #expect(first.status == second.status && first.errors == second.errors)
    let (a, b) = (one.files(in: "site/output"), two.files(in: "public"))
    #expect(a.count > 20)
    #expect(differing(a, b) == [])
    // From the cache, with other jobs.
    try casebook("build", "--site", one.path + "/site", "-o", one.path + "/again", "-j", "2")
    #expect(differing(a, one.files(in: "again")) == [])
  }
}
