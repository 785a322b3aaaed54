extension PrintedReferenceRule {
  static let referenceDateForm = PrintedReferenceRule(
    id: "reference-date-form", code: "R12", severity: .warning,
    explanation:
      "AMA style gives only the year of an article, NLM style the month behind the year. A page's date says whether it was published or updated then.",
    flagged: [
      "Doe J. Feet. Lancet. Apr 2001;28(7):1-6. doi:10.1/x", "Doe J. Feet. Lancet. 2001 December;28(7):1-6. doi:10.1/x",
      "Doe J. Feet. Site of Feet. Jul 2018. Accessed May 3, 2019. https://example.org/feet",
    ],
    accepted: [
      "Doe J. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x", "Doe J. Feet. Lancet. Published online March 2, 2018. doi:10.1/x",
      "Doe J. Feet. Site of Feet. Updated July 2018. Accessed May 3, 2019. https://example.org/feet",
    ],
    check: .entry { reference, context in
      guard let date = reference.date else { return [] }
      let text = context.text(date.range)
      switch reference.kind {
      case .article where !reference.isPublishedOnline:
        guard date.month != nil, context.style == .ama || date.isMonthFirst else { return [] }
        let form = context.style == .ama ? "\(date.year)" : "the month behind the year"
        return [PrintedFlaw("Month in the date \"\(text)\" of an article", at: date.range, remedy: "write \(form)")]
      case .web where date.month != nil && !date.isNamed:
        return [
          PrintedFlaw("Date \"\(text)\" does not say of what", at: date.range, remedy: "write \"Published\" or \"Updated\" before it")
        ]
      default: return []
      }
    })
}
