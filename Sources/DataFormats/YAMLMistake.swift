internal import Diagnostics

/// Names what people stumble over when they write YAML, from libyaml's error and the line it is on.
struct YAMLMistake {
  private(set) var diagnostic: Diagnostic
  /// The byte of a colon that was meant as text, when that was the mistake.
  private(set) var colonToQuote: Int?

  private let source: YAMLSource
  private let error: YAMLSyntaxError

  init(_ error: YAMLSyntaxError, in source: YAMLSource) {
    self.source = source
    self.error = error
    diagnostic = Diagnostic(.error, "invalid-yaml", "")
    diagnostic = controlCharacter() ?? tabIndentation() ?? unclosedQuote() ?? other()
    colonToQuote = diagnostic.rule == "unquoted-colon" ? byteOffset(of: error.place) : nil
  }

  /// Another diagnostic at the same place says the same with less to go on.
  func covers(_ other: Diagnostic) -> Bool {
    diagnostic.location?.line == other.location?.line && diagnostic.location?.column == other.location?.column
  }

  private func controlCharacter() -> Diagnostic? {
    guard let offset = error.offset.map({ $0 + TextEncoding.markLength(in: source.bytes) }) else { return nil }
    return Diagnostic(
      .error, "control-character", "A control character stands in the text",
      at: TextEncoding.location(ofByte: offset, in: source.bytes, file: source.file).shifted(by: source.firstLine - 1),
      remedy: "remove it: it is invisible, and often came with copied text")
  }

  private func tabIndentation() -> Diagnostic? {
    let indentation = line(error.place.line).prefix { $0 == space || $0 == tab }
    guard let column = indentation.firstIndex(of: tab).map({ $0 - indentation.startIndex }) else { return nil }
    return Diagnostic(
      .error, "tab-indentation", "A tab indents this line", at: location(.init(line: error.place.line, column: column), length: 1),
      explanation: "YAML tells by the indentation what belongs to what, and a tab has no certain width.", remedy: "indent with spaces")
  }

  private func unclosedQuote() -> Diagnostic? {
    var start: YAMLSource.Place?
    if error.context == "while scanning a quoted scalar", error.problem.hasPrefix("found unexpected") { start = error.contextPlace }
    if let quote = error.lastQuote, quote.end.line == error.place.line { start = quote.start }
    guard let start else { return nil }
    return Diagnostic(
      .error, "unclosed-quote", "The quote that opens here is not closed on its line", at: location(start, length: 1),
      remedy: "close it where the text ends; inside the text, write \\\" for a quote in double quotes and '' for one in single quotes")
  }

  private func other() -> Diagnostic {
    let problem = error.problem
    let value = valueOfLine()
    if let value, problem.hasPrefix("mapping values") || isByte(UInt8(ascii: ":")), value.start < error.place.column {
      return unquotedColon(value)
    }
    if problem.hasPrefix("mapping values") { return misplacedLine() }
    if problem.hasPrefix("found unknown escape") { return unknownEscape() }
    if problem.hasPrefix("could not find expected ':'") { return missingColon(at: error.contextPlace) }
    if error.context.hasPrefix("while parsing a flow") { return bracket() }
    if let value, value.start <= error.place.column { return badStart(value) ?? indentation() }
    if problem.hasPrefix("found character that cannot start") || error.context.contains("alias") || error.context.contains("anchor") {
      return specialCharacter(shown: character(at: error.place), at: error.place)
    }
    return indentation()
  }

  private func unquotedColon(_ value: Value) -> Diagnostic {
    let remedy =
      value.text.utf8.first == 0xE2
      ? "use straight quotes (\") in place of the curly ones" : "put quotes round the \(value.key): \(value.key): \"\(value.text)\""
    return Diagnostic(
      .error, "unquoted-colon", "\"\(value.text)\" has a colon in it and no quotes round it",
      at: location(.init(line: error.place.line, column: value.start), length: value.text.unicodeScalars.count), remedy: remedy)
  }

  private func misplacedLine() -> Diagnostic {
    let above = YAMLSource.Place(line: max(error.place.line - 1, 0), column: 0)
    let text = String(decoding: line(above.line), as: UTF8.self)
    if text.utf8.first.map({ $0 > space && $0 != UInt8(ascii: "#") }) ?? false, !(text + " ").contains(": ") {
      return missingColon(at: above)
    }
    return Diagnostic(
      .error, "yaml-indentation", "This line is indented as a part of the text above it, but holds a colon", at: location(error.place),
      remedy: "indent it like the key above, or put quotes round the whole text")
  }

  private func unknownEscape() -> Diagnostic {
    Diagnostic(
      .error, "unknown-escape", "A backslash begins no escape here", at: location(error.place),
      remedy: "double the backslash, or use single quotes")
  }

  private func missingColon(at place: YAMLSource.Place) -> Diagnostic {
    let text = String(decoding: line(place.line), as: UTF8.self)
    var remedy = "write a colon and a space after the key"
    if text.unicodeScalars.contains("\u{A0}") { remedy = "replace the no-break space (U+00A0) by a space" }
    return Diagnostic(
      .error, "missing-colon", "\"\(trimmed(text))\" has no key with a colon and a space", at: location(place), remedy: remedy)
  }

