package import Files

/// Keeps a cache's folder small: what is oldest goes first.
///
///     CacheSweep.sweep(folder) { _ in 2_000_000_000 }   // how many bytes it holds afterwards
///
/// Any file may go: what is missed is made again.
package enum CacheSweep {
  /// Removes files, the least recently written first, until the rest has at most `limit` bytes. `isNeeded` files go last, and the limit may
  /// depend on how many bytes they have.
  @discardableResult
  package static func sweep(
    _ folder: WritableFolder, isNeeded: (_ path: String) -> Bool = { _ in false }, limit: (_ needed: Int) -> Int
  ) -> Int {
    var files: [Entry] = []
    list(folder, "", depth: 0, into: &files)
    var total = files.reduce(0) { $0 + $1.size }
    for index in files.indices { files[index].isNeeded = isNeeded(files[index].path) }
    let limit = limit(files.reduce(0) { $0 + ($1.isNeeded ? $1.size : 0) })
    guard total > limit else { return total }
    files.sort { a, b in (a.isNeeded ? 1 : 0, a.age, a.path) < (b.isNeeded ? 1 : 0, b.age, b.path) }
    for file in files where total > limit {
      // Another build may have been faster.
      guard (try? folder.remove(file.path)) != nil else { continue }
      total -= file.size
    }
    return total
  }

  private struct Entry {
    var path: String
    var size: Int
    /// When it was written.
    var age: Int64
    var isNeeded = false
  }

  private static func list(_ folder: WritableFolder, _ name: String, depth: Int, into files: inout [Entry]) {
    // A folder that is gone meanwhile holds nothing.
    guard depth < 8, let entries = try? folder.list(name) else { return }
    let probe = FolderProbe(folder.folder(name).path)
    for entry in entries {
      let path = name.isEmpty ? entry.name : "\(name)/\(entry.name)"
      if entry.kind == .folder {
        list(folder, path, depth: depth + 1, into: &files)
      } else if let stamp = probe.stamp(of: entry.name) {
        files.append(Entry(path: path, size: stamp.size, age: stamp.modified))
      }
    }
  }
}
