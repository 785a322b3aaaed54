import DataFormats
import Testing

@Suite struct JSONWriterTests {
  private func text(_ value: JSONValue, _ style: JSONValue.Style = .compact) -> String {
    String(decoding: value.serialized(style), as: UTF8.self)
  }

  @Test func writesCompactly() {
    let value: JSONValue = ["b": [1, -2, true, .null, .number("0.45")], "a": "x", "c": [:], "d": []]
    #expect(text(value) == #"{"b":[1,-2,true,null,0.45],"a":"x","c":{},"d":[]}"#)
  }

  @Test func writesIndented() {
    #expect(
      text(["a": [1, ["b": "c"]], "d": []], .indented) == "{\n  \"a\": [\n    1,\n    {\n      \"b\": \"c\"\n    }\n  ],\n  \"d\": []\n}\n")
  }

  @Test func escapesWhatJSONDemands() {
    #expect(text(.string("\"\\\n\r\t\u{1}\u{7F}é😀</script>")) == "\"\\\"\\\\\\n\\r\\t\\u0001\\u007fé😀</script>\"")
    #expect(text("<a&b>", JSONValue.Style(isSafeInHTML: true)) == #""\u003ca\u0026b\u003e""#)
  }

  @Test func whatIsWrittenIsReadBack() {
    let hostile = "q\" b\\ n\n é 😀 \u{0} \u{2028} </script>"
    let value = JSONValue.object([.init(hostile, .array([.string(hostile)]))])
    for style in [JSONValue.Style.compact, .indented, .init(isSafeInHTML: true)] {
      #expect(JSON.parse(value.serialized(style), file: "x").node?[hostile]?.elements?.first?.text == hostile)
    }
  }
}
