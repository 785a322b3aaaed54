import Testing

@testable import Templates

/// Lines that hold only tags leave nothing; what a tag alone on its line brings in is indented like the tag.
struct IndentationTests {
  @Test func pageShell() {
    let page = """
      <html>
        <head>
          <title>{{$title}}Library{{/title}}</title>
          {{$head}}{{/head}}
          {{$styles}}
          <link rel="stylesheet">
          {{/styles}}
        </head>
        <main>
          {{$content}}
          {{/content}}
        </main>
      </html>

      """
    let main = """
      {{<page}}
        {{$title}}{{title}}{{/title}}
        {{$content}}
          <h1>{{title}}</h1>

          {{#figures}}
            {{>figure}}
          {{/figures}}
          {{{body}}}
        {{/content}}
      {{/page}}

      """
    let value: TemplateValue = ["title": "A", "figures": [["id": "1"], ["id": "2"]], "body": "<pre>\nkept\n</pre>"]
    let (output, diagnostics) = rendered([("main", main), ("page", page), ("figure", "<figure>\n  {{id}}\n</figure>\n")], value)
    #expect(diagnostics.isEmpty)
    #expect(
      output == """
        <html>
          <head>
            <title>A</title>
            <link rel="stylesheet">
          </head>
          <main>
            <h1>A</h1>

              <figure>
                1
              </figure>
              <figure>
                2
              </figure>
            <pre>
        kept
        </pre>
          </main>
        </html>

        """)
  }

  @Test func blocksAloneOnALineEndWithANewline() {
    let page = "[\n  {{$a}}{{/a}}\n]\n"
    #expect(rendered([("main", "{{<page}}{{/page}}"), ("page", page)], [:]).output == "[\n]\n")
    #expect(rendered([("main", "{{<page}}{{$a}}x{{/a}}{{/page}}"), ("page", page)], [:]).output == "[\n  x\n]\n")
    #expect(rendered([("main", "{{<page}}{{$a}}\nx\ny\n{{/a}}{{/page}}"), ("page", page)], [:]).output == "[\n  x\n  y\n]\n")
  }

  @Test func carriageReturnsStay() {
    #expect(rendered("a\r\n{{#x}}\r\nb\r\n{{/x}}\r\nc", ["x": true]).output == "a\r\nb\r\nc")
  }
}
