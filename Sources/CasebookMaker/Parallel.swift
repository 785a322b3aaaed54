import Glibc
internal import Synchronization

/// Does `work` for 0 ..< `count` on `jobs` threads of its own, each taking the next number; returns when all is done.
///
/// Decoding blocks for long, so Swift's few cooperative threads are left alone.
package func inParallel(_ count: Int, jobs: Int, _ work: @escaping @Sendable (Int) -> Void) {
  let numbers = NextNumber(count: count, work: work)
  let threads = (1..<max(2, min(jobs, count) + 1)).dropFirst().compactMap { _ in startThread(numbers) }
  numbers.run()
  for thread in threads { pthread_join(thread, nil) }
}

private final class NextNumber: Sendable {
  private let next = Atomic<Int>(0)
  private let count: Int
  private let work: @Sendable (Int) -> Void

  init(count: Int, work: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.work = work
  }

  func run() {
    while case let number = next.wrappingAdd(1, ordering: .relaxed).oldValue, number < count { work(number) }
  }
}

/// Nil where the system gives no thread; the others then do its share.
private func startThread(_ numbers: NextNumber) -> pthread_t? {
  var thread = pthread_t()
  let argument = Unmanaged.passRetained(numbers)
  let failed = pthread_create(
    &thread, nil,
    { argument in
      if let argument { Unmanaged<NextNumber>.fromOpaque(argument).takeRetainedValue().run() }
      return nil
    }, argument.toOpaque())
  if failed == 0 { return thread }
  argument.release()
  return nil
}