  private func bracket() -> Diagnostic {
    let open = character(at: error.contextPlace)
    let isOpenToTheEnd = error.place.line >= lineStarts.count - 1 && line(error.place.line).dropFirst(error.place.column).isEmpty
    if isOpenToTheEnd {
      return Diagnostic(
        .error, "unclosed-bracket", "\"\(open)\" is not closed", at: location(error.contextPlace, length: 1),
        remedy: "close it, or put quotes round a text that begins with it")
    }
    return Diagnostic(
      .error, "unclosed-bracket", "A comma or the end of \"\(open)\" is missing here", at: location(error.place),
      remedy: "put quotes round a text that holds commas, quotes or brackets",
      notes: [.init("opened here", at: location(error.contextPlace))])
  }

  private func badStart(_ value: Value) -> Diagnostic? {
    guard let first = value.text.unicodeScalars.first else { return nil }
    switch first {
    case "'", "\"":
      let inside =
        first == "'" ? "write '' for an apostrophe inside, or use double quotes" : "write \\\" for a quote inside, or use single quotes"
      return Diagnostic(
        .error, "text-after-quote", "The text goes on after its closing quote", at: location(error.place), remedy: inside)
    case "*", "&", "!", "@", "`", "%", "|", ">", "[", "{", "]", "}", ",":
      return specialCharacter(shown: String(first), at: .init(line: error.place.line, column: value.start))
    default: return nil
    }
  }

  private func specialCharacter(shown: String, at place: YAMLSource.Place) -> Diagnostic {
    Diagnostic(
      .error, "special-character", "\"\(shown)\" at the start of a text has a meaning of its own in YAML", at: location(place, length: 1),
      remedy: "put quotes round the text")
  }

  private func indentation() -> Diagnostic {
    let isBlock = error.context.contains("block")
    return Diagnostic(
      .error, isBlock ? "yaml-indentation" : "invalid-yaml",
      isBlock ? "This line does not belong to the block it stands in" : "YAML cannot be read here: \(error.problem)",
      at: location(error.place),
      remedy: isBlock ? "indent it like the lines it belongs to, and begin list items with a hyphen" : nil,
      notes: error.context.isEmpty ? [] : [.init("the block begins here", at: location(error.contextPlace))])
  }
}

extension YAMLMistake {
  /// What follows the first key of a line, in braces the last key before the error.
  ///
  /// `- title: Ulcer: a case` has the key "title" and the text "Ulcer: a case".
  private struct Value {
    var key: String
    var text: String
    /// Column from 0.
    var start: Int
  }

  private func valueOfLine() -> Value? {
    let scalars = Array(String(decoding: line(error.place.line), as: UTF8.self).unicodeScalars)
    let isInFlow = error.context.contains("flow")
    let colons = scalars.indices.filter { scalars[$0] == ":" && ($0 + 1 == scalars.count || scalars[$0 + 1] == " ") }
    guard let colon = isInFlow ? colons.last(where: { $0 < error.place.column }) : colons.first,
      let start = scalars.indices.first(where: { $0 > colon && scalars[$0] != " " })
    else { return nil }
    let ends: [Unicode.Scalar] = isInFlow ? [",", "}", "]"] : []
    let text = scalars[start...].prefix { !ends.contains($0) }
    let key = scalars[..<colon].split { " -{,[".unicodeScalars.contains($0) }.last.map { String(String.UnicodeScalarView($0)) } ?? "text"
    return Value(key: key, text: trimmed(String(String.UnicodeScalarView(text))), start: start)
  }

  private func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars.drop { $0 == " " || $0 == "\t" }
    let end = scalars.lastIndex { $0 != " " && $0 != "\t" && $0 != "\r" }
    return String(scalars[..<(end.map(scalars.index(after:)) ?? scalars.startIndex)])
      .split(separator: YAMLSource.quotedColon, omittingEmptySubsequences: false).joined(separator: ":")
  }

  private func isByte(_ byte: UInt8) -> Bool {
    byteOffset(of: error.place).map { $0 < source.bytes.count && source.bytes[$0] == byte } ?? false
  }

  private func character(at place: YAMLSource.Place) -> String {
    let scalars = String(decoding: line(place.line), as: UTF8.self).unicodeScalars
    return scalars.dropFirst(place.column).first.map { String($0) } ?? "…"
  }

  private func byteOffset(of place: YAMLSource.Place) -> Int? {
    let bytes = line(place.line)
    var column = 0
    for index in bytes.indices where bytes[index] & 0xC0 != 0x80 {
      if column == place.column { return index }
      column += 1
    }
    return nil
  }

  private var lineStarts: [Int] {
    var starts = [TextEncoding.markLength(in: source.bytes)]
    for (index, byte) in source.bytes.enumerated() {
      let isBeforeNewline = index + 1 < source.bytes.count && source.bytes[index + 1] == newline
      if byte == newline || (byte == carriageReturn && !isBeforeNewline) { starts.append(index + 1) }
    }
    return starts
  }

  private func line(_ number: Int) -> ArraySlice<UInt8> {
    let starts = lineStarts
    guard starts.indices.contains(number) else { return [] }
    let end = number + 1 < starts.count ? starts[number + 1] : source.bytes.count
    return source.bytes[starts[number]..<end].prefix { $0 != newline && $0 != carriageReturn }
  }

  private func location(_ place: YAMLSource.Place, length: Int = 0) -> SourceLocation {
    SourceLocation(file: source.file, line: place.line + source.firstLine, column: place.column + 1, length: length)
  }
}

extension SourceLocation {
  func shifted(by lines: Int) -> SourceLocation {
    var copy = self
    copy.line += lines
    return copy
  }
}
