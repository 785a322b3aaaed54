extension PrintedReferenceRule {
  static let referenceSpacing = PrintedReferenceRule(
    id: "reference-spacing", code: "R16", severity: .info,
    explanation: "Year, volume, issue and pages are set without blanks: 2012;148(4):455-462.",
    flagged: ["Doe J. Feet. Lancet. 2001; 28(7):1-6. doi:10.1/x", "Doe J. Feet. Lancet. 2001;28(7): 1-6. doi:10.1/x"],
    accepted: ["Doe J. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x"],
    check: .entry { reference, context in
      guard reference.kind == .article, let range = reference.numbers.range, !reference.numbers.blanks.isEmpty else { return [] }
      return reference.numbers.blanks.prefix(1).map { _ in
        PrintedFlaw("Blank after a mark in \"\(context.text(range))\"", at: range, remedy: "take the blanks out")
      }
    })
}
