import DataFormats
import Diagnostics

extension Diagnostic {
  /// `3:1 unknown-key "x" is no key`, with notes and severity where it is no error.
  var brief: String {
    let place = location.map { "\($0.line):\($0.column) " } ?? ""
    let kind = severity == .error ? "" : "\(severity.rawValue) "
    let notes = notes.map { note in " | \(note.text) \(note.location.map { "\($0.line):\($0.column)" } ?? "")" }.joined()
    return "\(place)\(kind)\(rule) \(summary)\(notes)"
  }
}

extension Node {
  /// The node in a notation of its own for comparison: `{a: [1, "x"]}`, where only quoted scalars have quotes.
  var sketch: String {
    switch content {
    case .scalar(let text, let isPlain): isPlain ? text : "\"\(text)\""
    case .sequence(let elements): "[\(elements.map(\.sketch).joined(separator: ", "))]"
    case .mapping(let entries): "{\(entries.map { "\($0.key.value): \($0.value.sketch)" }.joined(separator: ", "))}"
    }
  }

  var place: String { "\(location.line):\(location.column)+\(location.length)" }
}

/// A linear congruential generator: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
