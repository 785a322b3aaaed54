import Foundation

/// A new folder for one test, with files in it; removed with all it holds when the value goes.
package final class TestFolder: Sendable {
  package let path: String

  /// Texts by path below the folder.
  package init(_ files: [String: String] = [:], named stem: String = "casebook-test") throws {
    path = NSTemporaryDirectory() + "\(stem)-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, text) }
  }

  deinit {
    // A test may have taken away the right to remove; what is left lies in the folder for temporary files.
    try? FileManager.default.removeItem(atPath: path)
  }

  package func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  package func write(_ name: String, _ bytes: [UInt8]) throws {
    try makeFolder((name as NSString).deletingLastPathComponent)
    try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
  }

  package func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
  }

  package func copy(_ source: String, to name: String) throws {
    try makeFolder((name as NSString).deletingLastPathComponent)
    try FileManager.default.copyItem(atPath: source, toPath: "\(path)/\(name)")
  }

  package func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(name)") }

  package func link(_ name: String, to target: String) throws {
    try makeFolder((name as NSString).deletingLastPathComponent)
    try FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  package func bytes(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: "\(path)/\(name)").map(Array.init) }

  package func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  package func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

  /// The files below a folder, with their contents; empty where there is no such folder.
  package func files(in name: String) -> [String: [UInt8]] { filesOfFolder("\(path)/\(name)") }

  /// Replaces a text in a file; false where the file does not have it.
  package func replace(_ old: String, with new: String, in name: String) throws -> Bool {
    guard let text = text(name), text.contains(old) else { return false }
    try write(name, text.replacingOccurrences(of: old, with: new))
    return true
  }
}

/// The files below a folder, by their paths in it; links are not followed.
package func filesOfFolder(_ folder: String) -> [String: [UInt8]] {
  var found: [String: [UInt8]] = [:]
  let paths = FileManager.default.enumerator(atPath: folder)
  while let path = paths?.nextObject() as? String {
    if paths?.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
      found[path] = FileManager.default.contents(atPath: "\(folder)/\(path)").map(Array.init)
    }
  }
  return found
}

/// The project's folder, which the tests know by their own place in it.
package let packageRoot = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
