internal import CasebookModel
internal import Diagnostics
internal import HTML
internal import Markdown

/// The text of a static page, without its first heading, which is the page's title.
struct PageText {
  var node: Node
  var diagnostics: [Diagnostic] = []

  init(_ page: Page, _ context: RenderContext) {
    var blocks = page.text.document.blocks
    if case .heading? = blocks.first?.content { blocks.removeFirst() }
    var slugs = Slug()
    var footnotes = FootnoteWriter(page.text.document.footnotes)
    var hooks = MarkdownWriter.Hooks()
    hooks.footnoteReference = { footnotes.mark($0) }
    hooks.headingID = { heading, attributes in attributes.id ?? slugs.unique(heading.plainText) }
    hooks.destination = publishedAddress
    hooks.table = { table, _ in .tag("div", ["class": "table-frame"], table) }
    let writer = MarkdownWriter(rawHTMLAllowed: context.site.allowsRawHTML, hooks: hooks)
    node = .fragment(writer.nodes(blocks))
    node = [node, footnotes.list(writer)]
  }
}
