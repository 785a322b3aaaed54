package import Diagnostics

/// A parsed Mustache template: parsed once, rendered any number of times, from any thread.
package struct Template: Sendable {
  var nodes: [Node]

  /// Reads a template and everything that is wrong with its syntax.
  ///
  ///     Template.parse(Array("Hello, {{name}}!".utf8), file: "templates/hello.html")
  ///
  /// The template is nil when a diagnostic is an error. Warnings come with a template that works.
  package static func parse(_ bytes: [UInt8], file: String) -> (template: Template?, diagnostics: [Diagnostic]) {
    if let problem = invalidUTF8(bytes, file: file) { return (nil, [problem]) }
    var scanner = Scanner(bytes, file: file)
    let lines = scanner.lines()
    var builder = Builder(bytes: bytes, lines: lines, diagnostics: scanner.diagnostics)
    let nodes = builder.build()
    let diagnostics = builder.diagnostics.inReadingOrder()
    return (diagnostics.containErrors ? nil : Template(nodes: nodes), diagnostics)
  }

  private static func invalidUTF8(_ bytes: [UInt8], file: String) -> Diagnostic? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let line = bytes[..<error.byteOffsets.lowerBound].count { $0 == newline } + 1
      return Diagnostic(
        .error, "template-syntax", "Template is not UTF-8 text", at: SourceLocation(file: file, line: line),
        remedy: "save the file as UTF-8")
    }
  }
}

/// A piece of a parsed template; behind a reference, so that going through a template copies no names and places.
indirect enum Node: Sendable {
  case text([UInt8])
  case variable(Name, isEscaped: Bool)
  case section(Name, [Node])
  case inverted(Name, [Node])
  case partial(Inclusion)
  case block(Block)
}

/// A name of a value: `case.title`, or `.` (no parts) for the value at hand.
struct Name: Sendable {
  var parts: [String]
  var location: SourceLocation
}

/// `{{>head}}`, or `{{<page}}…{{/page}}` with the blocks that it replaces.
struct Inclusion: Sendable {
  var template: String
  var location: SourceLocation
  /// Written before each line of the template, when the tag stood alone on its line.
  var indentation: [UInt8]
  var replacements: [String: Block] = [:]
}

/// `{{$title}}…{{/title}}`: a place with its default content, or, inside a parent tag, what replaces it.
struct Block: Sendable {
  var name: String
  var location: SourceLocation
  /// Written before each line of the content, which is kept without the indentation it had in its file.
  var indentation: [UInt8]
  /// `{{$title}}{{/title}}` alone on its line: what fills it ends with a newline.
  var endsLine: Bool
  var content: [Node]
}

let newline = UInt8(ascii: "\n")
let carriageReturn = UInt8(ascii: "\r")

func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
