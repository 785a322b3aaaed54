extension PrintedReferenceRule {
  static let articleNeedsVolume = PrintedReferenceRule(
    id: "article-needs-volume", code: "R02", severity: .error,
    explanation:
      "A reader finds a journal article by its volume. Journals that number by issue alone, and articles published online first, have none.",
    flagged: ["Doe J. Feet. Arch Dermatol. 2012;(4):455-462. doi:10.1/x"],
    accepted: [
      "Doe J. Feet. Arch Dermatol. 2012;148(4):455-462. doi:10.1/x", "Doe J. Hands. Clin Orthop Relat Res. 1999;(366):91-97. doi:10.1/x",
      "Doe J. Feet. Rheumatology (Oxford). Published online November 30, 2017. doi:10.1/x",
      "Doe J. Walking. Cochrane Database Syst Rev. 2019;(3):CD001. doi:10.1/x", "Murray PR. Medical Microbiology. 4th ed. Mosby; 2002.",
    ],
    check: .entry { reference, context in
      guard reference.kind == .article, reference.numbers.volume == nil, !reference.isPublishedOnline, let container = reference.container,
        !NumberedByIssue.isLikely(journal: context.text(container), issue: reference.numbers.issue.map(context.text))
      else { return [] }
      return [
        PrintedFlaw(
          "Article in \"\(context.text(container))\" has no volume", at: reference.numbers.range ?? container,
          remedy: "write the volume before the issue, as in 2012;148(4)")
      ]
    })
}

enum NumberedByIssue {
  /// Does the journal number by issue alone? An unknown journal does when its issue is a number that no year has.
  static func isLikely(journal: String, issue: String?) -> Bool {
    if let journal = Journal.named(journal) {
      return journal.numbering == .issueOnly || journal.abbreviation == "Cochrane Database Syst Rev"
    }
    return issue.flatMap { Int($0) }.map { $0 > 52 } ?? false
  }
}
