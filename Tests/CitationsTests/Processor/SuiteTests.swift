import Glibc
import Testing

@testable import CSLSuite

/// The open fixtures of the CSL test suite, against the list of those that pass.
@Suite struct SuiteTests {
  @Test(.enabled(if: Shared.exists, "the folder of shared test data is not there"))
  func `exactly the listed fixtures pass`() throws {
    let folder = Shared.folder + "/csl-test-suite/"
    let suite = try Suite(folder: folder + "fixtures", localesFolder: folder + "support/locales")
    let list = try #require(
      Shared.read(
        #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/") + "/csl-suite-passing.txt"))
    let listed = Set(String(decoding: list, as: UTF8.self).split(separator: "\n").map(String.init))
    let passing = Set(suite.passing)
    #expect(listed.subtracting(passing).sorted() == [], "listed, but fails")
    #expect(passing.subtracting(listed).sorted() == [], "passes, but is not listed")
  }

  @Test func `a fixture's sections are read whatever the number of equals signs`() {
    let text =
      "\u{FEFF}>>== MODE ==>>\r\ncitation\r\n<<===== MODE =====<<\nignored\n>>===== CSL =====\n>>=== RESULT ===>>\na\nb\n<<== RESULT ==<<"
    let fixture = Fixture(name: "x", bytes: Array(text.utf8))
    #expect(fixture["MODE"] == "citation")
    #expect(fixture["RESULT"] == "a\nb")
    #expect(fixture["CSL"] == nil)
  }

  @Test func `a fixture without a style fails`() {
    let fixture = Fixture(name: "x", bytes: Array(">>== RESULT ==>>\nx\n<<== RESULT ==<<".utf8))
    #expect(Run(fixture: fixture, locales: { _ in nil }).outcome() == .fails("no RESULT or no CSL section"))
  }
}
