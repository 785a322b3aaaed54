extension PrintedReferenceRule {
  static let articleNeedsIssue = PrintedReferenceRule(
    id: "article-needs-issue", code: "R03", severity: .warning,
    explanation: "AMA style prints the issue in parentheses behind the volume whenever the journal has issues.",
    flagged: ["Doe J. Feet. J Rheumatol. 2001;28:1573-1576.", "Doe J. Feet. Rheumatology (Oxford). 2018;57:370-381. doi:10.1/x"],
    accepted: [
      "Doe J. Feet. J Rheumatol. 2001;28(7):1573-1576.", "Doe J. Feet. BMC Musculoskelet Disord. 2018;19:12. doi:10.1/x",
      "Doe J. Feet. J Unheard Of Things. 2018;19:12-15. doi:10.1/x",
      "Doe J. Feet. Arthritis Res Ther. 2002;42(suppl 2):S93-S99. doi:10.1/x",
    ],
    check: .entry { reference, context in
      guard reference.kind == .article, let volume = reference.numbers.volume, reference.numbers.issue == nil,
        let container = reference.container,
        let journal = Journal.named(context.text(container)), journal.numbering == .volumeAndIssue
      else { return [] }
      return [
        PrintedFlaw(
          "Article in \"\(context.text(container))\" has no issue", at: volume,
          remedy: "write the issue behind the volume, as in \(context.text(volume))(4)")
      ]
    })
}
