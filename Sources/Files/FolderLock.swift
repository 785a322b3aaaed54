import Glibc

/// Keeps two builds apart: whoever holds it may change the folder. It ends with the last reference, and with the process in any case.
package final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Nil when another process holds the lock and `wait` is not asked for.
  package init?(_ folder: WritableFolder, wait: Bool = false) throws(FileProblem) {
    var descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(folder.path, errno: errno) }
    var number = lock(descriptor, wait: wait)
    if number != 0, number != EWOULDBLOCK {
      // A network's file system may lock only files that are open for writing.
      close(descriptor)
      descriptor = open(folder.full(".casebook-lock"), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
      guard descriptor >= 0 else { throw FileProblem(folder.path, errno: errno) }
      number = lock(descriptor, wait: wait)
    }
    if number == 0 {
      self.descriptor = descriptor
      return
    }
    close(descriptor)
    if number == EWOULDBLOCK { return nil }
    throw FileProblem(folder.path, errno: number)
  }

  deinit {
    // A child process that is just starting holds the descriptor too, until it becomes its program.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}

private func lock(_ descriptor: Int32, wait: Bool) -> Int32 {
  while flock(descriptor, wait ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 { if errno != EINTR { return errno } }
  return 0
}
