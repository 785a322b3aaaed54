import Glibc

/// A folder that Casebook may write to: the output, the staging, the cache.
///
/// Names are relative to it, with `/` between their parts; missing folders are made on the way. A value holds no open file.
package struct WritableFolder: Hashable, Sendable {
  package let path: String

  package init(_ path: String) { self.path = path.isEmpty ? "." : path }

  /// What lies at a name, links not followed; nil where there is nothing.
  package struct Status: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable { case file, folder, link, other }

    package var kind: Kind
    /// In bytes.
    package var size: Int
  }

  /// The folder `name` within this one.
  package func folder(_ name: String) -> WritableFolder { WritableFolder(full(name)) }

  package func status(of name: String) -> Status? {
    var status = stat()
    guard lstat(full(name), &status) == 0 else { return nil }
    let kind: Status.Kind = status.isFile ? .file : status.isFolder ? .folder : status.isLink ? .link : .other
    return Status(kind: kind, size: Int(status.st_size))
  }

  /// Where a link leads.
  package func target(of name: String) throws(FileProblem) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(full(name), &buffer, buffer.count)
    guard count > 0 else { throw FileProblem(name, errno: errno) }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Writes a new file; that there is none yet is part of the deal.
  package func create(_ name: String, _ bytes: [UInt8]) throws(FileProblem) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let full = full(name)
    var descriptor = open(full, flags, 0o644)
    if descriptor < 0, errno == ENOENT {
      try makeParents(of: name)
      descriptor = open(full, flags, 0o644)
    }
    guard descriptor >= 0 else { throw FileProblem(name, errno: errno) }
    let number = writeAll(bytes, to: descriptor)
    guard close(descriptor) == 0, number == 0 else { throw FileProblem(name, errno: number == 0 ? errno : number) }
  }

  /// Writes a whole file or, if anything fails, leaves the old one as it was.
  ///
  /// With `flush`, the bytes have reached the disk before the name leads to them.
  package func replace(_ name: String, with bytes: [UInt8], flush: Bool = false) throws(FileProblem) {
    try makeParents(of: name)
    var template = Array("\(full(name)).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileProblem(name, errno: errno) }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var number = writeAll(bytes, to: descriptor)
    if number == 0, fchmod(descriptor, 0o644) != 0 { number = errno }
    if number == 0, flush, fsync(descriptor) != 0 { number = errno }
    if close(descriptor) != 0, number == 0 { number = errno }
    if number == 0, rename(template, full(name)) != 0 { number = errno }
    guard number == 0 else {
      unlink(template)
      throw FileProblem(name, errno: number)
    }
  }

  /// The content of a file, which must not be a link.
  package func read(_ name: String, limit: Int) throws(FileProblem) -> [UInt8] {
    let descriptor = try openFile(name)
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileProblem(name, errno: errno) }
    guard status.isFile else { throw FileProblem(name, .notAFile, status.notAFileReason) }
    guard Int(status.st_size) <= limit else { throw FileProblem(name, .tooLarge) }
    do { return try readAll(descriptor, expecting: Int(status.st_size), limit: limit) } catch { throw error.at(name) }
  }

  /// The first `count` bytes of a file, fewer where it is shorter.
  package func readStart(of name: String, count: Int) throws(FileProblem) -> [UInt8] {
    let descriptor = try openFile(name)
    defer { close(descriptor) }
    var number: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let got = Glibc.read(descriptor, buffer.baseAddress, count)
      filled = max(got, 0)
      number = got < 0 ? errno : 0
    }
    guard number == 0 else { throw FileProblem(name, errno: number) }
    return bytes
  }

  private func openFile(_ name: String) throws(FileProblem) -> Int32 {
    let descriptor = open(full(name), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileProblem(name, errno: errno) }
    return descriptor
  }

  /// The names in a folder, sorted by their bytes.
  package func list(_ name: String = "") throws(FileProblem) -> [FileEntry] {
    let descriptor = open(full(name), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(name, errno: errno) }
    do { return try entries(of: descriptor) } catch { throw error.at(name) }
  }

  func full(_ name: String) -> String { name.isEmpty ? path : "\(path)/\(name)" }
}

/// 0, or the error number.
private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
  bytes.withUnsafeBytes { buffer in
    var written = 0
    while written < buffer.count, let start = buffer.baseAddress {
      let count = write(descriptor, start + written, buffer.count - written)
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      written += count
    }
    return 0
  }
}
