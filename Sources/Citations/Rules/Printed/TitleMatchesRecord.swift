extension PrintedReferenceRule {
  static let titleMatchesRecord = PrintedReferenceRule(
    id: "title-matches-record", code: "R14", severity: .warning,
    explanation: "A title stands as in the source, but for capitals. This is compared with a record of the source, when one is there.",
    flagged: [], accepted: [],
    check: .record { reference, record, context in
      guard let title = reference.title, let known = record.variables["title"], !EditorsAsAuthors.isOtherSource(reference, record),
        compared(context.text(title)) != compared(known)
      else { return [] }
      return [PrintedFlaw("Title differs from the source", at: title, remedy: "write \"\(PlainText.withoutTags(known))\"")]
    })

  /// Without tags, capitals and the differences between marks that mean the same.
  private static func compared(_ title: String) -> String {
    let plain = PlainText.withoutTags(title).lowercased().replacing("’", with: "'").replacing("–", with: "-").replacing("—", with: "-")
    let words = plain.replacing("“", with: "\"").replacing("”", with: "\"").split { $0 == " " || $0 == "\u{A0}" }
    let text = words.joined(separator: " ")
    return text.last == "." ? String(text.dropLast()) : text
  }
}
