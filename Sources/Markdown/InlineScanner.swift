internal import Diagnostics

/// Finds citations, cross-references, footnote references, sub- and superscript in sibling inlines.
struct InlineScanner {
  let flat: FlatText
  /// The labels that footnotes are defined for.
  let labels: Set<String>
  let isInLink: Bool
  /// The labels that were referred to, in order.
  private(set) var references: [String] = []
  private(set) var problems: [(problem: Reader.Problem, line: Int, snippet: String)] = []
  /// The closing bracket of each opening one.
  let closings: [Int: Int]

  init(_ flat: FlatText, labels: Set<String>, isInLink: Bool) {
    self.flat = flat
    self.labels = labels
    self.isInLink = isInLink
    closings = matchingBrackets(flat.bytes)
  }

  /// What begins at an offset: inlines, or text that is not to be looked into when `inlines` is nil.
  struct Step {
    var inlines: [Inline]?
    var end: Int
  }

  mutating func scan() -> [Inline] { scan(0..<flat.bytes.count, citations: true) }

  mutating func scan(_ range: Range<Int>, citations: Bool) -> [Inline] {
    var inlines: [Inline] = []
    var textStart = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      guard let step = step(at: index, in: range, citations) else {
        index += 1
        continue
      }
      if let found = step.inlines {
        appendText(textStart..<index, to: &inlines)
        inlines += found
        textStart = step.end
      }
      index = min(step.end, range.upperBound)
    }
    appendText(min(textStart, range.upperBound)..<range.upperBound, to: &inlines)
    return inlines
  }

  private mutating func step(at index: Int, in range: Range<Int>, _ citations: Bool) -> Step? {
    switch flat.bytes[index] {
    case FlatText.literal: Step(end: index + 2)
    case UInt8(ascii: "@"), UInt8(ascii: "-"): citations ? citationInText(at: index, in: range) : nil
    case UInt8(ascii: "["):
      if byte(index + 1, in: range) == UInt8(ascii: "^") {
        footnoteReference(at: index, in: range)
      } else {
        citations ? citationGroup(at: index, in: range) : nil
      }
    case UInt8(ascii: "~"), UInt8(ascii: "^"): script(at: index, in: range)
    default: nil
    }
  }

  func byte(_ index: Int, in range: Range<Int>) -> UInt8? { range.contains(index) ? flat.bytes[index] : nil }

  mutating func report(_ problem: Reader.Problem, _ range: Range<Int>) {
    problems.append((problem, flat.line(at: range.lowerBound), flat.string(range)))
  }

  /// Appends what is no extension: text, soft breaks, and the inlines in between.
  private func appendText(_ range: Range<Int>, to inlines: inout [Inline]) {
    flat.bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = bytes[index]
        if byte == FlatText.softBreak {
          inlines.append(.softBreak)
          index += 1
        } else if byte == FlatText.object {
          if let object = flat.object(at: index) { inlines.append(object) }
          index += 1
        } else {
          appendRun(bytes, index..<range.upperBound, &index, to: &inlines)
        }
      }
    }
  }

  /// Appends the text up to the next break or other inline, without marks.
  private func appendRun(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ index: inout Int, to inlines: inout [Inline]) {
    var marked: [UInt8] = []
    var start = index
    while index < range.upperBound, bytes[index] != FlatText.softBreak, bytes[index] != FlatText.object {
      let byte = bytes[index]
      if byte >= FlatText.note {
        marked.append(contentsOf: bytes[start..<index])
        start = index + 1
        if byte == FlatText.literal { index += 1 }
      }
      index += 1
    }
    index = min(index, range.upperBound)
    let rest = UnsafeBufferPointer(rebasing: bytes[min(start, index)..<index])
    if marked.isEmpty {
      if !rest.isEmpty { inlines.append(.text(String(decoding: rest, as: UTF8.self))) }
    } else {
      inlines.append(.text(String(decoding: marked + rest, as: UTF8.self)))
    }
  }

  // MARK: Footnotes, sub- and superscript

  /// `[^label]`; an undefined one stays text.
  private mutating func footnoteReference(at index: Int, in range: Range<Int>) -> Step? {
    guard let end = labelEnd(flat.bytes, from: index + 2, to: range.upperBound) else { return nil }
    let label = flat.string((index + 2)..<end)
    let whole = index..<(end + 1)
    if isInLink {
      report(
        Reader.Problem(
          rule: "markdown-footnote-in-link", summary: "Footnote \"[^\(label)]\" in a link's text is printed as text",
          remedy: "put it after the link"),
        whole)
    } else if labels.contains(label) {
      references.append(label)
      return Step(inlines: [.footnoteReference(label: label)], end: end + 1)
    } else {
      report(
        Reader.Problem(
          severity: .error, rule: "markdown-footnote-undefined", summary: "Footnote \"[^\(label)]\" has no text",
          explanation: "It is printed as it was written.",
          remedy: "write \"[^\(label)]: …\" in a paragraph of its own, or \"\\[^\" for a bracket"),
        whole)
    }
    return Step(end: end + 1)
  }

  /// `~2~` or `^2^`: no blank inside, and the mark not doubled.
  private mutating func script(at index: Int, in range: Range<Int>) -> Step? {
    let mark = flat.bytes[index]
    var end = index + 1
    while byte(end, in: range) == mark { end += 1 }
    guard end == index + 1 else { return Step(end: end) }
    while let byte = byte(end, in: range), byte != mark {
      if isBlank(byte) || (byte == FlatText.object && hasBlank(at: end)) { return nil }
      end += byte == FlatText.literal ? 2 : 1
    }
    guard end < range.upperBound, end > index + 1, byte(end + 1, in: range) != mark else { return nil }
    let inner = scan((index + 1)..<end, citations: false)
    return Step(inlines: [mark == UInt8(ascii: "~") ? .subscript(inner) : .superscript(inner)], end: end + 1)
  }

  private func hasBlank(at index: Int) -> Bool {
    guard let object = flat.object(at: index) else { return false }
    return object == .lineBreak || [object].plainText.utf8.contains(where: isBlank)
  }
}

/// The offset of the `]` after a footnote's label that begins at an offset: up to 200 bytes without blanks or brackets.
func labelEnd(_ bytes: [UInt8], from start: Int, to limit: Int) -> Int? {
  var index = start
  while index < min(limit, start + 200) {
    let byte = bytes[index]
    if byte == UInt8(ascii: "]") { return index > start ? index : nil }
    if isBlank(byte) || byte == UInt8(ascii: "[") || byte >= FlatText.note { return nil }
    index += 1
  }
  return nil
}

private func matchingBrackets(_ bytes: [UInt8]) -> [Int: Int] {
  guard bytes.contains(UInt8(ascii: "[")) else { return [:] }
  var closings: [Int: Int] = [:]
  var open: [Int] = []
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case FlatText.literal: index += 1
    case UInt8(ascii: "["): open.append(index)
    case UInt8(ascii: "]"): if let opening = open.popLast() { closings[opening] = index }
    default: break
    }
    index += 1
  }
  return closings
}
