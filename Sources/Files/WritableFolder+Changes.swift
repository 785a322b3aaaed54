import Glibc

extension WritableFolder {
  /// Makes the folder `name` ("" is this one) and those above it; one that is there already is kept.
  package func makeFolder(_ name: String = "", mode: UInt32 = 0o755) throws(FileProblem) {
    let full = full(name)
    if mkdir(full, mode) == 0 { return }
    var number = errno
    if number == ENOENT, let slash = full.utf8.lastIndex(of: UInt8(ascii: "/")), slash != full.startIndex {
      do { try WritableFolder(String(full[..<slash])).makeFolder() } catch { throw error.at(name) }
      if mkdir(full, mode) == 0 { return }
      number = errno
    }
    guard number == EEXIST, isFolder(full) else {
      throw FileProblem(name.isEmpty ? path : name, errno: number == EEXIST ? ENOTDIR : number)
    }
  }

  /// Makes the folders above `name`, but never this one: when it has vanished, nothing may be written as if it were there.
  func makeParents(of name: String) throws(FileProblem) {
    var end = name.utf8.startIndex
    while let slash = name.utf8[end...].firstIndex(of: UInt8(ascii: "/")) {
      let folder = full(String(name[..<slash]))
      guard mkdir(folder, 0o755) == 0 || (errno == EEXIST && isFolder(folder)) else {
        throw FileProblem(name, errno: errno == EEXIST ? ENOTDIR : errno)
      }
      end = name.utf8.index(after: slash)
    }
  }

  /// Removes a file; that it is gone already, or that a folder has taken its name, is no problem.
  package func remove(_ name: String) throws(FileProblem) {
    guard unlink(full(name)) != 0, errno != ENOENT, errno != ENOTDIR, errno != EISDIR else { return }
    throw FileProblem(name, errno: errno)
  }

  /// Removes a folder when nothing is in it; says whether it is gone.
  @discardableResult
  package func removeIfEmpty(_ name: String) -> Bool { rmdir(full(name)) == 0 }

  /// Removes a folder and all that is in it; links are removed, not followed.
  package func removeTree(_ name: String = "") throws(FileProblem) {
    guard let status = status(of: name) else { return }
    guard status.kind == .folder else { return try remove(name) }
    let parent = open(full(name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard parent >= 0 else { throw FileProblem(name, errno: errno) }
    try emptyFolder(parent, name: name, depth: 0)
    guard rmdir(full(name)) == 0 || errno == ENOENT else { throw FileProblem(name, errno: errno) }
  }

  /// Gives a file or folder of this folder a name in another one on the same file system, replacing a file there.
  package func move(_ name: String, to other: WritableFolder, as new: String) throws(FileProblem) {
    guard rename(full(name), other.full(new)) == 0 else { throw FileProblem(new, errno: errno) }
  }

  /// Waits until everything written to this folder's file system has reached the disk.
  package func flush() throws(FileProblem) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path, errno: errno) }
    defer { close(descriptor) }
    guard let flush = syncfs else { return sync() }
    guard flush(descriptor) == 0 else { throw FileProblem(path, errno: errno) }
  }
}

/// Linux's `syncfs`, which Swift does not import: one call for a whole file system; nil in a C library without it.
private let syncfs: (@convention(c) (Int32) -> Int32)? =
  dlsym(nil, "syncfs").map { unsafeBitCast($0, to: (@convention(c) (Int32) -> Int32).self) }

private func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.isFolder
}

/// Removes everything in an open folder, and closes it.
private func emptyFolder(_ descriptor: Int32, name: String, depth: Int) throws(FileProblem) {
  guard let stream = fdopendir(descriptor) else {
    close(descriptor)
    throw FileProblem(name, errno: errno)
  }
  defer { closedir(stream) }
  guard depth < 200 else { throw FileProblem(name, .failed, "is nested too deep to be removed") }
  while let entry = readdir(stream) {
    let found = nameBytes(entry)
    if found == [0x2E] || found == [0x2E, 0x2E] { continue }
    let cName = found.map { CChar(bitPattern: $0) } + [0]
    if unlinkat(descriptor, cName, 0) == 0 || errno == ENOENT { continue }
    guard errno == EISDIR || errno == EPERM else { throw FileProblem(name, errno: errno) }
    let below = openat(descriptor, cName, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard below >= 0 else { throw FileProblem(name, errno: errno) }
    try emptyFolder(below, name: name, depth: depth + 1)
    guard unlinkat(descriptor, cName, AT_REMOVEDIR) == 0 || errno == ENOENT else { throw FileProblem(name, errno: errno) }
  }
}
