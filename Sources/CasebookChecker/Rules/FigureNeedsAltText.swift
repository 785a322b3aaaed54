internal import CasebookModel

extension Rule {
  static let figureNeedsAltText = Rule(
    "figure-needs-alt-text", .error, "Figure needs alternative text",
    why: """
      People who can't see a picture are told its alternative text: place, side, and what is to be seen. A figure with a
      file and without that text, or with nothing in it but a file's name or the word "image", is reported. A figure without
      a file is a drawn placeholder and needs none.
      """,
    remedy: "add \"alt:\" with the place, the side and what is to be seen",
    bad: """
      figures:
        - {id: foot-1, file: figures/foot-1.jpg, caption: At presentation}
      """,
    good: """
      figures:
        - {id: foot-1, file: figures/foot-1.jpg, caption: At presentation, alt: Round open ulcer under the first metatarsal head of the right foot}
      """
  ) { subject in
    subject.case.figures.compactMap { figure in
      guard figure.file != nil else { return nil }
      let target = "figures.\(figure.id.value)"
      guard let text = figure.alternativeText, !text.value.isEmpty else {
        return Problem(
          target, "Figure \"\(figure.id.value)\" has no alternative text", at: figure.id.location,
          remedy: "add \"alt:\" with the place, the side and what is to be seen")
      }
      guard isEmptyPhrase(text.value) else { return nil }
      return Problem(
        target, "Alternative text \"\(text.value)\" does not say what is to be seen", at: text.location,
        remedy: "write the place, the side and what is to be seen")
    }
  }
}

private func isEmptyPhrase(_ text: String) -> Bool {
  guard text.utf8.count < 60 else { return false }
  let word = text.lowercased()
  if ["image", "photo", "photograph", "picture", "figure", "alt", "alt text", "wound", "todo"].contains(word) { return true }
  return [".jpg", ".jpeg", ".png", ".heic", ".webp", ".tif", ".tiff"].contains { word.hasSuffix($0) } && !word.contains(" ")
}
