import Glibc
import Processes
import Testing

struct ChildTests {
  private func failure(_ program: String, _ arguments: [String], _ limits: ChildLimits = ChildLimits()) -> ChildFailure? {
    do throws(ChildFailure) {
      _ = try output(of: program, arguments, input: Array("input".utf8), limits)
      return nil
    } catch { return error }
  }

  @Test func outputIsWhatTheProgramWrites() throws {
    #expect(try output(of: "/bin/cat", [], input: Array("a\0b".utf8), ChildLimits()) == Array("a\0b".utf8))
    let large = [UInt8](repeating: 7, count: 3_000_000)
    #expect(try output(of: "/bin/cat", [], input: large, ChildLimits()) == large)
  }

  @Test func limitsHold() {
    #expect(failure("/nowhere/at/all", []) == .notInstalled)
    #expect(failure("/bin/sh", ["-c", "echo no good >&2; exit 3"]) == .failed("no good"))
    #expect(failure("/bin/sh", ["-c", "while :; do :; done"], ChildLimits(seconds: 1)) == .tookTooLong)
    #expect(failure("/bin/sleep", ["9"], ChildLimits(patience: 1)) == .tookTooLong)
    #expect(failure("/bin/cat", ["/dev/zero"], ChildLimits(output: 1_000_000)) == .wroteTooMuch)
    // A variable that doubles until the memory ends.
    #expect(failure("/bin/sh", ["-c", "a=x; while :; do a=$a$a; done"], ChildLimits(seconds: 5, memory: 50_000)) != nil)
  }

  @Test func nothingOfOurEnvironmentIsPassedOn() throws {
    setenv("CASEBOOK_TEST_SECRET", "1", 1)
    let words = String(decoding: try output(of: "/usr/bin/env", [], input: [], ChildLimits()), as: UTF8.self)
    #expect(!words.contains("SECRET") && words.contains("LC_ALL=C"))
  }
}
