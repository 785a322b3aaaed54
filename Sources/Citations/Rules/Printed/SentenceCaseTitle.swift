extension PrintedReferenceRule {
  static let sentenceCaseTitle = PrintedReferenceRule(
    id: "sentence-case-title", code: "R13", severity: .warning,
    explanation:
      "Titles of articles, chapters and pages have a capital only in their first word and in names; titles of books keep theirs.",
    flagged: ["Doe J. Surgery of the Diabetic Foot in Older Patients. Lancet. 2001;28(7):1-6. doi:10.1/x"],
    accepted: [
      "Doe J. Surgery of the diabetic foot in older patients. Lancet. 2001;28(7):1-6. doi:10.1/x",
      "Doe J. Results of the European Scleroderma Observational Study of hands in older patients. Lancet. 2001;28(7):1-6. doi:10.1/x",
      "Christiansen SL. AMA Manual of Style: A Guide for Authors and Editors. 11th ed. Oxford University Press; 2020.",
    ],
    check: .entry { reference, context in
      guard reference.kind == .article || reference.kind == .web || reference.kind == .chapter, let title = reference.title,
        TitleCapitals(context.text(title)) == .title
      else { return [] }
      return [PrintedFlaw("Title is in title case", at: title, remedy: "write it in sentence case, with capitals only in names")]
    })
}
