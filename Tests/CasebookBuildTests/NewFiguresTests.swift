import CasebookBuild
import Diagnostics
import Files
import Foundation
import TestSupport
import Testing

/// `casebook new figures`: a folder of photographs becomes figures of a case.
struct NewFiguresTests {
  /// A JPEG of one pixel's header with an EXIF block: orientation, artist and a date.
  private func photograph(day: String, orientation: UInt8 = 1, shade: UInt8 = 1) -> [UInt8] {
    let text = Array("\(day.replacing("-", with: ":")) 14:03:00\0".utf8) + Array("J Smith\0".utf8)
    let entries: [[UInt8]] = [
      [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0], [0x32, 1, 2, 0, 20, 0, 0, 0, 50, 0, 0, 0],
      [0x3B, 1, 2, 0, 8, 0, 0, 0, 70, 0, 0, 0],
    ]
    let exif = Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 3, 0] + entries.flatMap { $0 } + [0, 0, 0, 0] + text
    let frame: [UInt8] = [0xFF, 0xC0, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, shade, 2, 0xFF, 0xD9]
    return [0xFF, 0xD8, 0xFF, 0xE1, 0, UInt8(exif.count + 2)] + exif + frame
  }

  private func site(_ figures: String) throws -> TestFolder {
    let folder = try TestFolder(Sample.library(Sample.files("foot", Sample.case("Foot") + figures)))
    try folder.write("camera/IMG_Smith_2.jpg", photograph(day: "2018-06-14", orientation: 4, shade: 2))
    try folder.write("camera/IMG_Smith_1.jpg", photograph(day: "2018-05-10", orientation: 6))
    try folder.write("camera/notes.txt", "text")
    try folder.makeFolder("camera/more")
    return folder
  }

  private func add(_ folder: TestFolder) throws -> NewFigures.Report {
    try NewFigures(slug: "foot", photographs: folder.path + "/camera").add(to: WritableFolder(folder.path))
  }

  private func yaml(_ folder: TestFolder) -> String { folder.text("content/cases/foot/case.yaml") ?? "" }

  private let entries = """
      - id: figure-1
        file: figures/figure-1.jpg
        date: 2018-05-10              # by the camera's clock; or week:, day:, visit:
        site:                         # where on the body, such as Right foot, plantar
        alt:                          # what is to be seen, for those who cannot see it
      - id: figure-2
        file: figures/figure-2.jpg
        date: 2018-06-14              # by the camera's clock; or week:, day:, visit:
        site:                         # where on the body, such as Right foot, plantar
        alt:                          # what is to be seen, for those who cannot see it

    """

  @Test func aFolderIsTakenIn() throws {
    let folder = try site("# the end\n")
    let before = folder.files(in: "camera")
    let old = yaml(folder)
    let report = try add(folder)
    #expect(report.photographs.map(\.file) == ["figures/figure-1.jpg", "figures/figure-2.jpg"])
    #expect(report.photographs.map(\.date) == ["2018-05-10", "2018-06-14"] && report.photographs.map(\.isMirrored) == [false, true])
    #expect(report.photographs.map(\.width) == [30, 40] && report.photographs[0].removed == ["photographer's name", "2018-05-10 14:03"])
    #expect(report.diagnostics.map(\.rule) == ["photograph-not-taken-in", "photograph-not-taken-in"])
    #expect(report.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(yaml(folder) == old.trimmingCharacters(in: .newlines) + "\n\nfigures:\n" + entries)
    // Nothing of the camera's is in the copies; the photographs themselves are as they were.
    for bytes in folder.files(in: "content/cases/foot/figures").values {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Smith") && !String(decoding: bytes, as: UTF8.self).contains("2018"))
    }
    #expect(folder.files(in: "camera") == before)
  }

  @Test func whatIsTakenInIsReadWithoutErrors() throws {
    let folder = try site("")
    _ = try add(folder)
    let rules = try check(root: folder.path, slugs: ["foot"]).filter { $0.severity == .error }.map(\.rule)
    #expect(Set(rules).isSubset(of: ["consent-not-stated", "figure-needs-alt-text", "image-unreadable"]), "\(rules)")
  }

  @Test(arguments: ["figures: []  # none yet\n", "figures:\n", "figures: ~\nkeywords: [a]\n"]) func anEmptyListIsFilled(list: String) throws
  {
    let folder = try site(list)
    let old = yaml(folder)
    #expect(try add(folder).changed == "content/cases/foot/case.yaml")
    #expect(yaml(folder).contains(entries) && yaml(folder).hasPrefix(old.split(separator: "figures:")[0]))
    #expect(list.contains("none yet") == yaml(folder).contains("figures:  # none yet"))
  }

  @Test func otherFiguresAndCommentsStay() throws {
    let list = """
      figures:
      # first visit
      - {id: plan, kind: diagram, caption: "A # plan"}   # drawn
      - id: figure-1
        caption: |
          # no comment
          text

      # what follows
      keywords: [case report]

      """
    let folder = try site(list)
    let old = yaml(folder)
    _ = try add(folder)
    let new = yaml(folder)
    let added = entries.replacing("figure-2", with: "figure-3").replacing("figure-1", with: "figure-2").replacing("\n  ", with: "\n")
    #expect(new.contains("    text\n" + added.dropFirst(2) + "\n# what follows\nkeywords:"), "\(new)")
    #expect(new.replacing(String(added.dropFirst(2)), with: "") == old)
  }

  @Test func aSecondRunAddsNothing() throws {
    let folder = try site("")
    _ = try add(folder)
    let (text, copies) = (yaml(folder), folder.files(in: "content/cases/foot/figures"))
    let again = try add(folder)
    #expect(again.photographs.allSatisfy(\.isKnown) && again.changed == nil)
    #expect(yaml(folder) == text && folder.files(in: "content/cases/foot/figures") == copies)
    // One more photograph, and one whose entry was lost.
    try folder.write("camera/z.jpg", photograph(day: "2018-07-01", shade: 3))
    #expect(try folder.replace("file: figures/figure-1.jpg", with: "kind: diagram", in: "content/cases/foot/case.yaml"))
    let third = try add(folder)
    #expect(third.photographs.map(\.isKnown) == [false, true, false])
    #expect(folder.files(in: "content/cases/foot/figures").keys.sorted() == ["figure-1.jpg", "figure-2.jpg", "figure-3.jpg"])
  }

  @Test func nothingIsOverwritten() throws {
    let folder = try site("")
    try folder.write("content/cases/foot/figures/figure-1.png", "mine")
    let report = try add(folder)
    #expect(report.photographs.map(\.file) == ["figures/figure-2.jpg", "figures/figure-3.jpg"])
    #expect(folder.text("content/cases/foot/figures/figure-1.png") == "mine")
  }

  @Test(arguments: ["figures: [{id: a, kind: diagram}]\n", "figures:\n  [\n  {id: a, kind: diagram}\n  ]\n", "title: [\n"])
  func aListThatCannotBeExtendedIsTold(list: String) throws {
    let folder = try site(list)
    let old = yaml(folder)
    let report = try add(folder)
    #expect(report.diagnostics.contains { $0.severity == .error } && report.photographs.isEmpty)
    #expect(yaml(folder) == old && !folder.exists("content/cases/foot/figures"))
  }

  @Test func windowsLineEndsStay() throws {
    let folder = try site("")
    let text = yaml(folder).replacing("\n", with: "\r\n")
    try folder.write("content/cases/foot/case.yaml", text)
    _ = try add(folder)
    #expect(!yaml(folder).replacing("\r\n", with: "").contains("\n") && yaml(folder).utf8.count > text.utf8.count)
  }

  @Test func wrongPlacesAreRefused() throws {
    let folder = try site("")
    let site = WritableFolder(folder.path)
    #expect(throws: FileProblem.self) { try NewFigures(slug: "none", photographs: folder.path + "/camera").add(to: site) }
    #expect(throws: FileProblem.self) { try NewFigures(slug: "foot", photographs: folder.path + "/nowhere").add(to: site) }
    try folder.makeFolder("content/cases/foot/figures")
    #expect(throws: FileProblem.self) {
      try NewFigures(slug: "foot", photographs: folder.path + "/content/cases/foot/figures").add(to: site)
    }
  }
}
