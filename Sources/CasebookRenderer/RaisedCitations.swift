internal import Markdown

/// Citations that a style raises stand close to their word and after a period or comma, before a colon or semicolon.
///
///     "trial [@a]. In"   →   "trial." [@a] " In"
func raised(_ inlines: [Inline]) -> [Inline] {
  guard inlines.contains(where: \.isRaisedCitation) else { return inlines }
  var result: [Inline] = []
  for (index, inline) in inlines.enumerated() {
    guard inline.isRaisedCitation else {
      result.append(index > 0 && inlines[index - 1].isRaisedCitation ? inline.droppingStop : inline)
      continue
    }
    if case .softBreak? = result.last { result.removeLast() }
    let mark = stop(at: index + 1, in: inlines)
    if case .text(let before)? = result.last {
      result[result.count - 1] = .text(before.withoutSpacesAtEnd + mark)
    } else if !mark.isEmpty {
      result.append(.text(mark))
    }
    result.append(inline)
  }
  return result
}

/// The period or comma that the text at an index begins with.
private func stop(at index: Int, in inlines: [Inline]) -> String {
  guard inlines.indices.contains(index), case .text(let text) = inlines[index], let first = text.first, first == "." || first == ","
  else { return "" }
  return String(first)
}

extension Inline {
  fileprivate var isRaisedCitation: Bool { if case .citation(let citation) = self { !citation.isInText } else { false } }

  fileprivate var droppingStop: Inline {
    if case .text(let text) = self, text.first == "." || text.first == "," { .text(String(text.dropFirst())) } else { self }
  }
}

extension String {
  fileprivate var withoutSpacesAtEnd: String {
    guard let last = utf8.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return "" }
    return String(self[..<utf8.index(after: last)])
  }
}
