import Glibc
import Hashing
import TestSupport
import Testing

@testable import Files

@Suite struct WritableFolderTests {
  let folder = TemporaryFolder()
  var writable: WritableFolder { WritableFolder(folder.path) }

  @Test func createsFilesOnceWithTheirFolders() throws {
    try writable.create("a/b/c.txt", Array("one".utf8))
    #expect(throws: FileProblem("a/b/c.txt", .exists)) { try writable.create("a/b/c.txt", []) }
    #expect(folder.tree() == ["a/", "a/b/", "a/b/c.txt"])
    #expect(try writable.read("a/b/c.txt", limit: 10) == Array("one".utf8))
    #expect(try writable.readStart(of: "a/b/c.txt", count: 2) == Array("on".utf8))
  }

  @Test func replacesWholeFilesAndLeavesNoTemporaryOnes() throws {
    try writable.replace("x/a", with: Array("old".utf8))
    try writable.replace("x/a", with: Array("new".utf8), flush: true)
    #expect(folder.read("x/a") == "new" && folder.tree() == ["x/", "x/a"])
    folder.folder("x/folder/full")
    #expect(throws: FileProblem.self) { try writable.replace("x/folder", with: []) }
    #expect(folder.tree() == ["x/", "x/a", "x/folder/", "x/folder/full/"])
  }

  @Test func doesNotFollowALinkWhenItReadsOrCreates() throws {
    let other = TemporaryFolder()
    other.write("secret", "s")
    folder.link("link", to: other.path + "/secret")
    folder.link("new", to: other.path + "/new")
    #expect(throws: FileProblem.self) { try writable.read("link", limit: 9) }
    #expect(throws: FileProblem.self) { try writable.create("new", [1]) }
    #expect(other.tree() == ["secret"] && writable.status(of: "link")?.kind == .link)
  }

  @Test func removesTreesButNotWhatLinksLeadTo() throws {
    let other = TemporaryFolder()
    other.write("kept", "k")
    folder.write("tree/a/b", "x")
    folder.link("tree/link", to: other.path)
    folder.write("beside", "y")
    try writable.removeTree("tree")
    try writable.removeTree("tree")
    #expect(folder.tree() == ["beside"] && other.tree() == ["kept"])
    try writable.remove("none")
    #expect(!writable.removeIfEmpty("beside"))
  }

  @Test func saysThatTheDiskIsFull() throws {
    let full = WritableFolder("/dev")
    guard full.status(of: "full") != nil else { return }
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    #expect(write(descriptor, "x", 1) == -1 && errno == ENOSPC)
    #expect(FileProblem("a", errno: ENOSPC).summary == "\"a\" could not be written: the disk is full")
  }

  @Test func oneLockAtATime() throws {
    var first = try FolderLock(writable)
    #expect(first != nil)
    #expect(try FolderLock(writable) == nil)
    first = nil
    #expect(try FolderLock(writable) != nil)
  }

  @Test(arguments: ["a", "cases/foot/index.html", ".nojekyll", "a/.well-known/x", "é/…", "...", "a b\""])
  func outputPaths(path: String) throws { try checkOutputPath(path) }

  @Test(arguments: ["", "/a", "a/", "a//b", ".", "..", "a/..", "../a", "a/./b", "a\nb", "a\0", "a\\b", ".casebook-manifest.json"])
  func refusedOutputPaths(path: String) { #expect(throws: FileProblem.self) { try checkOutputPath(path) } }

  @Test func stagesOnlyWhatChanged() throws {
    folder.write("output/same", "same")
    folder.write("output/cut", "sam")
    let hash = ContentHash(of: "same")
    try writable.makeFolder("staging")
    let staging = Staging(
      files: writable.folder("staging"), output: writable.folder("output"),
      published: ["same": hash, "cut": hash, "gone": hash, "old": hash])
    let changed = try ["same", "cut", "gone", "new"].map { try staging.stage($0, Array("same".utf8)).isChanged }
    #expect(changed == [false, true, true, true])
    #expect(try staging.stage("old", Array("other".utf8)).isChanged)
    #expect(throws: FileProblem.self) { try staging.stage("new", []) }
  }
}
