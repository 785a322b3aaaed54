extension PrintedReferenceRule {
  static let etAlTooEarly = PrintedReferenceRule(
    id: "et-al-too-early", code: "R08", severity: .warning,
    explanation: "AMA style names up to six authors; of seven or more it names three before \"et al\", NLM style six.",
    flagged: ["Doe J, et al. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x", "Doe J, Roe R, et al. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x"],
    accepted: [
      "Doe J, Roe R, Poe E, et al. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x", "Doe J, Roe R. Feet. Lancet. 2001;28(7):1-6. doi:10.1/x",
    ],
    check: .entry { reference, context in
      let count = reference.authors.names.count
      guard let etAl = reference.authors.etAl, count < context.style.namesBeforeEtAl else { return [] }
      return [
        PrintedFlaw(
          "\"et al\" after \(count) \(count == 1 ? "name" : "names")", at: etAl,
          remedy: "name \(context.style.namesBeforeEtAl) authors before \"et al\", or all if there are six or fewer")
      ]
    })
}
