import Glibc
package import Hashing

/// The site's folder as the stages may read it: nothing outside it, and every question is noted.
///
///     var files = try SourceFiles(root: "/home/riley/library")
///     let bytes = try files.read("content/cases/foot/case.yaml", limit: 10_000_000)
///     files.reads   // [Read(path: "content/cases/foot/case.yaml", question: .content, answer: …)]
///
/// Paths are relative to the root, with `/` between their parts. A value may be copied for each case: copies note for themselves.
package struct SourceFiles: Sendable {
  /// The root as it was given.
  package let root: String
  /// What was asked so far, in order, absent files included.
  package private(set) var reads: [Read] = []
  /// The root without symbolic links, ending in `/`.
  private let realRoot: [UInt8]

  package init(root: String) throws(FileProblem) {
    guard !root.utf8.contains(0) else { throw FileProblem(root, .badName) }
    guard let real = realpath(root.isEmpty ? "." : root, nil) else { throw FileProblem(root, errno: errno) }
    defer { free(real) }
    var status = stat()
    guard stat(real, &status) == 0, status.isFolder else { throw FileProblem(root, .notAFolder) }
    var bytes = Array(String(cString: real).utf8)
    if bytes.last != UInt8(ascii: "/") { bytes.append(UInt8(ascii: "/")) }
    self.root = root
    realRoot = bytes
  }

  /// The folder's own name, links followed: "library".
  package var name: String { String(decoding: realRoot.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self) }

  /// The same folder with nothing noted.
  package func withoutReads() -> SourceFiles {
    var copy = self
    copy.reads = []
    return copy
  }

  /// The whole content of a file of at most `limit` bytes.
  package mutating func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    do {
      let (bytes, stamp) = try content(of: path, limit: limit)
      reads.append(Read(path: path, question: .content, answer: ContentHash(of: bytes), stamp: stamp))
      return bytes
    } catch {
      reads.append(Read(path: path, question: .content, problem: error.kind))
      throw error
    }
  }

  /// What a folder holds, sorted by the names' bytes; "" is the root.
  package mutating func list(_ folder: String) throws(FileProblem) -> [FileEntry] {
    do {
      let (found, stamp) = try listing(of: folder)
      reads.append(Read(path: folder, question: .listing, answer: found.fingerprint, stamp: stamp))
      return found
    } catch {
      reads.append(Read(path: folder, question: .listing, problem: error.kind))
      throw error
    }
  }

  /// What lies at a path, or nil where there is nothing that may be read.
  package mutating func status(of path: String) -> (kind: FileEntry.Kind, stamp: FileStamp)? {
    let descriptor: Int32
    let status: stat
    do { (descriptor, status) = try open(path, flags: pathOnly) } catch {
      // Why it can't be had matters to `read`, which says so.
      reads.append(Read(path: path, question: .status, problem: error.kind))
      return nil
    }
    close(descriptor)
    let stamp = FileStamp(status)
    let kind: FileEntry.Kind = status.isFile ? .file : status.isFolder ? .folder : .other
    let answer = ContentHash(of: "\(kind.rawValue) \(kind == .file ? stamp.size : 0)")
    reads.append(Read(path: path, question: .status, answer: answer, stamp: stamp))
    return (kind, stamp)
  }

  /// The stamp of a file that `read` would read, without a note; nil where there is none.
  package func stamp(of path: String) -> FileStamp? {
    guard let (descriptor, status) = try? open(path, flags: pathOnly) else { return nil }  // `read` says why
    close(descriptor)
    return status.isFile ? FileStamp(status) : nil
  }

  /// Notes content that is known without reading, because the file still has the stamp it had when it was read.
  package mutating func note(_ path: String, content: ContentHash, stamp: FileStamp) {
    reads.append(Read(path: path, question: .content, answer: content, stamp: stamp))
  }

  /// Is there a file (not a folder) at this path?
  package mutating func exists(_ path: String) -> Bool { status(of: path)?.kind == .file }

  /// In bytes; nil where there is no file.
  package mutating func size(of path: String) -> Int? {
    guard let status = status(of: path), status.kind == .file else { return nil }
    return status.stamp.size
  }

  private func listing(of folder: String) throws(FileProblem) -> ([FileEntry], FileStamp?) {
    let (descriptor, status) = try open(folder, flags: O_DIRECTORY)
    do {
      let found = try entries(of: descriptor)
      return (found, found.contains(where: \.isLink) ? nil : FileStamp(status))
    } catch { throw error.at(folder) }
  }

  private func content(of path: String, limit: Int) throws(FileProblem) -> ([UInt8], FileStamp) {
    let (descriptor, status) = try open(path, flags: 0)
    defer { close(descriptor) }
    guard status.isFile else { throw FileProblem(path, .notAFile, status.notAFileReason) }
    guard Int(status.st_size) <= limit else { throw tooLarge(path, limit: limit) }
    let bytes: [UInt8]
    do { bytes = try readAll(descriptor, expecting: Int(status.st_size), limit: limit) } catch { throw error.at(path) }
    guard bytes.count <= limit else { throw tooLarge(path, limit: limit) }
    return (bytes, FileStamp(status))
  }

  /// Opens what lies inside the root only, never waits for a pipe, and never follows a link out.
  private func open(_ path: String, flags: Int32) throws(FileProblem) -> (Int32, stat) {
    try checkStaysInside(path)
    let full = root.isEmpty ? (path.isEmpty ? "." : path) : "\(root)/\(path)"
    let descriptor = Glibc.open(full, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | flags)
    guard descriptor >= 0 else { throw FileProblem(path, errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, leadsInside(descriptor) else {
      close(descriptor)
      throw FileProblem(path, .outside)
    }
    return (descriptor, status)
  }

  /// Where the open file really lies, which no later change of a link can alter.
  private func leadsInside(_ descriptor: Int32) -> Bool {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      guard let start = buffer.baseAddress else { return false }
      let count = readlink("/proc/self/fd/\(descriptor)", start, buffer.count)
      guard count > 0 else { return false }
      let real = UnsafeRawBufferPointer(buffer).prefix(count)
      return real.starts(with: realRoot) || real.elementsEqual(realRoot.dropLast())
    }
  }
}

