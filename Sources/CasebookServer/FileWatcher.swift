import Glibc

/// Waits until something changes that the last build read: inotify where it is, else a look at each file's stamp four times a second.
///
///     var watcher = FileWatcher(root: "/home/riley/library", isPolling: false)
///     let unsure = watcher.watch(report.reads)
///     let changed = watcher.next()   // ["content/cases/foot/narrative.md", "content/cases/foot"]
struct FileWatcher {
  private let root: String
  private let descriptor: Int32
  /// Paths below the root; "" is the root itself.
  private var watched: Set<String> = []
  private var folders: [Int32: String] = [:]
  private var numbers: [String: Int32] = [:]
  /// Folders that were removed or renamed, and may come back.
  private var lost: Set<String> = []
  private var stamps: [String: Stamp] = [:]

  /// What a look from outside tells of a file.
  private struct Stamp: Hashable {
    var inode: UInt = 0
    var size = 0
    var seconds = 0
    var nanoseconds = 0
  }

  init(root: String, isPolling: Bool) {
    self.root = root
    descriptor = isPolling ? -1 : inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
  }

  var isPolling: Bool { descriptor < 0 }

  /// From now on these; a path that is not there is waited for. Those that were not watched before may have changed since they were read.
  mutating func watch(_ paths: Set<String>) -> Set<String> {
    let new = paths.subtracting(watched)
    watched = paths
    guard !isPolling else {
      stamps = Dictionary(uniqueKeysWithValues: paths.map { ($0, stamps[$0] ?? stamp(of: $0)) })
      return new
    }
    for path in new.union(paths.filter { path in lost.contains { path == $0 || path.hasPrefix($0 + "/") } }) { watchFolders(of: path) }
    lost = []
    return new
  }

  /// A folder itself is watched when it was listed, and the one it is in; of a path that is not there, the nearest folder that is.
  private mutating func watchFolders(of path: String) {
    var folder = path
    while !folder.isEmpty, !isFolder(folder) { folder = parent(of: folder) }
    for folder in folder == path ? [path, parent(of: path)] : [folder] where numbers[folder] == nil {
      let number = inotify_add_watch(descriptor, full(folder), mask)
      guard number >= 0 else { continue }
      folders[number] = folder
      numbers[folder] = number
    }
  }

  /// Blocks until something changed, and a little longer until it is quiet. Nil: so much changed that it was not told.
  mutating func next() -> Set<String>? {
    if isPolling { return nextByLooking() }
    var changed: Set<String> = []
    let quiet: Int32 = 8
    var patience = 12
    while true {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let count = poll(&waiting, 1, changed.isEmpty ? -1 : quiet)
      if count < 0 { continue }
      if count == 0 { return changed }
      guard read(into: &changed) else { return nil }
      patience -= changed.isEmpty ? 0 : 1
      // Who saves without a pause must not keep the page from changing.
      if patience == 0 { return changed }
    }
  }

  /// False when the kernel dropped events.
  private mutating func read(into changed: inout Set<String>) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    var isWhole = true
    var offset = 0
    let size = MemoryLayout<inotify_event>.size
    while count - offset >= size {
      let event = buffer.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self) }
      let name = buffer[(offset + size)..<(offset + size + Int(event.len))].prefix { $0 != 0 }
      offset += size + Int(event.len)
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { isWhole = false }
      guard let folder = folders[event.wd] else { continue }
      if event.mask & UInt32(IN_IGNORED | IN_MOVE_SELF) != 0 { lose(folder) }
      note(folder, String(decoding: name, as: UTF8.self), &changed)
    }
    return isWhole
  }

  private mutating func lose(_ folder: String) {
    if let number = numbers.removeValue(forKey: folder) {
      folders[number] = nil
      inotify_rm_watch(descriptor, number)
    }
    lost.insert(folder)
  }

  private func note(_ folder: String, _ name: String, _ changed: inout Set<String>) {
    let path = name.isEmpty ? folder : folder.isEmpty ? name : "\(folder)/\(name)"
    if watched.contains(path) || watched.contains(folder) { changed.formUnion([path, folder]) }
    // A folder on the way to paths that were not there, or that are there no more.
    if !watched.contains(path) || name.isEmpty { changed.formUnion(watched.filter { $0.hasPrefix(path + "/") }) }
  }

  private mutating func nextByLooking() -> Set<String> {
    while true {
      usleep(250_000)
      var changed: Set<String> = []
      for (path, known) in stamps {
        let stamp = stamp(of: path)
        guard stamp != known else { continue }
        stamps[path] = stamp
        changed.formUnion([path, parent(of: path)])
      }
      if !changed.isEmpty { return changed }
    }
  }

  private func stamp(of path: String) -> Stamp {
    var status = stat()
    guard stat(full(path), &status) == 0 else { return Stamp() }
    return Stamp(
      inode: UInt(status.st_ino), size: Int(status.st_size), seconds: status.st_ctim.tv_sec, nanoseconds: status.st_ctim.tv_nsec)
  }

  private func full(_ path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(full(path), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func parent(of path: String) -> String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "" }
}

/// Written and closed, renamed, made, removed, or made readable again.
private let mask = UInt32(
  IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)
