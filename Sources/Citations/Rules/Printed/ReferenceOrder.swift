extension PrintedReferenceRule {
  static let referenceOrder = PrintedReferenceRule(
    id: "reference-order", code: "R15", severity: .warning,
    explanation:
      "AMA and NLM style number the list in the order in which the text cites it first. An alphabetical list is in another order.",
    flagged: ["Doe J. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x\n\nRoe R. Hands. Lancet. 2001;28(7):1-6. doi:10.1/x"],
    accepted: ["1. Roe R. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x\n2. Doe J. Hands. Lancet. 2001;28(7):1-6. doi:10.1/x"],
    check: .list { context in
      let references = context.list.references
      guard references.count > 1, let first = references.first else { return [] }
      let families = references.map { $0.authors.names.first?.family.lowercased() ?? "" }
      let isAlphabetical = references.count > 3 && !families.contains("") && families == families.sorted()
      let isNumbered = references.allSatisfy { $0.number != nil }
      if isNumbered && !isAlphabetical { return [] }
      let fact = isAlphabetical ? (isNumbered ? "alphabetical" : "alphabetical and not numbered") : "not numbered"
      return [
        PrintedFlaw(
          "Reference list is \(fact)", at: first.range.lowerBound..<first.range.lowerBound,
          remedy: "number the entries in the order in which the text cites them")
      ]
    })
}
