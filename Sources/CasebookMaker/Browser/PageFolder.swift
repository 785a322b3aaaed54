/// The files that a page may load: those of its own output, wherever else it asks.
struct PageFolder: Sendable {
  /// Absolute, without a final `/`.
  let root: String
  /// Paths below the root.
  let files: Set<String>

  /// The address of a file: `file:///tmp/a%20b/poster.html`.
  func address(of path: String) -> String { "file://" + percentEncoded("\(root)/\(path)") }

  /// Whether a page may load what is at an address; its own data are no files.
  func allows(_ address: String) -> Bool {
    if address.hasPrefix("data:") || address.hasPrefix("blob:") || address == "about:blank" || address == "about:srcdoc" { return true }
    guard address.hasPrefix("file://") else { return false }
    let end = address.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? address.endIndex
    guard let path = percentDecoded(address[..<end].utf8.dropFirst("file://".count)), path.hasPrefix(root + "/") else { return false }
    return files.contains(String(path.dropFirst(root.count + 1)))
  }
}

/// Letters, digits, `-._~/` stay; all other bytes become `%XX`.
private func percentEncoded(_ path: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var encoded: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      encoded.append(byte)
    default: encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}

/// Nil where a `%` has no two digits behind it.
private func percentDecoded(_ text: some Collection<UInt8>) -> String? {
  func value(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
  var decoded: [UInt8] = []
  var rest = text[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      decoded.append(byte)
      continue
    }
    guard let high = rest.popFirst().flatMap(value), let low = rest.popFirst().flatMap(value) else { return nil }
    decoded.append(high << 4 | low)
  }
  return String(decoding: decoded, as: UTF8.self)
}
