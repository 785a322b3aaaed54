internal import CYAML

/// Why libyaml stopped; lines and columns count from 0.
struct YAMLSyntaxError {
  var problem: String
  var place = YAMLSource.Place(line: 0, column: 0)
  var context = ""
  var contextPlace = YAMLSource.Place(line: 0, column: 0)
  /// The byte that is no character of YAML, where that was the problem.
  var offset: Int?
  /// The last quoted text that ran over the end of a line: where an error behind it often comes from.
  var lastQuote: Quote?

  struct Quote {
    var start: YAMLSource.Place
    var end: YAMLSource.Place
  }

  init(problem: String) { self.problem = problem }

  init(_ parser: yaml_parser_t, lastQuote: Quote?) {
    problem = parser.problem.map { String(cString: $0) } ?? "memory is exhausted"
    context = parser.context.map { String(cString: $0) } ?? ""
    place = YAMLSource.Place(parser.problem_mark)
    contextPlace = YAMLSource.Place(parser.context_mark)
    offset = parser.error == YAML_READER_ERROR ? parser.problem_offset : nil
    self.lastQuote = lastQuote
  }
}
