import Glibc
internal import Hashing

/// What beside the page decides how it is printed: the browser and the fonts of this machine, by the times and sizes of their files, so that
/// no program has to be started to learn that nothing changed.
func typesetterKey(browser program: String) -> String {
  var lines = [stamp(program)]
  for folder in ["/usr/share/fonts", "/usr/local/share/fonts", "/etc/fonts"] { list(folder, depth: 0, &lines) }
  return ContentHash(of: lines.joined(separator: "\n")).description
}

private func stamp(_ path: String) -> String {
  var status = stat()
  guard stat(path, &status) == 0 else { return "\(path) absent" }
  return "\(path) \(status.st_size) \(status.st_mtim.tv_sec)"
}

/// A folder's time says whether files came or went; packages replace files, they do not change them.
private func list(_ folder: String, depth: Int, _ lines: inout [String]) {
  guard depth < 6, let stream = opendir(folder) else { return }
  defer { closedir(stream) }
  lines.append(stamp(folder))
  var below: [String] = []
  while let entry = readdir(stream) {
    guard Int32(entry.pointee.d_type) == Int32(DT_DIR) else { continue }
    let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
    if !name.hasPrefix(".") { below.append("\(folder)/\(name)") }
  }
  for name in below.sorted() { list(name, depth: depth + 1, &lines) }
}

/// One browser at one place: its file's size and time, or that there is none.
package func browserStamp(_ program: String) -> String { stamp(program) }
