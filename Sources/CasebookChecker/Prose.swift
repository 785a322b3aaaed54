internal import CasebookModel
internal import Diagnostics
internal import Markdown

/// A Markdown text as rules read it: paragraphs without markup, each with its line and the heading it stands under.
package struct Prose: Sendable {
  var paragraphs: [Paragraph]
  /// `narrative` or `poster`, for waivers.
  let target: String
  let file: String

  struct Paragraph: Sendable {
    var bytes: [UInt8]
    var line: Int
    /// Where in `bytes` the source's lines end; there a blank stands.
    var lineEnds: [Int]
    /// The heading of the highest level above it, in lower case.
    var section: String
  }

  init(_ text: Case.Text, target: String) {
    self.target = target
    file = text.file
    paragraphs = []
    let top = text.document.blocks.compactMap(\.level).min()
    var section = ""
    for block in text.document.blocks {
      if case .heading(let level, let inlines, _) = block.content, level == top { section = inlines.plainText.lowercased() }
      [block].visitBlocks { inner in
        for inlines in inner.inlines where !inlines.isEmpty {
          var bytes = Array(inlines.plainText(lineEnd: "\n").utf8)
          let lineEnds = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
          for end in lineEnds { bytes[end] = UInt8(ascii: " ") }
          paragraphs.append(Paragraph(bytes: bytes, line: inner.line, lineEnds: lineEnds, section: section))
        }
      }
    }
  }

  /// The line of one of a paragraph's bytes.
  func location(_ paragraph: Paragraph, at index: Int) -> SourceLocation {
    SourceLocation(file: file, line: paragraph.line + paragraph.lineEnds.count { $0 < index })
  }
}

extension Block {
  var level: Int? { if case .heading(let level, _, _) = content { level } else { nil } }
}

extension Prose.Paragraph {
  /// The sentence around a byte: from the end of the one before to its own full stop, at most 600 bytes to either side.
  ///
  ///     "It healed. The left heel (@fig-a) did not."  at the @  → " The left heel (@fig-a) did not."
  func sentence(around index: Int) -> Range<Int> {
    var start = index
    while start > 0, index - start < 600, !endsSentence(start - 1) { start -= 1 }
    var end = index
    while end < bytes.count, end - index < 600, !endsSentence(end) { end += 1 }
    return start..<min(end + 1, bytes.count)
  }

  /// A full stop, question or exclamation mark before a blank and a capital letter or digit.
  private func endsSentence(_ index: Int) -> Bool {
    guard bytes[index] == 0x2E || bytes[index] == 0x3F || bytes[index] == 0x21 else { return false }
    guard index + 2 < bytes.count else { return true }
    return bytes[index + 1].isBlank && !bytes[index + 2].isLowercase
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x0A || self == 0x09 || self == 0x0D }
  var isLowercase: Bool { UInt8(ascii: "a") <= self && self <= UInt8(ascii: "z") }
  var isUppercase: Bool { UInt8(ascii: "A") <= self && self <= UInt8(ascii: "Z") }
  var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }
  /// Letters of other scripts count as letters.
  var isLetter: Bool { isLowercase || isUppercase || self >= 0x80 }
  var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
}

extension Collection<UInt8> where Index == Int {
  /// Where an ASCII word of lower-case letters stands in any case, between characters that are no letters.
  func indices(ofWord word: StaticString) -> [Int] {
    let length = word.utf8CodeUnitCount
    guard count >= length, length > 0 else { return [] }
    var found: [Int] = []
    word.withUTF8Buffer { wanted in
      var index = startIndex
      while index <= endIndex - length {
        if self[index] | 0x20 == wanted[0], matches(wanted, at: index) { found.append(index) }
        index += 1
      }
    }
    return found
  }

  private func matches(_ word: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    for offset in 1..<word.count where self[index + offset].lowercased != word[offset] { return false }
    let after = index + word.count
    return (index == startIndex || !self[index - 1].isLetter) && (after == endIndex || !self[after].isLetter)
  }

  func contains(word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard count >= length, length > 0 else { return false }
    return word.withUTF8Buffer { wanted in
      (startIndex...(endIndex - length)).contains { self[$0] | 0x20 == wanted[0] && matches(wanted, at: $0) }
    }
  }
}
