import Glibc

/// One name in a folder.
package struct FileEntry: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case file, folder
    /// A pipe, socket, device or dangling link.
    case other
    /// The name is not UTF-8, so no path can name it; `name` has U+FFFD where it is broken.
    case misnamed
  }

  package var name: String
  package var kind: Kind
  /// The name may lead elsewhere: what it leads to can change while its folder does not.
  var isLink = false

  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

extension stat {
  var isFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isLink: Bool { st_mode & S_IFMT == S_IFLNK }

  /// "is a named pipe, not a file".
  var notAFileReason: String {
    switch st_mode & S_IFMT {
    case S_IFDIR: "is a folder, not a file"
    case S_IFIFO: "is a named pipe, not a file"
    case S_IFSOCK: "is a socket, not a file"
    case S_IFLNK: "is a symbolic link"
    default: "is a device, not a file"
    }
  }
}

/// The names in an open folder but `.` and `..`, sorted by their bytes; closes `descriptor`.
func entries(of descriptor: Int32) throws(FileProblem) -> [FileEntry] {
  guard let stream = fdopendir(descriptor) else {
    let number = errno
    close(descriptor)
    throw FileProblem("", errno: number)
  }
  defer { closedir(stream) }
  var found: [FileEntry] = []
  while let entry = readdir(stream) {
    let bytes = nameBytes(entry)
    if bytes == [0x2E] || bytes == [0x2E, 0x2E] { continue }
    let name = String(decoding: bytes, as: UTF8.self)
    let kind = Array(name.utf8) == bytes ? kind(of: name, type: entry.pointee.d_type, in: descriptor) : .misnamed
    var new = FileEntry(name: name, kind: kind)
    new.isLink = ![Int(DT_REG), Int(DT_DIR)].contains(Int(entry.pointee.d_type))
    found.append(new)
  }
  return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

func nameBytes(_ entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
  guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
  let start = UnsafeRawPointer(entry).advanced(by: offset)
  return Array(UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
}

private func kind(of name: String, type: UInt8, in folder: Int32) -> FileEntry.Kind {
  switch Int(type) {
  case Int(DT_REG): return .file
  case Int(DT_DIR): return .folder
  case Int(DT_LNK), Int(DT_UNKNOWN):
    var status = stat()
    guard fstatat(folder, name, &status, 0) == 0 else { return .other }
    return status.isFile ? .file : status.isFolder ? .folder : .other
  default: return .other
  }
}
