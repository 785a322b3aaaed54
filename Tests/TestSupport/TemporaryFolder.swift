import Glibc

/// A new empty folder for one test, removed with all it holds when the value goes.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() {
    var template = Array("/tmp/casebook-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { $0.baseAddress.flatMap(mkdtemp).map { String(cString: $0) } ?? "" }
    precondition(!path.isEmpty, "no temporary folder")
  }

  deinit { remove(path) }

  @discardableResult
  package func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }

  @discardableResult
  package func write(_ name: String, _ bytes: [UInt8]) -> String {
    makeParents(of: name)
    let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    precondition(descriptor >= 0, "cannot write \(name)")
    precondition(bytes.isEmpty || Glibc.write(descriptor, bytes, bytes.count) == bytes.count)
    close(descriptor)
    return "\(path)/\(name)"
  }

  package func folder(_ name: String) { makeParents(of: "\(name)/x") }

  package func link(_ name: String, to target: String) {
    makeParents(of: name)
    precondition(symlink(target, "\(path)/\(name)") == 0)
  }

  package func read(_ name: String) -> String? {
    guard let file = fopen("\(path)/\(name)", "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let c = fgetc(file), c != EOF { bytes.append(UInt8(c)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Every path below, folders with a final `/`, sorted.
  package func tree(_ folder: String = "") -> [String] {
    guard let stream = opendir(folder.isEmpty ? path : "\(path)/\(folder)") else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      let below = folder.isEmpty ? name : "\(folder)/\(name)"
      found += Int32(entry.pointee.d_type) == Int32(DT_DIR) ? ["\(below)/"] + tree(below) : [below]
    }
    return found.sorted()
  }

  private func makeParents(of name: String) {
    var at = path
    for part in name.split(separator: "/").dropLast() {
      at += "/\(part)"
      mkdir(at, 0o755)
    }
  }
}

private func remove(_ path: String) {
  if let stream = opendir(path) {
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      if Int32(entry.pointee.d_type) == Int32(DT_DIR) { remove("\(path)/\(name)") } else { unlink("\(path)/\(name)") }
    }
    closedir(stream)
  }
  rmdir(path)
}
