internal import Diagnostics

/// Cuts a template into lines of text and tags.
struct Scanner {
  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var line: Line
  private var finished: [Line] = []
  private var opening = Array("{{".utf8)
  private var closing = Array("}}".utf8)
  /// The place that `column` and `row` describe, for counting forward.
  private var counted = (offset: 0, row: 1, column: 1)
  private(set) var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      counted.offset = 3
    }
    line = Line(indentation: position..<position, end: position..<position)
  }

  mutating func lines() -> [Line] {
    startLine()
    while position < bytes.count {
      let start = position
      while position < bytes.count, bytes[position] != newline, !isAt(opening) { position += 1 }
      if position < bytes.count, bytes[position] == newline {
        endLine(textFrom: start)
      } else {
        addText(start..<position)
        if position < bytes.count { scanTag() }
      }
    }
    line.end = position..<position
    if !line.isEmpty { finished.append(line) }
    return finished
  }

  private func isAt(_ word: [UInt8]) -> Bool { isAt(word, position) }

  private func isAt(_ word: [UInt8], _ offset: Int) -> Bool {
    guard offset + word.count <= bytes.count else { return false }
    for index in word.indices where bytes[offset + index] != word[index] { return false }
    return true
  }

  private mutating func addText(_ range: Range<Int>) {
    if !range.isEmpty { line.pieces.append(.text(range)) }
  }

  private mutating func startLine() {
    let start = position
    while position < bytes.count, isBlank(bytes[position]), !isAt(opening) { position += 1 }
    line = Line(indentation: start..<position, end: position..<position)
  }

  private mutating func endLine(textFrom start: Int) {
    let hasReturn = position > start && bytes[position - 1] == carriageReturn
    let end = hasReturn ? position - 1 : position
    addText(start..<end)
    position += 1
    line.end = end..<position
    finished.append(line)
    startLine()
  }
}

extension Scanner {
  private mutating func scanTag() {
    let start = position
    var inside = start + opening.count
    let sigil = inside < bytes.count ? bytes[inside] : 0
    var ending = closing
    if sigil == UInt8(ascii: "{") { ending = [UInt8(ascii: "}")] + closing }
    if sigil == UInt8(ascii: "=") { ending = [UInt8(ascii: "=")] + closing }
    if Self.kind(of: sigil) != .variable { inside += 1 }
    guard let end = firstOffset(of: ending, from: inside) else {
      let tag = place(start..<min(start + opening.count, bytes.count))
      report("Tag has no end", at: tag, remedy: "write \"\(String(decoding: ending, as: UTF8.self))\" after it")
      position = bytes.count
      return
    }
    position = end + ending.count
    let content = trimmed(inside..<end)
    let kind = Self.kind(of: sigil)
    let location = place(content.isEmpty ? start..<position : content)
    let name = String(decoding: bytes[content], as: UTF8.self)
    switch kind {
    case .comment: line.pieces.append(.tag(Tag(kind: .comment, name: "", location: location)))
    case .delimiters: setDelimiters(content, at: location)
    default: line.pieces.append(.tag(checked(Tag(kind: kind, name: name, location: location))))
    }
  }

  private static func kind(of sigil: UInt8) -> Tag.Kind {
    switch sigil {
    case UInt8(ascii: "{"), UInt8(ascii: "&"): .unescaped
    case UInt8(ascii: "#"): .section
    case UInt8(ascii: "^"): .inverted
    case UInt8(ascii: "/"): .close
    case UInt8(ascii: ">"): .partial
    case UInt8(ascii: "<"): .parent
    case UInt8(ascii: "$"): .block
    case UInt8(ascii: "!"): .comment
    case UInt8(ascii: "="): .delimiters
    default: .variable
    }
  }

  private func firstOffset(of word: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset + word.count <= bytes.count {
      if isAt(word, offset) { return offset }
      offset += 1
    }
    return nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlankOrNewline(bytes[start]) { start += 1 }
    while end > start, isBlankOrNewline(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func isBlankOrNewline(_ byte: UInt8) -> Bool { isBlank(byte) || byte == newline || byte == carriageReturn }

  private mutating func setDelimiters(_ content: Range<Int>, at location: SourceLocation) {
    let words = bytes[content].split(whereSeparator: isBlankOrNewline)
    guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
      report("Delimiters must be two words without \"=\"", at: location, remedy: "write them as in {{=<% %>=}}")
      return
    }
    opening = Array(words[0])
    closing = Array(words[1])
    line.pieces.append(.tag(Tag(kind: .delimiters, name: "", location: location)))
  }
}

extension Scanner {
  /// The tag, or a faulty one when its name is none.
  private mutating func checked(_ tag: Tag) -> Tag {
    let problem: String?
    if tag.name.isEmpty {
      problem = "Tag has no name"
    } else if tag.kind == .partial || tag.kind == .parent {
      problem = isTemplateName(tag.name) ? nil : "\"\(shortened(tag.name))\" can't be the name of a template"
    } else {
      problem = isValueName(tag.name) ? nil : "\"\(shortened(tag.name))\" can't be a name"
    }
    guard let problem else { return tag }
    report(
      problem, at: tag.location,
      explanation:
        "Names are words of letters, digits, \"-\" and \"_\", joined by dots. There are no lambdas, expressions or dynamic names.",
      remedy: "write a name such as {{title}}")
    return Tag(kind: .faulty, name: tag.name, location: tag.location)
  }

  private func isValueName(_ name: String) -> Bool {
    name == "." || name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(isWord)
  }

  private func isTemplateName(_ name: String) -> Bool {
    name.utf8.split(omittingEmptySubsequences: false, whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") })
      .allSatisfy(isWord)
  }

  private func isWord(_ word: Substring.UTF8View) -> Bool {
    !word.isEmpty
      && word.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...: true
        default: false
        }
      }
  }

  private func shortened(_ name: String) -> String {
    name.unicodeScalars.count <= 40 ? name : String(String.UnicodeScalarView(name.unicodeScalars.prefix(40))) + "…"
  }

  private mutating func report(_ summary: String, at location: SourceLocation, explanation: String? = nil, remedy: String) {
    diagnostics.append(Diagnostic(.error, "template-syntax", summary, at: location, explanation: explanation, remedy: remedy))
  }

  /// Line, column and length of a range. Ranges are asked for in the order of the file.
  private mutating func place(_ range: Range<Int>) -> SourceLocation {
    if range.lowerBound < counted.offset { counted = (0, 1, 1) }
    while counted.offset < range.lowerBound {
      let byte = bytes[counted.offset]
      if byte == newline {
        counted.row += 1
        counted.column = 1
      } else if byte & 0b1100_0000 != 0b1000_0000 {
        counted.column += 1
      }
      counted.offset += 1
    }
    let firstLine = bytes[range].prefix { $0 != newline }
    let length = firstLine.count { $0 & 0b1100_0000 != 0b1000_0000 }
    return SourceLocation(file: file, line: counted.row, column: counted.column, length: length)
  }
}
