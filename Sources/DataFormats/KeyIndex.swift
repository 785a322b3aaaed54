internal import Diagnostics

/// Finds a key that comes twice, without a dictionary for the few keys that a mapping usually has.
struct KeyIndex {
  private var positions = [String: Int]()

  /// The position of the entry that has the key already, else nil; then the key counts as the next entry's.
  mutating func insert(_ key: String, in entries: [Node.Entry]) -> Int? {
    if entries.count < 24 { return entries.firstIndex { $0.key.value == key } }
    if positions.isEmpty {
      for (position, entry) in entries.enumerated() { positions[entry.key.value] = position }
    }
    if let first = positions[key] { return first }
    positions[key] = entries.count
    return nil
  }
}

extension Diagnostic {
  static func duplicateKey(_ key: Located<String>, first: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-key", "Key \"\(key.value)\" is given twice", at: key.location, remedy: "keep one of the two",
      notes: [Note("first defined here", at: first)])
  }
}
