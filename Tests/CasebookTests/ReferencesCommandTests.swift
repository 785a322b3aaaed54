import Foundation
import TestSupport
import Testing

/// References through the program: conversion, printed lists, what pages and posters cite.
struct ReferencesCommandTests {
  private static let ris =
    "TY  - JOUR\nAU  - Roe, Jane\nTI  - Feet of gold and silver\nT2  - Foot\nPY  - 2012\nVL  - 3\nSP  - 1\nEP  - 9\nER  - \n"
  private static let nbib =
    "PMID- 22431912\nFAU - Balin, Samuel J\nTI  - Calcinosis cutis of the leg.\nTA  - Arch Dermatol\nDP  - 2012 Apr\n"

  @Test(arguments: [
    ("bibtex", "@article{roe2012,"), ("ris", "ID  - roe2012"), ("csl-json", "\"id\": \"roe2012\""), ("csl-yaml", "id: \"roe2012\""),
  ])
  func importWritesEveryFormat(format: String, expected: String) throws {
    let folder = try TestFolder(["a.ris": Self.ris, "b.nbib": Self.nbib])
    let run = try casebook("import", "refs", "a.ris", "b.nbib", "--to", format, in: folder.path)
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    #expect(run.output.contains(expected) && run.output.contains("pmid22431912") && run.output.contains("Balin"))
  }

  @Test func importSaysWhatIsWrongAndWritesTheRest() throws {
    let folder = try TestFolder(["a.ris": Self.ris, "b.bib": "@book{x, title = {Open"])
    let run = try casebook("import", "refs", "a.ris", "b.bib", "--to", "bibtex", in: folder.path)
    #expect(run.status == 1 && run.output.contains("roe2012") && run.errors.contains("b.bib:1"))
    #expect(try casebook("import", "refs", "a.ris", "--to", "docx", in: folder.path).status == 2)
    #expect(try casebook("import", "refs", "--to", "ris", in: folder.path).status == 2)
    #expect(try casebook("import", "refs", "none.ris", "--to", "ris", in: folder.path).status >= 2)
  }

  @Test func printedListsAreCheckedAloneAndWithRecords() throws {
    let list =
      "1. Balin JS. Calcinosis cutis on the leg. Arch Dermatol. 2012;148(4):462-455.\n\n2. Rowe J. Feet of gold and silver. Foot. 2012;3(1):1-9.\n"
    let folder = try TestFolder(["old.txt": list, "a.ris": Self.ris])
    let alone = try casebook("check", "--printed-references", "old.txt", in: folder.path)
    #expect(alone.status == 1 && alone.errors.contains("reversed-page-range") && alone.errors.contains("printed-references-only"))
    #expect(!alone.errors.contains("error[authors-match-record]"))
    let compared = try casebook("check", "--printed-references", "old.txt", "--records", "a.ris", in: folder.path)
    #expect(compared.status == 1 && compared.errors.contains("error[authors-match-record]") && compared.errors.contains("\"Rowe\""))
    #expect(!compared.errors.contains("printed-references-only"))
    let json = try casebook("check", "--printed-references", "old.txt", "--format", "json", in: folder.path)
    #expect(json.status == 1 && json.output.contains("\"reversed-page-range\""))
    #expect(try casebook("check", "--records", "a.ris", in: folder.path).status == 2)
    #expect(try casebook("check", "--printed-references", "old.txt", "a", in: folder.path).status == 2)
  }

  /// Eight references; the page cites in text, caption and event, the poster only two and lists one of them.
  private func library() throws -> TestFolder {
    let entries = (1...8).map { "@book{book\($0), author = {Author\($0), Ann}, title = {Title number \($0)}, year = 2001}\n" }.joined()
    let caseFile = Sample.case(
      "A",
      """
      patient: {age: 58, sex: male}
      timeline: {dates: relative}
      events: [{week: 1, kind: procedure, text: "Cast [@book4]"}]
      figures: [{id: foot, kind: photograph, week: 0, caption: "Ulcer [@book3]", alt: Ulcer}]
      """)
    let narrative = """
      ## Introduction

      First [@book2]. Again [@book2].

      ## Case presentation

      ```{figure}
      id: foot
      ```

      | a |
      | - |
      | b |

      : Table [@book1]

      ## Conclusion

      Last [@book5; @book6].

      """
    return try TestFolder(
      Sample.library([
        "content/cases/a/case.yaml": caseFile, "content/cases/a/narrative.md": narrative, "content/cases/a/references.bib": entries,
        "content/cases/a/poster.md": "## Introduction\n\nPoster [@book7; @book6].\n\n## References\n\n```{references}\nfirst: 1\n```\n",
      ]))
  }

  @Test func numbersFollowTheDocumentAndShortListsSaySo() throws {
    let folder = try library()
    let run = try casebook("build", in: folder.path)
    let page = try #require(folder.text("output/cases/a/index.html"), "\(run.errors)")
    let order = page.components(separatedBy: "<li id=\"ref-").dropFirst().map { String($0.prefix(5)) }
    #expect(Set(order.prefix(6)) == ["book1", "book2", "book3", "book4", "book5", "book6"] && order.first == "book2")
    #expect(order.suffix(2) == ["book7", "book8"] && order.firstIndex(of: "book5") == 4, "\(order)")
    #expect(page.contains("href=\"#ref-book2\"") && page.contains("Back to citation 2 of 2"))
    let poster = try #require(folder.text("output/cases/a/poster.html"))
    #expect(poster.contains("id=\"ref-book7\"") && !poster.contains("id=\"ref-book6\""))
    #expect(poster.contains("and 7 more: <a href=\"index.html\">cases.example.org/cases/a/</a>"))
    #expect(poster.contains("href=\"index.html#ref-book6\"") && poster.contains("href=\"#ref-book7\""))
  }

  @Test func keysThatNoFileShowsAreListed() throws {
    let folder = try TestFolder(
      Sample.library([
        "content/cases/a/references.nbib": Self.nbib, "content/cases/a/narrative.md": "## Introduction\n\nWrong [@balin2012].\n",
      ]))
    let run = try casebook("check", "a", in: folder.path)
    #expect(run.errors.contains("Entries without a key were given these: @pmid22431912"), "\(run.errors)")
    try folder.write("content/cases/a/narrative.md", "## Introduction\n\nRight [@pmid22431912].\n")
    #expect(try casebook("check", "a", in: folder.path).errors.contains("Entries without a key are cited as @pmid22431912"))
  }
}
