internal import Diagnostics

/// Makes a tree of the lines of a template: matches the tags, leaves out lines that hold only tags, takes blocks' indentation away.
struct Builder {
  private let bytes: [UInt8]
  private let lines: [Line]
  private var stack = [Frame(kind: .comment, name: "", location: SourceLocation(file: ""))]
  private var isTooDeep = false
  private(set) var diagnostics: [Diagnostic]

  /// Sections, parents and blocks inside each other.
  private static let deepest = 50

  /// What was opened and is not closed yet; the first is the template itself.
  private struct Frame {
    var kind: Tag.Kind
    var name: String
    var location: SourceLocation
    var children: [Node] = []
    /// How many blanks the lines inside lose.
    var margin = 0
    var indentation: [UInt8] = []
    /// The line that it was opened on, when that holds only tags.
    var lineAlone: Int?
    var replacements: [String: Block] = [:]
    var isTextReported = false
  }

  init(bytes: [UInt8], lines: [Line], diagnostics: [Diagnostic]) {
    self.bytes = bytes
    self.lines = lines
    self.diagnostics = diagnostics
  }

  mutating func build() -> [Node] {
    for (index, line) in lines.enumerated() where !isTooDeep {
      if let tags = line.tagsAlone(in: bytes) {
        addAlone(tags, line: index)
      } else {
        addLine(line)
      }
    }
    while stack.count > 1 {
      let open = stack[stack.count - 1]
      if !isTooDeep {
        report("\"\(open.name)\" is opened and never closed", at: open.location, remedy: "write {{/\(open.name)}} where it ends")
      }
      close()
    }
    return stack[0].children
  }

  private mutating func addLine(_ line: Line) {
    let margin = min(stack[stack.count - 1].margin, line.indentation.count)
    addText(line.indentation.dropFirst(margin))
    for piece in line.pieces {
      switch piece {
      case .text(let range): addText(range)
      case .tag(let tag): add(tag, indentation: [], line: nil)
      }
    }
    addText(line.end)
  }

  private mutating func addAlone(_ tags: [Tag], line index: Int) {
    var indentation = Array(bytes[lines[index].indentation.dropFirst(stack[stack.count - 1].margin)])
    for (number, tag) in tags.enumerated() {
      add(tag, indentation: indentation, line: index)
      if number == tags.count - 1, tag.kind == .block { takeMargin(after: index) }
      // The first that writes takes the blanks; what is inside it stands at its margin.
      if tag.kind == .parent || tag.kind == .block { indentation = [] }
    }
  }

  private mutating func add(_ tag: Tag, indentation: [UInt8], line: Int?) {
    switch tag.kind {
    case .variable, .unescaped: append(.variable(name(tag), isEscaped: tag.kind == .variable))
    case .partial: append(.partial(Inclusion(template: tag.name, location: tag.location, indentation: indentation)))
    case .section, .inverted, .parent, .block: open(tag, indentation: indentation, line: line)
    case .close: close(tag, line: line)
    case .comment, .delimiters, .faulty: break
    }
  }

  private func name(_ tag: Tag) -> Name {
    Name(parts: tag.name == "." ? [] : tag.name.split(separator: ".").map(String.init), location: tag.location)
  }

  private mutating func addText(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let last = stack.count - 1
    if stack[last].kind == .parent {
      reportTextInParent(bytes[range])
    } else if case .text(var text)? = stack[last].children.last {
      stack[last].children.removeLast()
      text.append(contentsOf: bytes[range])
      stack[last].children.append(.text(text))
    } else {
      stack[last].children.append(.text(Array(bytes[range])))
    }
  }

  private mutating func append(_ node: Node) {
    let last = stack.count - 1
    guard stack[last].kind == .parent else { return stack[last].children.append(node) }
    reportTextInParent([0])
  }

  private mutating func reportTextInParent(_ text: some Sequence<UInt8>) {
    let last = stack.count - 1
    guard !stack[last].isTextReported, !text.allSatisfy({ isBlank($0) || $0 == newline || $0 == carriageReturn }) else { return }
    stack[last].isTextReported = true
    diagnostics.append(
      Diagnostic(
        .warning, "text-outside-block", "What stands between the blocks of \"\(stack[last].name)\" is not shown", at: stack[last].location,
        remedy: "put it in a block: {{$name}}…{{/name}}"))
  }

