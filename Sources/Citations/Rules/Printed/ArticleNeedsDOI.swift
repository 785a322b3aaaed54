extension PrintedReferenceRule {
  static let articleNeedsDOI = PrintedReferenceRule(
    id: "article-needs-doi", code: "R04", severity: .warning,
    explanation:
      "AMA style prints the DOI whenever there is one. Where the journal registered none for that year, or is not known, this is only a hint.",
    flagged: ["Doe J. Feet. Arch Dermatol. 2012;148(4):455-462.", "Doe J. Feet. J Rheumatol. 2001;28(7):1573-1576."],
    accepted: [
      "Doe J. Feet. Arch Dermatol. 2012;148(4):455-462. doi:10.1001/x",
      "Doe J. Feet. Arch Dermatol. 2012;148(4):455-462. https://doi.org/10.1001/x", "Murray PR. Medical Microbiology. 4th ed. Mosby; 2002.",
    ],
    check: .entry { reference, context in
      guard reference.kind == .article, reference.doi == nil, let container = reference.container else { return [] }
      let journal = Journal.named(context.text(container))
      let isExpected = journal?.doiSince.map { $0 <= (reference.date?.year ?? 0) } ?? false
      return [
        PrintedFlaw(
          "Article in \"\(context.text(container))\" has no DOI", at: container,
          remedy: isExpected ? "look the DOI up at doi.org or PubMed and put it last" : "put the DOI last if there is one",
          severity: isExpected ? .warning : .info)
      ]
    })
}
