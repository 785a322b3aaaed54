extension PrintedReferenceRule {
  static let authorNameForm = PrintedReferenceRule(
    id: "author-name-form", code: "R07", severity: .error,
    explanation: "Surname, blank, initials; commas between persons and one period behind the last: LeRoy EC, Medsger TA Jr.",
    flagged: [
      "LeRoy, EC, Medsger TA Jr. Feet. Lancet. 2001;28(7):1573-1576. doi:10.1/x",
      "LeRoy E.C. Feet. Lancet. 2001;28(7):1573-1576. doi:10.1/x",
      "LeRoy EC; Medsger TA. Feet. Lancet. 2001;28(7):1573-1576. doi:10.1/x",
      "LeRoy EC and Medsger TA. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x",
      "Varga, J. Axford JS, Curtis MR. Feet. Lancet. 2001;28(7):1573-1576. doi:10.1/x",
    ],
    accepted: [
      "LeRoy EC, Medsger TA Jr. Feet. Lancet. 2001;28(7):1573-1576. doi:10.1/x",
      "van den Hoogen F, O’Neil K. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x",
      "Doe J; Trial Study Group. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x",
      "World Health Organization. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x",
      "Doe J. Vitamin D. Lancet. 2001;28(7):1573-1576. doi:10.1/x",
      "Matucci-Cerinic M, de la Cruz JS. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x",
    ],
    check: .entry { reference, context in
      var flaws: [PrintedFlaw] = []
      for name in reference.authors.names {
        let text = context.text(name.range)
        if name.comma != nil {
          flaws.append(
            PrintedFlaw(
              "Comma between surname and initials in \"\(text)\"", at: name.range, remedy: "write \"\(name.family) \(name.initials)\""))
        } else if name.hasPeriods {
          flaws.append(
            PrintedFlaw("Periods in the initials of \"\(text)\"", at: name.range, remedy: "write \"\(name.family) \(name.initials)\""))
        }
      }
      for separator in reference.authors.wrongSeparators {
        flaws.append(
          PrintedFlaw("\"\(context.text(separator))\" inside the list of authors", at: separator, remedy: "separate the names with commas"))
      }
      return flaws
    })
}
