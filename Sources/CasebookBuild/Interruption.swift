package import CasebookPublisher
internal import Glibc
internal import Synchronization

/// Lets a build be stopped from another thread: what it staged is removed, and the last good site stays.
package final class Interruption: Sendable {
  private let publication = Mutex<Publication?>(nil)
  private let cleanups = Mutex<[@Sendable () -> Void]>([])

  package init() {}

  /// Undoes the build under way and leaves the program; waits for one that is publishing already.
  package func interrupt(_ leave: () -> Never) -> Never {
    publication.withLock { publication in
      cleanUp()
      // A file that was being written when the others stopped may come after the first removal.
      var times = 0
      for _ in 0..<100 where times < 3 {
        guard let publication else { break }
        times = publication.abandon() ? times + 1 : 0
        usleep(5_000)
      }
      cleanUp()
      leave()
    }
  }

  /// What an interruption does first: it ends what was started and removes what was written.
  func whenInterrupted(_ cleanup: @escaping @Sendable () -> Void) { cleanups.withLock { $0.append(cleanup) } }

  private func cleanUp() { for cleanup in cleanups.withLock({ $0 }) { cleanup() } }

  /// Waits for ever once there is an interruption.
  func pass() { publication.withLock { _ in } }

  func begin(_ publication: Publication) { self.publication.withLock { $0 = publication } }

  func end() { publication.withLock { $0 = nil } }

  /// Publishes; an interruption waits until it is done.
  func publish(_ body: () throws -> Publication.Result) throws -> Publication.Result { try publication.withLock { _ in try body() } }
}
