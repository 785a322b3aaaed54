internal import CasebookModel

extension Rule {
  static let figureMirrored = Rule(
    "figure-mirrored", .warning, "Picture is not stored as its mirror image",
    why: """
      The file says that it must be mirrored to be seen as it was, as some front cameras and programs write it. Casebook
      does so. Where the note is wrong, right and left of the body are exchanged in the published picture.
      """,
    remedy: "compare the picture with the patient's record, export it upright, or waive the rule once that is checked",
    bad: "figures/foot-1.jpg with EXIF orientation 2, 4, 5 or 7",
    good: "figures/foot-1.jpg with EXIF orientation 1, 3, 6 or 8"
  ) { subject in
    subject.case.figures.compactMap { figure in
      guard let image = figure.image, [2, 4, 5, 7].contains(image.orientation) else { return nil }
      return Problem(
        "figures.\(figure.id.value)", "Picture of figure \"\(figure.id.value)\" is stored mirrored",
        at: figure.file?.location ?? figure.location,
        explanation: "It is turned back for publishing. If its orientation note is wrong, right and left are exchanged.",
        remedy: "check right and left in the published picture")
    }
  }
}
