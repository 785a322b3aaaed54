internal import Diagnostics

/// A tag as it stands in the file: `{{#figures}}`.
struct Tag {
  enum Kind: Equatable {
    case variable
    case unescaped
    case section
    case inverted
    case close
    case partial
    case parent
    case block
    case comment
    case delimiters
    /// Reported already; nothing is made of it.
    case faulty
  }

  var kind: Kind
  /// Without the sigil and the blanks around it.
  var name: String
  /// Of the name, which is what an editor should jump to.
  var location: SourceLocation
}

/// One line of a template, cut into blanks at its start, pieces and its end.
struct Line {
  enum Piece {
    case text(Range<Int>)
    case tag(Tag)
  }

  var indentation: Range<Int>
  var pieces: [Piece] = []
  /// The newline and the carriage return before it; empty at the end of the file.
  var end: Range<Int>

  var isEmpty: Bool { pieces.isEmpty && end.isEmpty && indentation.isEmpty }

  var tagCount: Int { pieces.count { if case .tag = $0 { true } else { false } } }

  /// The tags of a line that holds nothing else, and is therefore left out of the result; nil for any other line.
  ///
  ///     "  {{#figures}}  \n"          // alone
  ///     "{{<page}}{{$title}}\n"       // alone
  ///     "{{name}}\n"                  // not: a variable is written where it stands
  ///     "{{>head}}{{>title}}\n"       // not: two partials
  func tagsAlone(in bytes: [UInt8]) -> [Tag]? {
    var tags: [Tag] = []
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .tag(let tag): tags.append(tag)
      case .text(let range):
        guard index == pieces.count - 1, bytes[range].allSatisfy(isBlank) else { return nil }
      }
    }
    guard !tags.isEmpty, !tags.contains(where: { $0.kind == .variable || $0.kind == .unescaped }) else { return nil }
    guard tags.count == 1 || !tags.contains(where: { $0.kind == .partial || $0.kind == .delimiters }) else { return nil }
    return tags
  }
}
