import Glibc
import TestSupport
import Testing

@testable import Files

@Suite struct SourceFilesTests {
  let folder = TemporaryFolder()

  private func problem(_ path: String, limit: Int = 1_000_000) throws -> FileProblem? {
    var files = try SourceFiles(root: folder.path)
    do {
      _ = try files.read(path, limit: limit)
      return nil
    } catch { return error }
  }

  @Test func readsAFileAndNotesIt() throws {
    folder.write("content/a b \"c\"\n😀.txt", "hello")
    folder.write("empty", "")
    var files = try SourceFiles(root: folder.path)
    #expect(try files.read("content/a b \"c\"\n😀.txt", limit: 5) == Array("hello".utf8))
    #expect(try files.read("empty", limit: 0).isEmpty)
    #expect(throws: FileProblem.self) { try files.read("absent", limit: 9) }
    #expect(files.reads.map(\.path) == ["content/a b \"c\"\n😀.txt", "empty", "absent"])
    #expect(files.reads[0].stamp?.size == 5 && files.reads[2].answer == nil)
    #expect(files.withoutReads().reads.isEmpty)
  }

  @Test func readsAFileLargerThanOneChunk() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    folder.write("large", bytes)
    var files = try SourceFiles(root: folder.path)
    #expect(try files.read("large", limit: 300_000) == bytes)
    #expect(try problem("large", limit: 299_999)?.kind == .tooLarge)
  }

  @Test func readsAFileWhoseSizeTheSystemDoesNotKnow() throws {
    var files = try SourceFiles(root: "/proc/self")
    #expect(try files.read("status", limit: 100_000).starts(with: "Name:".utf8))
    #expect(throws: FileProblem.self) { try files.read("status", limit: 10) }
  }

  @Test(arguments: ["../x", "/etc/passwd", "a/../../x", "link", "links/in/passwd", "a\0b"])
  func refusesWhatLiesOutside(path: String) throws {
    folder.folder("a")
    folder.folder("links")
    folder.link("link", to: "/etc/passwd")
    folder.link("links/in", to: "/etc")
    #expect([.outside, .badName].contains(try problem(path)?.kind))
  }

  @Test func refusesASiblingWhoseNameBeginsLikeTheRoot() throws {
    folder.write("site/a", "in")
    folder.write("site-private/b", "out")
    folder.link("site/link", to: "../site-private/b")
    var files = try SourceFiles(root: folder.path + "/site")
    #expect(throws: FileProblem("link", .outside)) { try files.read("link", limit: 9) }
  }

  @Test func followsLinksThatStayInside() throws {
    folder.write("a/b", "text")
    folder.link("c", to: "a/b")
    var files = try SourceFiles(root: folder.path)
    #expect(try files.read("c", limit: 9) == Array("text".utf8))
    #expect(try files.read("a/../a/./b", limit: 9) == Array("text".utf8))
  }

  @Test func refusesWhatIsNotAFileAndDoesNotWait() throws {
    folder.folder("folder")
    mkfifo(folder.path + "/pipe", 0o644)
    folder.link("loop", to: "loop")
    #expect(try problem("folder")?.summary == "\"folder\" is a folder, not a file")
    #expect(try problem("pipe")?.summary == "\"pipe\" is a named pipe, not a file")
    #expect(try problem("loop") != nil)
    #expect(try problem("absent/x")?.summary == "\"absent/x\" does not exist")
  }

  @Test func listsSortedByBytes() throws {
    for name in ["b", "Z", "a", "é", "😀"] { folder.write(name, "") }
    folder.folder("sub")
    mkfifo(folder.path + "/pipe", 0o644)
    folder.link("to-sub", to: "sub")
    close(open(folder.path + "/bad\u{1}", O_CREAT | O_WRONLY, 0o644))
    var files = try SourceFiles(root: folder.path)
    let found = try files.list("")
    #expect(found.map(\.name) == ["Z", "a", "b", "bad\u{1}", "pipe", "sub", "to-sub", "é", "😀"])
    #expect(found.first { $0.name == "pipe" }?.kind == .other)
    #expect(found.first { $0.name == "to-sub" }?.kind == .folder)
    #expect(throws: FileProblem.self) { try files.list("a") }
    #expect(throws: FileProblem("none", .absent)) { try files.list("none") }
    #expect(files.reads.map(\.question) == [.listing, .listing, .listing])
  }

  @Test func namesThatAreNotUTF8AreMarked() throws {
    let bytes = Array(folder.path.utf8CString.dropLast()) + [47, -1, 97, 0]
    close(open(bytes, O_CREAT | O_WRONLY, 0o644))
    var files = try SourceFiles(root: folder.path)
    #expect(try files.list("") == [FileEntry(name: "\u{FFFD}a", kind: .misnamed)])
  }

  @Test func tellsWhetherAFileExists() throws {
    folder.write("a", "12345")
    folder.folder("sub")
    folder.link("out", to: "/etc/passwd")
    var files = try SourceFiles(root: folder.path)
    #expect(files.exists("a") && !files.exists("sub") && !files.exists("out") && !files.exists("none"))
    #expect(files.size(of: "a") == 5)
    #expect(files.reads.count == 5)
  }

  @Test func aRootMustBeAFolder() throws {
    folder.write("a", "")
    #expect(throws: FileProblem.self) { try SourceFiles(root: folder.path + "/a") }
    #expect(throws: FileProblem.self) { try SourceFiles(root: folder.path + "/none") }
  }
}
