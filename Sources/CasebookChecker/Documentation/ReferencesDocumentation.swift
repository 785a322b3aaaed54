internal import Diagnostics

extension RuleDocumentation {
  /// References of a case's own files and of content/references.
  static let ofReferences: [RuleDocumentation] = [
    referenceRule("reversed-page-range", .error, "Pages run upward", "correct the pages; 462-55 means 462 to 455 only by mistake"),
    referenceRule("article-needs-volume", .error, "Article has a volume", "add \"volume\", or the status of an article ahead of print"),
    referenceRule(
      "article-needs-issue", .warning, "Article has an issue where its journal has them", "add \"issue\", in BibTeX \"number\""),
    referenceRule("article-needs-doi", nil, "Article has its DOI", "look it up at doi.org or PubMed"),
    referenceRule("doi-form", .error, "DOI has the form of one", "copy it again from the article's page"),
    referenceRule(
      "journal-abbreviation", .warning, "Journal is in its NLM abbreviation", "add \"container-title-short\", in BibTeX \"shortjournal\""),
    referenceRule(
      "sentence-case-title", .warning, "Title is in sentence case", "write capitals only in names",
      bad: "title: Calcinosis Cutis Of The Leg", good: "title: Calcinosis cutis of the leg"),
    referenceRule(
      "web-reference-incomplete", .error, "Web page has an address and the day it was read",
      "add \"URL\" and \"accessed\", in BibTeX \"urldate\""),
    referenceRule("reference-needs-title", .error, "Reference has a title", "add \"title\""),
    referenceRule("reference-needs-author", .info, "Reference has an author", "add \"author\"; a group goes in braces or in \"literal\""),
    referenceRule("reference-needs-date", .warning, "Reference has a year", "add \"issued\", in BibTeX \"year\""),
    referenceRule("retracted-reference", .warning, "Reference was not retracted", "take it out, or say in the text that it was retracted"),
    referenceRule("duplicate-reference", .warning, "Source is listed once", "keep one of the two and cite it by one key"),
    syntaxRule("duplicate-reference-key", .error, "Reference key is used once", "give one of the two entries another key"),
    syntaxRule(
      "unknown-reference-format", .error, "File of references is in a known format",
      "export it as BibTeX, RIS, PubMed (nbib), CSL-JSON or CSL-YAML"),
    syntaxRule("no-references", .error, "File of references has some", "check that this is the file that was meant"),
    syntaxRule(
      "generated-reference-keys", .info, "Entries without a key get one", "cite them by these keys, or write an ID into each entry"),
    syntaxRule("bibtex-syntax", nil, "BibTeX entry can be read", "mend the entry at the place that is shown"),
    syntaxRule("bibtex-macro", .error, "BibTeX macro is defined", "define it with @string, or put braces round the text"),
    syntaxRule("bibtex-crossref", .error, "BibTeX entry inherits from one that is there", "correct \"crossref\" or \"xdata\""),
    syntaxRule("latex-command", .warning, "LaTeX command in a reference is a known one", "write the character itself"),
    syntaxRule("names-cut-short", .warning, "Reference lists all authors", "replace \"and others\" by the names"),
    syntaxRule("ris-syntax", nil, "RIS entry can be read", "export the entry again"),
    syntaxRule("nbib-syntax", .error, "PubMed entry can be read", "export the entry again from PubMed"),
    syntaxRule("csl-data", nil, "CSL entry can be read", "mend the value at the place that is shown"),
  ]

  /// Lists of references as they are printed: casebook check --printed-references.
  static let ofPrintedReferences: [RuleDocumentation] = [
    printedRule(
      "another-kind-of-source", .info, "Reference is of the kind that it seems", "check whether it is an article, a book or a page"),
    printedRule("author-name-form", .warning, "Authors are printed as family name and initials", "write Balin SJ, without points"),
    printedRule("authors-match-record", .warning, "Authors are those of the record, in its order", "compare them with the record"),
    printedRule("title-matches-record", .warning, "Title is that of the record", "compare it with the record"),
    printedRule("editors-as-authors", .warning, "Editors are not printed as authors", "add \"eds\" after their names"),
    printedRule(
      "et-al-too-early", .warning, "Et al. comes after the number of names that the style allows", "print the names that the style asks for"
    ),
    printedRule("mixed-reference-forms", .warning, "References are printed in one form", "print all of them in one style"),
    printedRule("reference-date-form", .warning, "Dates are printed in one form", "print them as the style says"),
    printedRule("reference-order", .warning, "References are in the style's order", "sort them as the style says"),
    printedRule("reference-punctuation", .warning, "Punctuation is the style's", "print it as the style says"),
    printedRule("reference-spacing", .info, "Blanks are the style's", "print them as the style says"),
    printedRule("reference-too-long", .error, "Entry is no longer than a reference can be", "put a blank line between the entries"),
    printedRule(
      "printed-references-only", .info, "Rules that need a record are not run on a printed list",
      "keep the references as a file, and let the style print them"),
    printedRule("too-many-problems", .info, "All problems of a list are told", "mend the first ones; the others show then"),
  ]
}

private func referenceRule(_ id: String, _ severity: Severity?, _ headline: String, _ remedy: String, bad: String = "", good: String = "")
  -> RuleDocumentation
{
  RuleDocumentation(id, severity, headline, remedy: remedy, bad: bad, good: good, group: .references)
}

/// Entries that can't be read are missing from the list: they belong to the files.
private func syntaxRule(_ id: String, _ severity: Severity?, _ headline: String, _ remedy: String) -> RuleDocumentation {
  RuleDocumentation(id, severity, headline, remedy: remedy, group: .files)
}

private func printedRule(_ id: String, _ severity: Severity?, _ headline: String, _ remedy: String) -> RuleDocumentation {
  RuleDocumentation(id, severity, headline, remedy: remedy, group: .printedReferences)
}
