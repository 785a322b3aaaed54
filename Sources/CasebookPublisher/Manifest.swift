internal import Files
package import Hashing

/// What Casebook published: each output's path and fingerprint, and nothing of the sources.
package struct Manifest: Hashable, Sendable {
  package static let name = ".casebook-manifest.json"

  package var files: [String: ContentHash]

  package init(_ files: [String: ContentHash] = [:]) { self.files = files }

  /// JSON, one output a line, sorted by the paths' bytes.
  package var bytes: [UInt8] {
    var bytes = Array("{\n  \"casebook\": 1,\n  \"outputs\": {".utf8)
    let paths = files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for (index, path) in paths.enumerated() {
      guard let hash = files[path] else { continue }
      bytes += (index == 0 ? "\n    \"" : ",\n    \"").utf8
      for byte in path.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(UInt8(ascii: "\\")) }
        bytes.append(byte)
      }
      bytes += "\": \"\(hash)\"".utf8
    }
    return bytes + Array((paths.isEmpty ? "}\n}\n" : "\n  }\n}\n").utf8)
  }

  /// Reads what `bytes` wrote; nil for anything else, a path that leads outside included.
  package init?(_ bytes: [UInt8]) {
    files = [:]
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count >= 4, lines[0].elementsEqual("{".utf8), lines[1].elementsEqual("  \"casebook\": 1,".utf8) else { return nil }
    if lines[2].elementsEqual("  \"outputs\": {}".utf8) { return }
    guard lines[2].elementsEqual("  \"outputs\": {".utf8) else { return nil }
    var index = 3
    while index < lines.count, !lines[index].elementsEqual("  }".utf8) {
      guard let (path, hash) = entry(lines[index]), files.updateValue(hash, forKey: path) == nil else { return nil }
      index += 1
    }
    guard index < lines.count else { return nil }
  }
}

/// A line `    "path": "32 digits",`.
private func entry(_ line: ArraySlice<UInt8>) -> (String, ContentHash)? {
  let quote = UInt8(ascii: "\"")
  var rest = line.drop { $0 == UInt8(ascii: " ") }
  if rest.last == UInt8(ascii: ",") { rest = rest.dropLast() }
  guard rest.count > 37, rest.first == quote, rest.last == quote else { return nil }
  let hash = ContentHash(hexadecimal: String(decoding: rest.suffix(33).dropLast(), as: UTF8.self))
  guard let hash, rest.dropLast(33).suffix(4).elementsEqual("\": \"".utf8) else { return nil }
  var path: [UInt8] = []
  var escaped = false
  for byte in rest.dropFirst().dropLast(37) {
    if byte == UInt8(ascii: "\\"), !escaped {
      escaped = true
      continue
    }
    escaped = false
    path.append(byte)
  }
  let text = String(decoding: path, as: UTF8.self)
  guard (try? checkOutputPath(text)) != nil else { return nil }  // why it is refused does not matter: the manifest is not ours
  return (text, hash)
}
