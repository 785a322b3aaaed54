import Glibc

/// What `stat` says of a file; equal stamps mean that it is unchanged, once the stamp `isSettled`. Times are nanoseconds since 1970.
package struct FileStamp: Hashable, Sendable {
  package var size: Int
  package var modified: Int64
  package var changed: Int64
  package var inode: UInt64
  package var device: UInt64

  package init(size: Int, modified: Int64, changed: Int64, inode: UInt64, device: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
    self.device = device
  }

  init(_ status: stat) {
    size = Int(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    changed = Int64(status.st_ctim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_ctim.tv_nsec)
    inode = UInt64(status.st_ino)
    device = UInt64(status.st_dev)
  }

  /// Whether a file that changed after `moment` would certainly get another stamp.
  ///
  /// A file system's clock stands still between two of its ticks: a file that was written in the tick of `moment` can be written once
  /// more and keep its stamp. A stamp from the future, after the clock was set back, isn't settled either.
  package func isSettled(at moment: Int64) -> Bool {
    let tick: Int64 = changed % 1_000_000_000 == 0 ? 2_100_000_000 : 30_000_000
    return Swift.max(modified, changed) < moment - tick
  }

  /// The stamp as far as it may be kept at `moment`: one that isn't settled keeps its size alone, and equals no file's stamp.
  package func kept(at moment: Int64) -> FileStamp {
    isSettled(at: moment) ? self : FileStamp(size: size, modified: 0, changed: 0, inode: 0, device: 0)
  }

  /// Now, on the clock that stamps files.
  package static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}

/// A folder that is kept open to look at many of its files, without a path to be walked from the root each time.
package struct FolderProbe: ~Copyable {
  private let descriptor: Int32

  /// Where there is no such folder, whatever is looked at is `unknown`.
  package init(_ path: String) { descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What lies at a name; a link is not followed.
  package enum Found: Hashable, Sendable {
    case file(FileStamp)
    case folder(FileStamp)
    case other, absent, unknown
  }

  package func look(at name: String) -> Found {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return errno == ENOENT ? .absent : .unknown }
    return status.isFile ? .file(FileStamp(status)) : status.isFolder ? .folder(FileStamp(status)) : .other
  }

  /// The stamp of a file; nil where there is none.
  package func stamp(of name: String) -> FileStamp? {
    if case .file(let stamp) = look(at: name) { stamp } else { nil }
  }
}
