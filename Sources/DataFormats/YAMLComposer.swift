internal import CYAML
internal import Diagnostics

/// Builds the tree from libyaml's events with a stack of its own, so that no depth of nesting can exhaust the program's.
struct YAMLComposer {
  let source: YAMLSource
  var root: Node?
  var diagnostics = [Diagnostic]()
  private var frames = [Frame]()
  private var anchors = [String: Sized]()
  private var repeatedNodes = 0
  private var documents = 0
  private var lastQuote: YAMLSyntaxError.Quote?

  init(source: YAMLSource) { self.source = source }

  /// A collection whose end has not come yet.
  private struct Frame {
    var isMapping: Bool
    var location: SourceLocation
    var anchor: String?
    var elements = [Node]()
    var entries = [Node.Entry]()
    var keys = KeyIndex()
    var key: Located<String>?
    /// The next node is a value, even if its key could not be used.
    var expectsValue = false
    var merges = [Node]()
    var height = 0
    var count = 1

    /// The value of the key that came before it; a diagnostic where the key is there already.
    mutating func addValue(_ node: Node) -> Diagnostic? {
      expectsValue = false
      guard let key else { return nil }
      if key.value == "<<" {
        merges += node.elements ?? [node]
      } else if let first = keys.insert(key.value, in: entries) {
        return .duplicateKey(key, first: entries[first].key.location)
      } else {
        entries.append(Node.Entry(key: key, value: node))
      }
      return nil
    }
  }

  /// A node, the levels below it and the nodes in it.
  private struct Sized {
    var node: Node
    var height = 0
    var count = 1
    var isPlainText = false
  }

  private enum Step { case next, end }

  /// Reads the whole stream; nil when libyaml understood it, be it with diagnostics.
  mutating func compose() -> YAMLSyntaxError? {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return YAMLSyntaxError(problem: "memory is exhausted") }
    defer { yaml_parser_delete(&parser) }
    return source.bytes.withUnsafeBufferPointer { buffer in
      let mark = TextEncoding.markLength(in: source.bytes)
      yaml_parser_set_input_string(&parser, buffer.baseAddress.map { $0 + mark }, buffer.count - mark)
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      var event = yaml_event_t()
      while true {
        guard yaml_parser_parse(&parser, &event) == 1 else { return YAMLSyntaxError(parser, lastQuote: lastQuote) }
        let step = take(event)
        yaml_event_delete(&event)
        if step == .end { return nil }
      }
    }
  }

  private mutating func take(_ event: yaml_event_t) -> Step {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let data = event.data.scalar
      add(scalar(event), anchor: name(data.anchor))
    case YAML_MAPPING_START_EVENT, YAML_SEQUENCE_START_EVENT:
      let isMapping = event.type == YAML_MAPPING_START_EVENT
      let anchor = isMapping ? event.data.mapping_start.anchor : event.data.sequence_start.anchor
      if let tag = name(isMapping ? event.data.mapping_start.tag : event.data.sequence_start.tag) { check(tag: tag, at: location(event)) }
      if frames.count >= YAML.maximumDepth { return refuseDepth(at: location(event)) }
      frames.append(Frame(isMapping: isMapping, location: location(event), anchor: name(anchor)))
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: closeFrame()
    case YAML_ALIAS_EVENT: return repeatAnchored(event)
    case YAML_DOCUMENT_START_EVENT:
      documents += 1
      if documents > 1 { return refuseSecondDocument(at: location(event)) }
    case YAML_STREAM_END_EVENT: return .end
    default: break
    }
    return .next
  }

  private mutating func scalar(_ event: yaml_event_t) -> Sized {
    let data = event.data.scalar
    var text = String(decoding: UnsafeBufferPointer(start: data.value, count: data.length), as: UTF8.self)
    let hasQuotedColon = source.hasQuotedColons && text.contains(YAMLSource.quotedColon)
    if hasQuotedColon {
      text = text.split(separator: YAMLSource.quotedColon, omittingEmptySubsequences: false).joined(separator: ":")
    }
    let place = location(event)
    var isPlain = data.style == YAML_PLAIN_SCALAR_STYLE
    if isPlain {
      if !hasQuotedColon { checkPlain(text, event) }
    } else if event.end_mark.line > event.start_mark.line, data.style != YAML_LITERAL_SCALAR_STYLE, data.style != YAML_FOLDED_SCALAR_STYLE {
      lastQuote = YAMLSyntaxError.Quote(start: YAMLSource.Place(event.start_mark), end: YAMLSource.Place(event.end_mark))
    }
    if let tag = name(data.tag) {
      check(tag: tag, at: place)
      if tag == "!" || tag == "tag:yaml.org,2002:str" { isPlain = false }
    }
    return Sized(node: Node(.scalar(text, isPlain: isPlain), at: place), isPlainText: isPlain)
  }

  private mutating func add(_ item: Sized, anchor: String? = nil) {
    if let anchor { anchors[anchor] = item }
    // In its place: a frame is too large to be moved for each of its nodes.
    let last = frames.count - 1
    guard last >= 0 else {
      root = item.node
      return
    }
    frames[last].height = max(frames[last].height, item.height + 1)
    frames[last].count += item.count
    if !frames[last].isMapping {
      frames[last].elements.append(item.node)
    } else if frames[last].expectsValue {
      if let problem = frames[last].addValue(item.node) { diagnostics.append(problem) }
    } else {
      frames[last].expectsValue = true
      frames[last].key = key(from: item)
    }
  }

  private mutating func key(from item: Sized) -> Located<String>? {
    guard let text = item.node.text else {
      diagnostics.append(
        Diagnostic(
          .error, "key-is-not-text", "A list or a mapping stands where a key is expected", at: item.node.location,
          remedy: "put quotes round a text that begins with a bracket or a brace"))
      return nil
    }
    guard item.isPlainText, let quoted = curlyQuoted(text) else { return Located(text, at: item.node.location) }
    diagnostics.append(.curlyQuotes("Key \(text) has curly quotes round it", at: item.node.location, severity: .error))
    return Located(quoted, at: item.node.location)
  }

  private mutating func closeFrame() {
    guard var frame = frames.popLast() else { return }
    for merged in frame.merges {
      guard let entries = merged.entries else {
        diagnostics.append(Diagnostic(.error, "invalid-yaml", "Only mappings can be merged by <<", at: merged.location))
        continue
      }
      for entry in entries where frame.keys.insert(entry.key.value, in: frame.entries) == nil { frame.entries.append(entry) }
    }
    let node = Node(frame.isMapping ? .mapping(frame.entries) : .sequence(frame.elements), at: frame.location)
    add(Sized(node: node, height: frame.height, count: frame.count), anchor: frame.anchor)
  }

  private mutating func repeatAnchored(_ event: yaml_event_t) -> Step {
    let place = location(event)
    let anchor = name(event.data.alias.anchor) ?? ""
    guard var item = anchors[anchor] else {
      diagnostics.append(
        Diagnostic(
          .error, "unknown-anchor", "\"*\(anchor)\" refers to no anchor above it", at: place,
          remedy: "put quotes round a text that begins with an asterisk"))
      add(Sized(node: Node(.scalar("*" + anchor, isPlain: false), at: place)))
      return .next
    }
    repeatedNodes += item.count
    if repeatedNodes > YAML.maximumRepeatedNodes {
      root = nil
      diagnostics.append(
        Diagnostic(
          .error, "too-many-aliases", "Aliases repeat more than \(YAML.maximumRepeatedNodes) values", at: place,
          remedy: "write the values out, or use fewer aliases"))
      return .end
    }
    if frames.count + item.height >= YAML.maximumDepth { return refuseDepth(at: place) }
    item.node.location = place
    add(item)
    return .next
  }
}

