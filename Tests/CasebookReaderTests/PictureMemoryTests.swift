import CasebookModel
import Files
import Foundation
import Hashing
import Images
import Testing

@testable import CasebookReader

struct PictureNotesTests {
  private let key = PictureNotes.key("figures/a.jpg", page: 1)
  private let found = ImageInformation(
    format: .jpeg, width: 4032, height: 3024, orientation: 6, metadata: ["GPS position", "2018-05-10 14:03"], taken: "2018-05-10",
    hash: ContentHash(of: "a"))
  private let second: Int64 = 1_000_000_000

  private func stamp(size: Int = 9, modified: Int64 = 5, changed: Int64 = 10, inode: UInt64 = 3, device: UInt64 = 4) -> FileStamp {
    FileStamp(size: size, modified: modified * second, changed: changed * second, inode: inode, device: device)
  }

  private func written(readAt seconds: Int64) -> PictureNotes {
    var notes = PictureNotes()
    notes.add(found, key, stamp(), readAt: seconds * second)
    return PictureNotes(notes.bytes)
  }

  @Test func anUnchangedFileIsRemembered() {
    var notes = written(readAt: 12)
    #expect(notes.information(key, stamp()) == found && !notes.isChanged)
    #expect(notes.information(PictureNotes.key("figures/a.jpg", page: 2), stamp()) == nil)
  }

  @Test func anyOtherStampIsReadAgain() {
    var notes = written(readAt: 12)
    for other in [stamp(size: 8), stamp(modified: 6), stamp(changed: 11), stamp(inode: 1), stamp(device: 1)] {
      #expect(notes.information(key, other) == nil)
    }
  }

  /// It could have been changed once more in the same tick of the file system's clock.
  @Test func aFileThatWasJustChangedIsReadAgain() {
    var notes = written(readAt: 11)
    #expect(notes.information(key, stamp()) == nil)
  }

  @Test func damageIsForgotten() {
    var notes = PictureNotes()
    notes.add(found, key, stamp(), readAt: 99 * second)
    let good = notes.bytes
    for index in good.indices {
      var bad = good
      bad[index] ^= 1
      var read = PictureNotes(bad)
      #expect(read.information(key, stamp()) == nil)
    }
    for count in 0..<good.count {
      var read = PictureNotes(Array(good.prefix(count)))
      #expect(read.information(key, stamp()) == nil)
    }
  }
}

private let tinyGIF = Array(tinyPicture.utf8)

struct PictureMemoryTests {
  private let yaml = "title: T\nfigures: [{id: a, file: figures/a.gif}, {id: b, file: figures/a.gif}]\n"

  private func read(_ site: TemporarySite, isKept: Bool = true) throws -> (figures: [Figure], reads: [SourceFiles.Read]) {
    var files = try site.files()
    let memory = PictureMemory(folder: WritableFolder(site.root + "/cache"), isKept: isKept)
    let result = CaseReader(site: Site(), pictures: memory).read("foot", from: &files)
    return (result.case?.figures ?? [], files.reads.filter { $0.path.hasSuffix("a.gif") })
  }

  @Test func aPictureIsNotOpenedAgainUntilItChanges() throws {
    let site = try TemporarySite(["content/cases/foot/case.yaml": yaml, "content/cases/foot/narrative.md": "## Case\n"])
    let picture = "content/cases/foot/figures/a.gif"
    try site.write(tinyGIF, to: picture)
    let fresh = try read(site)
    #expect(fresh.figures.allSatisfy { $0.image != nil } && fresh.reads.count == 1)
    // Younger than the doubt: nothing is kept.
    #expect(!FileManager.default.fileExists(atPath: site.root + "/cache"))
    usleep(2_100_000)
    _ = try read(site, isKept: false)
    #expect(!FileManager.default.fileExists(atPath: site.root + "/cache"))
    #expect(try read(site) == fresh)
    let notes = try FileManager.default.subpathsOfDirectory(atPath: site.root + "/cache/headers")
    #expect(notes.count == 1 && !notes[0].contains("foot"))

    // The same bytes for the eye of `stat` but for the time of change, which nobody can set.
    var status = stat()
    stat(site.root + "/" + picture, &status)
    var changed = tinyGIF
    changed[11] ^= 1
    let handle = try #require(FileHandle(forUpdatingAtPath: site.root + "/" + picture))
    try handle.write(contentsOf: Data(changed))
    try handle.close()
    var times = [status.st_atim, status.st_mtim]
    utimensat(AT_FDCWD, site.root + "/" + picture, &times, 0)
    let after = try read(site)
    #expect(after.figures.first?.image?.hash == ContentHash(of: changed) && after.reads.first?.answer == ContentHash(of: changed))
    try FileManager.default.removeItem(atPath: site.root + "/" + picture)
    #expect(try read(site).figures.first?.image == nil)
  }

  /// The note stands in for the file, so that it must not be opened.
  @Test func whatIsRememberedIsNotRead() throws {
    let site = try TemporarySite(["content/cases/foot/case.yaml": yaml, "content/cases/foot/narrative.md": "## Case\n"])
    try site.write(tinyGIF, to: "content/cases/foot/figures/a.gif")
    usleep(2_100_000)
    let first = try read(site)
    let folder = site.root + "/cache/headers"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    let body = text.split(separator: "\n").dropFirst().joined(separator: "\n").replacing(" gif ", with: " png ") + "\n"
    try "casebook-headers 1 \(ContentHash(of: body))\n\(body)".write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    let second = try read(site)
    #expect(second.figures.map(\.image?.format) == [.png, .png] && second.reads == first.reads)
  }
}