/// Linux's `O_PATH`, which Swift does not import: names a file without opening it, so that no permission to read is needed.
private let pathOnly: Int32 = 0o10_000_000

extension FileProblem {
  func at(_ path: String) -> FileProblem { FileProblem(path, kind, reason) }
}

private func tooLarge(_ path: String, limit: Int) -> FileProblem {
  let size = limit >= 1_000_000 ? "\(limit / 1_000_000) MB" : "\(limit) bytes"
  return FileProblem(path, .tooLarge, "is larger than the limit of \(size)")
}

/// Refuses absolute paths, NUL, and `..` that climbs above the root.
private func checkStaysInside(_ path: String) throws(FileProblem) {
  guard !path.utf8.contains(0) else { throw FileProblem(path, .badName) }
  guard path.utf8.first != UInt8(ascii: "/") else { throw FileProblem(path, .outside) }
  guard path.contains("..") else { return }
  var depth = 0
  for part in path.utf8.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
    depth += part.elementsEqual("..".utf8) ? -1 : 1
    if depth < 0 { throw FileProblem(path, .outside) }
  }
}

/// Reads to the end, stopping one byte past `limit`, in one system call when the file has the expected size.
func readAll(_ descriptor: Int32, expecting size: Int, limit: Int) throws(FileProblem) -> [UInt8] {
  var bytes: [UInt8] = []
  var capacity = size + 1
  while true {
    var number: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      (count, number) = fill(buffer, from: descriptor, expecting: size - bytes.count)
    }
    guard number == 0 else { throw FileProblem("", errno: number) }
    let ended = chunk.count < capacity
    if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    if ended || bytes.count > limit { return bytes }
    capacity = min(max(65_536, bytes.count), limit - bytes.count + 1)
  }
}

/// Reads until the buffer is full or the file ends: a short read at or past the `expected` size is its end.
private func fill(
  _ buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32, expecting expected: Int
) -> (count: Int, errno: Int32) {
  var count = 0
  while count < buffer.count, let start = buffer.baseAddress {
    let got = read(descriptor, start + count, buffer.count - count)
    if got < 0 {
      if errno == EINTR { continue }
      return (count, errno)
    }
    count += got
    if got == 0 || (count < buffer.count && count >= expected) { break }
  }
  return (count, 0)
}
