import DataFormats
import Testing

/// What people stumble over when they write YAML, and how it is named.
@Suite struct YAMLMistakeTests {
  private static let mistakes: [(String, [String])] = [
    ("title: Staged closure: a case\nb: 1", ["1:8 unquoted-colon \"Staged closure: a case\" has a colon in it and no quotes round it"]),
    ("events:\n  - {week: 8, text: Graft: second}", ["2:21 unquoted-colon \"Graft: second\" has a colon in it and no quotes round it"]),
    (
      "a: b: c: d\ne: f: g\n",
      [
        "1:4 unquoted-colon \"b: c: d\" has a colon in it and no quotes round it",
        "2:4 unquoted-colon \"f: g\" has a colon in it and no quotes round it",
      ]
    ),
    ("title: “Ulcer: a case”", ["1:8 unquoted-colon \"“Ulcer: a case”\" has a colon in it and no quotes round it"]),
    (
      "title: “Ulcer”\n“key”: 1",
      ["1:8 warning curly-quotes Curly quotes round a text are part of it", "2:1 curly-quotes Key “key” has curly quotes round it"]
    ),
    (
      "title: Ulcer #3 on foot\nb: Grade # 2\nc: draft # note\nd: draft  #note\nbrand: #0b4f6c",
      [
        "1:14 warning lost-comment The text after \"#\" is read as a comment",
        "2:10 warning lost-comment The text after \"#\" is read as a comment",
        "5:8 warning lost-comment The text after \"#\" is read as a comment",
      ]
    ),
    ("a: 1\n\tb: 2", ["2:1 tab-indentation A tab indents this line"]),
    ("a:\n\tb: 2", ["2:1 tab-indentation A tab indents this line"]),
    ("a:\n  - x\n\t- y", ["3:1 tab-indentation A tab indents this line"]),
    ("title: \"Ulcer\nb: 1\n", ["1:8 unclosed-quote The quote that opens here is not closed on its line"]),
    ("title: \"Ulcer\nkey: \"x\"\n", ["1:8 unclosed-quote The quote that opens here is not closed on its line"]),
    ("title: 'The patient's words'", ["1:21 text-after-quote The text goes on after its closing quote"]),
    ("title: \"The \"big\" ulcer\"", ["1:14 text-after-quote The text goes on after its closing quote"]),
    ("text: *Before* treatment", ["1:7 special-character \"*\" at the start of a text has a meaning of its own in YAML"]),
    ("text: *Before treatment*", ["1:7 special-character \"*\" at the start of a text has a meaning of its own in YAML"]),
    ("text: @home", ["1:7 special-character \"@\" at the start of a text has a meaning of its own in YAML"]),
    ("text: `x`", ["1:7 special-character \"`\" at the start of a text has a meaning of its own in YAML"]),
    ("text: 5 % x\nb: %x", ["2:4 special-character \"%\" at the start of a text has a meaning of its own in YAML"]),
    ("text: !important x", ["1:7 special-character \"!important\" is read as a YAML tag"]),
    ("text: [Draft] title", ["1:7 special-character \"[\" at the start of a text has a meaning of its own in YAML"]),
    ("text: > 5 cm", ["1:7 special-character \">\" at the start of a text has a meaning of its own in YAML"]),
    ("text: [a, b\nc: d", ["2:2 unclosed-bracket A comma or the end of \"[\" is missing here | opened here 1:7"]),
    ("text: {a: b, c: \"d\" e}", ["1:21 unclosed-bracket A comma or the end of \"{\" is missing here | opened here 1:7"]),
    ("text: \"C:\\folder\"", []),
    ("a: 1\nkeyword\nb: 2", ["2:1 missing-colon \"keyword\" has no key with a colon and a space"]),
    ("a: 1\ntitle:Ulcer\nb: 2", ["2:1 missing-colon \"title:Ulcer\" has no key with a colon and a space"]),
    ("a: 1\ntitle:\u{A0}Ulcer\nb: 2", ["2:1 missing-colon \"title: Ulcer\" has no key with a colon and a space"]),
    ("a: 1\n  b: 2", ["2:4 yaml-indentation This line is indented as a part of the text above it, but holds a colon"]),
    ("a:\n    b: 2\n  c: 3", ["3:3 yaml-indentation This line does not belong to the block it stands in | the block begins here 1:1"]),
    ("a:\n  - x\n  y: 3", ["3:3 yaml-indentation This line does not belong to the block it stands in | the block begins here 2:3"]),
    ("[a]: 1", ["1:1 key-is-not-text A list or a mapping stands where a key is expected"]),
    ("a: x\u{B}y", ["1:5 control-character A control character stands in the text"]),
    ("- a\nb: c", ["2:1 yaml-indentation This line does not belong to the block it stands in | the block begins here 1:1"]),
    ("a: &x", []),
    ("a: }", ["1:4 special-character \"}\" at the start of a text has a meaning of its own in YAML"]),
    ("a: ]\nb: 1", ["1:4 special-character \"]\" at the start of a text has a meaning of its own in YAML"]),
    ("a: , b", ["1:4 special-character \",\" at the start of a text has a meaning of its own in YAML"]),
  ]

  @Test(arguments: mistakes)
  func isNamed(source: String, problems: [String]) {
    let result = YAML.parse(Array(source.utf8), file: "case.yaml")
    #expect(result.diagnostics.map(\.brief) == problems)
  }

  @Test(arguments: [
    ("title: Closure: a case", "put quotes round the title: title: \"Closure: a case\""),
    ("title: “Closure: a case”", "use straight quotes (\") in place of the curly ones"),
    ("title:\u{A0}Ulcer\nb: 1", "replace the no-break space (U+00A0) by a space"),
    ("a:\n\tb: 2", "indent with spaces"),
    ("a: 'The patient's words'", "write '' for an apostrophe inside, or use double quotes"),
  ])
  func hasARemedy(source: String, remedy: String) {
    #expect(YAML.parse(Array(source.utf8), file: "case.yaml").diagnostics.first?.remedy == remedy)
  }

  @Test func aColonThatLacksQuotesIsReadAsText() {
    let node = YAML.parse(Array("title: Closure: a case: report\nbad: [\n".utf8), file: "case.yaml")
    #expect(node.node == nil)
    #expect(node.diagnostics.map(\.rule) == ["unquoted-colon", "unclosed-bracket"])
    let good = YAML.parse(Array("title: Closure: a case: report\nb: 1\n".utf8), file: "case.yaml")
    #expect(good.node?["title"]?.text == "Closure: a case: report")
    #expect(good.node?["b"]?.place == "2:4+1")
  }
}
