import Glibc

/// Why a page could not be printed.
package enum BrowserProblem: Error, Hashable, Sendable {
  /// There is no browser at this path.
  case missing(String)
  case cannotStart(String)
  /// The browser ended, or its page did, while it was asked something.
  case lost
  /// The page was not done in time; what was waited for.
  case timedOut(String)
  /// The browser answered with an error.
  case failed(String)
  /// No picture of the page stays within this many bytes.
  case tooLarge(Int)
}

/// A moment of the system's clock that only runs forward.
struct Deadline: Sendable {
  private let milliseconds: Int

  init(seconds: Int) { milliseconds = Self.now + seconds * 1_000 }

  /// 0 when it has passed.
  var remaining: Int32 { Int32(clamping: max(0, milliseconds - Self.now)) }

  private static var now: Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1_000 + now.tv_nsec / 1_000_000
  }
}
