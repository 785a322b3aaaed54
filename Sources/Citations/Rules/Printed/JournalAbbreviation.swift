extension PrintedReferenceRule {
  static let journalAbbreviation = PrintedReferenceRule(
    id: "journal-abbreviation", code: "R06", severity: .warning,
    explanation: "Journals are printed in the abbreviation of the National Library of Medicine, a place in parentheses included.",
    flagged: [
      "Doe J. Feet. J Rheumatology. 2001;28(7):1573-1576.", "Doe J. Feet. Rheumatology. 2018;57(2):370-381. doi:10.1/x",
      "Doe J. Feet. The New England Journal of Medicine. 2018;57(2):370-381. doi:10.1/x",
    ],
    accepted: [
      "Doe J. Feet. J Rheumatol. 2001;28(7):1573-1576.", "Doe J. Feet. Rheumatology (Oxford). 2018;57(2):370-381. doi:10.1/x",
      "Doe J. Feet. JAMA. 2018;57(2):370-381. doi:10.1/x", "Doe J. Feet. J Unheard Of Things. 2018;57(2):370-381. doi:10.1/x",
    ],
    check: .entry { reference, context in
      guard reference.kind == .article, let container = reference.container, let journal = Journal.named(context.text(container)),
        Journal.normalized(context.text(container)) != Journal.normalized(journal.abbreviation)
      else { return [] }
      return [
        PrintedFlaw(
          "Journal \"\(context.text(container))\" is not in its NLM abbreviation", at: container,
          remedy: "write \"\(journal.abbreviation)\"")
      ]
    })
}