  private mutating func report(_ summary: String, at location: SourceLocation, remedy: String, note: Diagnostic.Note? = nil) {
    diagnostics.append(Diagnostic(.error, "template-syntax", summary, at: location, remedy: remedy, notes: note.map { [$0] } ?? []))
  }
}

extension Builder {
  private mutating func open(_ tag: Tag, indentation: [UInt8], line: Int?) {
    guard stack.count <= Self.deepest, !isTooDeep else {
      if !isTooDeep {
        report("More than \(Self.deepest) tags are open", at: tag.location, remedy: "move the inner part to a template of its own")
      }
      isTooDeep = true
      return
    }
    if tag.kind == .block, let outer = stack.first(where: { $0.kind == .block && $0.name == tag.name }) {
      report(
        "Block \"\(tag.name)\" can't contain itself", at: tag.location, remedy: "give the inner block another name",
        note: .init("the outer block", at: outer.location))
    }
    var frame = Frame(kind: tag.kind, name: tag.name, location: tag.location)
    frame.margin = stack[stack.count - 1].margin
    frame.indentation = indentation
    frame.lineAlone = line
    stack.append(frame)
  }

  /// A block whose content begins on the next line has that line's indentation.
  private mutating func takeMargin(after line: Int) {
    guard !isTooDeep, let first = firstIndentation(after: line) else { return }
    let last = stack.count - 1
    stack[last].indentation = Array(bytes[first.dropFirst(stack[last].margin)])
    stack[last].margin = max(stack[last].margin, first.count)
  }

  /// The blanks before the first line of a block; nil when the block is empty.
  private func firstIndentation(after line: Int) -> Range<Int>? {
    for next in lines[(line + 1)...] where !next.pieces.isEmpty {
      if let tags = next.tagsAlone(in: bytes), tags.first?.kind == .close { return nil }
      return next.indentation
    }
    return nil
  }

  private mutating func close(_ tag: Tag, line: Int?) {
    guard let index = stack.lastIndex(where: { $0.name == tag.name && $0.kind != .comment }) else {
      let open = stack[stack.count - 1]
      let isInside = stack.count > 1
      return report(
        "{{/\(tag.name)}} closes nothing", at: tag.location,
        remedy: isInside ? "did you mean {{/\(open.name)}}?" : "remove it, or open it before",
        note: isInside ? .init("opened here", at: open.location) : nil)
    }
    while stack.count - 1 > index {
      let open = stack[stack.count - 1]
      report(
        "\"\(open.name)\" is not closed before \"\(tag.name)\"", at: tag.location, remedy: "write {{/\(open.name)}} before it",
        note: .init("opened here", at: open.location))
      close()
    }
    var isWholeLine = false
    if let line, stack[index].lineAlone == line, !lines[line].end.isEmpty { isWholeLine = lines[line].tagCount == 2 }
    close(isWholeLine: isWholeLine)
  }

  /// Closes what is open innermost. It may be all that its line holds: `{{$head}}{{/head}}`.
  private mutating func close(isWholeLine: Bool = false) {
    let frame = stack.removeLast()
    switch frame.kind {
    case .section: append(.section(name(of: frame), frame.children))
    case .inverted: append(.inverted(name(of: frame), frame.children))
    case .parent:
      append(
        .partial(
          Inclusion(
            template: frame.name, location: frame.location, indentation: frame.indentation, replacements: frame.replacements)))
    default: add(block: frame, endsLine: isWholeLine)
    }
  }

  private func name(of frame: Frame) -> Name { name(Tag(kind: frame.kind, name: frame.name, location: frame.location)) }

  private mutating func add(block frame: Frame, endsLine: Bool) {
    let block = Block(
      name: frame.name, location: frame.location, indentation: frame.indentation, endsLine: endsLine, content: frame.children)
    let last = stack.count - 1
    guard stack[last].kind == .parent else { return append(.block(block)) }
    if let other = stack[last].replacements[block.name] {
      report(
        "Block \"\(block.name)\" is replaced twice", at: block.location, remedy: "remove one of the two",
        note: .init("first replaced here", at: other.location))
    }
    stack[last].replacements[block.name] = block
  }
}
