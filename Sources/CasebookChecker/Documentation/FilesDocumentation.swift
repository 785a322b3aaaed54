internal import Diagnostics

extension RuleDocumentation {
  /// Files as such, and the YAML, CSV and JSON in them.
  static let ofFiles: [RuleDocumentation] = [
    fileRule("missing-file", .error, "File that is named exists", "check the spelling, with capital and small letters, or add the file"),
    fileRule("file-unreadable", .error, "File can be read", "check its permissions, and that it is a file inside the site's folder"),
    fileRule("file-too-large", .error, "File has a size that a text or picture can have", "check that this is the file that was meant"),
    fileRule("misspelled-file", .warning, "File has a name that Casebook reads", "rename it as proposed"),
    fileRule("empty-file", .error, "File case.yaml holds a case", "begin it with \"title: …\""),
    fileRule("invalid-utf8", .error, "Text is UTF-8", "save the file as UTF-8 (in Excel: CSV UTF-8)"),
    fileRule("file-encoding", nil, "References are UTF-8", "save the file as UTF-8"),
    fileRule("nul-byte", .error, "Text holds no NUL bytes", "export the file again from the program it came from"),
    fileRule("control-character", .error, "Text holds no control characters", "remove the character at the place that is shown"),
    fileRule("invalid-yaml", .error, "YAML can be read", "look at the line and the one above it: a colon, a quote or an indent is wrong"),
    fileRule("yaml-indentation", .error, "Lines of a block begin in one column", "indent the line like its neighbors"),
    fileRule("tab-indentation", .error, "YAML is indented with blanks", "replace tabs at the beginning of lines by blanks"),
    fileRule(
      "unquoted-colon", .error, "Text with a colon and a blank is in quotes", "put quotes round the text",
      bad: "title: Ulcer: a case report", good: "title: \"Ulcer: a case report\""),
    fileRule("missing-colon", .error, "Key ends with a colon and a blank", "write \"key: value\""),
    fileRule(
      "special-character", .error, "Text that begins with a special character is in quotes", "put quotes round the text",
      bad: "label: *5 mg", good: "label: \"*5 mg\""),
    fileRule("unclosed-quote", .error, "Quote is closed", "close it where the text ends, or double it inside the text"),
    fileRule("unclosed-bracket", .error, "Bracket is closed", "close it, or put quotes round a text that begins with one"),
    fileRule("unknown-escape", .error, "Backslash in double quotes begins an escape", "double the backslash, or use single quotes"),
    fileRule(
      "curly-quotes", .warning, "YAML's quotes are straight ones", "use straight quotes; word processors curl them", bad: "title: “Ulcer”",
      good: "title: \"Ulcer\""),
    fileRule(
      "lost-comment", .warning, "What follows \" #\" is meant as a comment", "put quotes round the text if # belongs to it",
      bad: "title: Ulcer # 3", good: "title: \"Ulcer # 3\""),
    fileRule("unknown-anchor", .error, "Alias has its anchor", "put quotes round a text that begins with an asterisk"),
    fileRule("too-many-aliases", .error, "Aliases do not blow the file up", "write the values out"),
    fileRule("nested-too-deeply", .error, "Values are not nested without end", "close the brackets and braces"),
    fileRule("several-documents", .error, "File holds one YAML document", "remove the line of three hyphens"),
    fileRule("duplicate-key", .error, "Key is given once", "keep one of the two"),
    fileRule("key-is-not-text", .error, "Key is a text", "write a word before the colon"),
    fileRule("invalid-json", .error, "JSON can be read", "mend the place that is shown, or export the file again"),
    fileRule("text-after-quote", nil, "Quoted CSV field ends with its quote", "double a quote that belongs to the text"),
    fileRule("ragged-row", .warning, "Row has as many fields as the header", "check for a comma inside a text: such a field needs quotes"),
    fileRule(
      "spreadsheet-habits", .info, "Table is plain CSV",
      "nothing needs to be done: what was recognized is named, such as semicolons or a byte order mark"),
  ]
}

private func fileRule(_ id: String, _ severity: Severity?, _ headline: String, _ remedy: String, bad: String = "", good: String = "")
  -> RuleDocumentation
{
  RuleDocumentation(id, severity, headline, remedy: remedy, bad: bad, good: good, group: .files)
}
