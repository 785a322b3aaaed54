extension ReferenceRule {
  static let reversedPages = ReferenceRule(
    id: "reversed-page-range", code: "R01", explanation: PrintedReferenceRule.reversedPageRange.explanation
  ) { reference, _ in
    guard let pages = reference.variables["page"], PageRange.isReversed(pages) else { return nil }
    return ReferenceFlaw(.error, "Page range \"\(pages)\" runs backwards", remedy: "look the pages up in the source")
  }

  static let missingVolume = ReferenceRule(
    id: "article-needs-volume", code: "R02", explanation: PrintedReferenceRule.articleNeedsVolume.explanation
  ) { reference, journal in
    guard reference.isArticle, reference.variables["volume"] == nil, !reference.isAhead, let container = reference.printedContainer,
      !NumberedByIssue.isLikely(journal: container, issue: reference.variables["issue"])
    else { return nil }
    return ReferenceFlaw(
      journal == nil ? .warning : .error, "Article has no volume",
      remedy: "add \"volume\", or the status of an article ahead of print")
  }

  static let missingIssue = ReferenceRule(
    id: "article-needs-issue", code: "R03", explanation: PrintedReferenceRule.articleNeedsIssue.explanation
  ) { reference, journal in
    guard reference.isArticle, reference.variables["volume"] != nil, reference.variables["issue"] == nil,
      reference.variables["supplement-number"] == nil, journal?.numbering == .volumeAndIssue
    else { return nil }
    return ReferenceFlaw(.warning, "Article has no issue", remedy: "add \"issue\", in BibTeX \"number\"")
  }

  static let missingDOI = ReferenceRule(
    id: "article-needs-doi", code: "R04", explanation: PrintedReferenceRule.articleNeedsDOI.explanation
  ) { reference, journal in
    guard reference.isArticle, reference.variables["DOI"] == nil else { return nil }
    let year = reference.dates["issued"]?.parts.first?.year ?? 0
    let isExpected = journal?.doiSince.map { $0 <= year } ?? false
    return ReferenceFlaw(
      isExpected ? .warning : .info, "Article has no DOI",
      remedy: isExpected ? "look the DOI up at doi.org or PubMed" : "add the DOI if there is one")
  }

  static let journalNotAbbreviated = ReferenceRule(
    id: "journal-abbreviation", code: "R06", explanation: PrintedReferenceRule.journalAbbreviation.explanation
  ) { reference, journal in
    guard reference.isArticle, let container = reference.printedContainer, let journal,
      Journal.normalized(container) != Journal.normalized(journal.abbreviation)
    else { return nil }
    return ReferenceFlaw(
      .warning, "Journal \"\(container)\" is not in its NLM abbreviation",
      remedy: "add \"container-title-short\" (in BibTeX \"shortjournal\"): \(journal.abbreviation)")
  }

  static let titleCaseTitle = ReferenceRule(
    id: "sentence-case-title", code: "R13", explanation: PrintedReferenceRule.sentenceCaseTitle.explanation
  ) { reference, _ in
    guard [.article, .web, .chapter].contains(reference.printedKind), let title = reference.variables["title"],
      TitleCapitals(title) == .title,
      reference.variables["language"]?.hasPrefix("en") ?? true
    else { return nil }
    return ReferenceFlaw(.warning, "Title is in title case", remedy: "write it in sentence case, with capitals only in names")
  }
}
