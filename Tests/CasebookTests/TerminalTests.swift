import Foundation
import TestSupport
import Testing

/// Colour and progress are for terminals; `script` of util-linux is one.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "needs the program script"))
struct TerminalTests {
  private func onTerminal(_ arguments: String, in folder: TestFolder, _ environment: [String: String] = [:]) throws -> String {
    let command = "\(casebookPath) \(arguments)"
    let run = try start(
      "/usr/bin/script", ["-qec", command, "/dev/null"], in: folder.path, environment: ["TERM": "xterm"].merging(environment) { $1 })
    return try run.wait().output
  }

  @Test func colourIsForTerminalsAndNeverWithNoColor() throws {
    let folder = try TestFolder(Sample.library(["content/cases/a/case.yaml": "titel: x\n"]))
    #expect(try onTerminal("check", in: folder).contains("\u{1B}["))
    #expect(try !onTerminal("check", in: folder, ["NO_COLOR": "1"]).contains("\u{1B}["))
  }

  @Test func progressIsForTerminals() throws {
    let folder = try TestFolder(["content/site.yaml": Sample.site])
    for number in 0..<400 {
      for (name, text) in Sample.files("case-\(number)", Sample.case("Case \(number)")) { try folder.write(name, text) }
    }
    #expect(try onTerminal("build -j 1", in: folder).contains("400 of 400 cases"))
    #expect(try !onTerminal("build --quiet -o quiet", in: folder).contains("of 400 cases"))
    #expect(try !casebook("build", "-o", "other", in: folder.path).errors.contains("of 400 cases"))
    #expect(try casebook("build", "--progress", "-o", "forced", in: folder.path).errors.contains("400 of 400 cases"))
  }
}
