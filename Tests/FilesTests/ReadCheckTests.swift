import Files
import Glibc
import TestSupport
import Testing

/// Earlier questions asked again: the same answer from the same disk, and no other.
struct ReadCheckTests {
  private let folder = TemporaryFolder()

  private func reads(_ ask: (inout SourceFiles) -> Void) throws -> [SourceFiles.Read] {
    var files = try SourceFiles(root: folder.path)
    ask(&files)
    return files.reads
  }

  /// "same", "restamped", "changed" for each.
  private func answers(_ reads: [SourceFiles.Read]) throws -> [String] {
    var check = ReadCheck(try SourceFiles(root: folder.path))
    return reads.map { read in
      switch check.check(read) {
      case .same: "same"
      case .restamped(let new): new.answer == read.answer ? "restamped" : "wrong"
      case .changed: "changed"
      }
    }
  }

  private func all(_ files: inout SourceFiles) {
    _ = try? files.list("a")
    _ = try? files.read("a/text", limit: 100)
    _ = try? files.read("a/absent", limit: 100)
    _ = files.status(of: "a/text")
    _ = files.status(of: "a/absent")
    _ = files.status(of: "a")
  }

  @Test func nothingChanged() throws {
    folder.write("a/text", "text")
    let reads = try reads(all)
    #expect(try answers(reads) == ["same", "same", "same", "same", "same", "same"])
  }

  @Test func whatCameAndWent() throws {
    folder.write("a/text", "text")
    let reads = try reads(all)
    folder.write("a/absent", "now here")
    #expect(try answers(reads) == ["changed", "same", "changed", "same", "changed", "restamped"])
    unlink("\(folder.path)/a/text")
    #expect(try answers(reads)[1] == "changed")
  }

  @Test func anotherContentOfTheSameLength() throws {
    folder.write("a/text", "text")
    let reads = try reads { _ = try? $0.read("a/text", limit: 100) }
    usleep(40_000)
    folder.write("a/text", "tent")
    #expect(try answers(reads) == ["changed"])
    folder.write("a/text", "text")
    #expect(try answers(reads) == ["restamped"])
  }

  @Test func aStampThatIsNotSettledIsNotKept() throws {
    folder.write("a/text", "text")
    var read = try #require(try reads { _ = try? $0.read("a/text", limit: 100) }.first)
    let stamp = try #require(read.stamp)
    #expect(!stamp.isSettled(at: FileStamp.now) || FileStamp.now > stamp.changed + 30_000_000)
    #expect(stamp.isSettled(at: stamp.changed + 10_000_000_000))
    // The clock was set back: the file is from the future.
    #expect(!stamp.isSettled(at: stamp.changed - 3_600_000_000_000))
    read.stamp = stamp.kept(at: stamp.changed)
    #expect(try answers([read]) == ["restamped"])
    read.answer = nil
    #expect(try answers([read]) == ["changed"])
  }

  @Test func linksAreAskedInFull() throws {
    let other = TemporaryFolder()
    folder.write("real/text", "text")
    folder.link("linked", to: "\(folder.path)/real")
    folder.link("file", to: "\(folder.path)/real/text")
    let reads = try reads { files in
      _ = try? files.read("linked/text", limit: 100)
      _ = try? files.read("file", limit: 100)
      _ = try? files.list("")
    }
    #expect(try answers(reads).allSatisfy { $0 == "restamped" })
    // The folder moves out of the site, and a link leads there: the file is the same, but may be read no more.
    let inside = try self.reads { _ = try? $0.read("real/text", limit: 100) }
    #expect(try answers(inside) == ["same"])
    rename("\(folder.path)/real", "\(other.path)/real")
    folder.link("real", to: "\(other.path)/real")
    #expect(try answers(inside) == ["changed"])
  }
}
