package import Diagnostics

/// A value of a YAML or JSON document, with its place.
///
/// Scalars keep their text; whether `08` or `no` is a number, a truth value or a word is for whoever asks. `isPlain` tells `no` from `"no"`.
package struct Node: Hashable, Sendable {
  package var content: Content
  package var location: SourceLocation

  package init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }

  package enum Content: Hashable, Sendable {
    case scalar(String, isPlain: Bool)
    case sequence([Node])
    case mapping([Entry])
  }

  /// A key of a mapping and its value, in the order of the file.
  package struct Entry: Hashable, Sendable {
    package var key: Located<String>
    package var value: Node

    package init(key: Located<String>, value: Node) {
      self.key = key
      self.value = value
    }
  }
}

extension Node {
  /// The value of a key, or nil for another kind of node or a key that is not there.
  package subscript(_ key: String) -> Node? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key.value == key }?.value
  }

  package var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  package var elements: [Node]? {
    guard case .sequence(let elements) = content else { return nil }
    return elements
  }

  package var entries: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// An empty plain scalar, `~` or `null`: YAML 1.2's ways to write nothing.
  package var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
  }
}