extension YAMLComposer {
  private mutating func refuseDepth(at place: SourceLocation) -> Step {
    root = nil
    diagnostics.append(
      Diagnostic(
        .error, "nested-too-deeply", "Values are nested more than \(YAML.maximumDepth) levels deep", at: place,
        remedy: "close the brackets and braces"))
    return .end
  }

  private mutating func refuseSecondDocument(at place: SourceLocation) -> Step {
    diagnostics.append(
      Diagnostic(
        .error, "several-documents", "A second YAML document begins here", at: place,
        explanation: "A line of three hyphens separates documents; only the first one is read.",
        remedy: "remove the line \"---\", or split the file"))
    return .end
  }

  private mutating func check(tag: String, at place: SourceLocation) {
    if tag == "!" || tag.hasPrefix("tag:yaml.org,2002:") { return }
    diagnostics.append(
      Diagnostic(
        .error, "special-character", "\"\(tag)\" is read as a YAML tag", at: place, remedy: "put quotes round a text that begins with \"!\""
      ))
  }

  private mutating func checkPlain(_ text: String, _ event: yaml_event_t) {
    let isKey = frames.last.map { $0.isMapping && !$0.expectsValue } ?? false
    if !isKey, curlyQuoted(text) != nil {
      diagnostics.append(.curlyQuotes("Curly quotes round a text are part of it", at: location(event), severity: .warning))
    }
    guard !source.doubtfulComments.isEmpty else { return }
    let end = YAMLSource.Place(event.end_mark)
    guard source.doubtfulComments.contains(YAMLSource.Place(line: end.line, column: end.column + 1)) else { return }
    let place = SourceLocation(file: source.file, line: end.line + source.firstLine, column: end.column + 2, length: 1)
    diagnostics.append(
      Diagnostic(
        .warning, "lost-comment", "The text after \"#\" is read as a comment", at: place,
        remedy: "put quotes round the whole text, or write two spaces before a comment and one after \"#\""))
  }

  private func location(_ event: yaml_event_t) -> SourceLocation {
    let start = event.start_mark
    let end = event.end_mark
    let length = start.line == end.line && event.type == YAML_SCALAR_EVENT ? end.column - start.column : 0
    return SourceLocation(file: source.file, line: start.line + source.firstLine, column: start.column + 1, length: length)
  }

  private func name(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? { pointer.map { String(cString: $0) } }
}

extension YAMLSource.Place {
  init(_ mark: yaml_mark_t) { self.init(line: mark.line, column: mark.column) }
}

/// The text between a word processor's quotes, or nil for another text.
///
///     curlyQuoted("“Ulcer”")  // "Ulcer"
func curlyQuoted(_ text: String) -> String? {
  guard text.utf8.first == 0xE2 || text.utf8.first == 0xC2, let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
    text.unicodeScalars.count > 1
  else { return nil }
  let pairs: [(Unicode.Scalar, [Unicode.Scalar])] = [("“", ["”", "“"]), ("‘", ["’", "‘"]), ("„", ["“", "”"]), ("«", ["»"])]
  guard let pair = pairs.first(where: { $0.0 == first }), pair.1.contains(last) else { return nil }
  return String(text.unicodeScalars.dropFirst().dropLast())
}

extension Diagnostic {
  static func curlyQuotes(_ summary: String, at place: SourceLocation, severity: Severity) -> Diagnostic {
    Diagnostic(
      severity, "curly-quotes", summary, at: place, explanation: "YAML knows only straight quotes; a word processor makes them curly.",
      remedy: "use straight quotes (\"), or put straight quotes round the curly ones to keep them")
  }
}
