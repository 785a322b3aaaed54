internal import Diagnostics

extension RuleDocumentation {
  /// Narratives, poster texts and pages. What can't be understood is printed as text.
  static let ofMarkdown: [RuleDocumentation] = [
    markdownRule("markdown-too-large", .error, "Text is at most as long as a book", "split it into several files"),
    markdownRule("markdown-too-many-problems", .warning, "All problems of a text are told", "mend the first ones; the others show then"),
    markdownRule("markdown-nesting-too-deep", .error, "Lists and quotes are not nested without end", "take some levels out"),
    markdownRule("markdown-paragraph-too-complex", .error, "Paragraph has a number of marks that a person writes", "split the paragraph"),
    markdownRule("markdown-raw-html", .warning, "HTML is not used", "write Markdown, or set raw-html: true in site.yaml"),
    markdownRule(
      "markdown-link-scheme", .warning, "Link is http, https, mailto, tel, relative or a fragment", "write an address of that kind"),
    markdownRule("markdown-part-unclear", .warning, "Block in braces names a generated part", "write ```{timeline} or another part's name"),
    markdownRule("markdown-attributes-unclear", .warning, "Braces after a heading hold an id or a class", "write {#sec-name .poster}"),
    markdownRule(
      "markdown-table-columns", .warning, "Row of dashes has as many cells as the header", "add or remove cells in the row of dashes"),
    markdownRule(
      "markdown-table-row-too-long", .warning, "Row of a table is no longer than its header", "remove the cells, or add a column",
      bad: "| a | b |\n| --- | --- |\n| 1 | 2 | 3 |", good: "| a | b | c |\n| --- | --- | --- |\n| 1 | 2 | 3 |"),
    markdownRule("markdown-caption-without-table", .warning, "Caption follows a table", "put the line \": Caption\" right under the table"),
    markdownRule(
      "markdown-citation-unclosed", .warning, "Citation has both brackets", "add the bracket", bad: "[@balin2012", good: "[@balin2012]"),
    markdownRule(
      "markdown-citation-separator", .warning, "Citations are separated by semicolons", "write [@a; @b]", bad: "[@balin2012, @leroy2001]",
      good: "[@balin2012; @leroy2001]"),
    markdownRule("markdown-citation-without-key", .warning, "Each part of a citation has an @key", "add the key, or take the part out"),
    markdownRule(
      "markdown-citation-mixed", .warning, "Citations and cross-references stand in brackets of their own",
      "write [@balin2012] and @fig-foot-1 apart"),
    markdownRule("markdown-citation-in-link", .warning, "Citation does not stand in a link's text", "put it after the link"),
    markdownRule("markdown-footnote-undefined", .error, "Footnote has its text", "add [^1]: with the text"),
    markdownRule("markdown-footnote-duplicate", .error, "Footnote's text is there once", "rename one of the two"),
    markdownRule("markdown-footnote-unreferenced", .warning, "Footnote is referred to", "write [^1] where it belongs, or remove its text"),
    markdownRule("markdown-footnote-in-link", .warning, "Footnote does not stand in a link's text", "put it after the link"),
  ]
}

private func markdownRule(_ id: String, _ severity: Severity?, _ headline: String, _ remedy: String, bad: String = "", good: String = "")
  -> RuleDocumentation
{
  RuleDocumentation(id, severity, headline, remedy: remedy, bad: bad, good: good, group: .markdown)
}
