internal import CasebookModel
internal import Diagnostics
internal import Images

extension Rule {
  static let figureCarriesMetadata = Rule(
    "figure-carries-metadata", .warning, "Original pictures carry data about patient, place or camera",
    why: """
      Published pictures are always made anew and carry nothing but pixels. The originals in the case's folder keep what the
      camera wrote: positions, serial numbers, names, dates, a preview of the uncropped picture. Whoever gets the folder
      gets them.
      """,
    remedy: "take photographs in with casebook new figures, which cleans the copies, or take the data out with exiftool -all=",
    bad: """
      figures/foot-1.jpg with a GPS position and the camera's serial number
      """,
    good: """
      figures/foot-1.jpg exported without metadata, or with no more than its color profile
      """
  ) { subject in
    let carrying = subject.case.figures.compactMap { figure -> (Figure, [String])? in
      let told = figure.image?.identifying ?? []
      return told.isEmpty ? nil : (figure, told)
    }
    guard let (first, _) = carrying.first else { return [] }
    var kinds: [String] = []
    for kind in carrying.flatMap(\.1).map({ $0.utf8.first?.isDigit == true ? "dates" : $0 }) where !kinds.contains(kind) {
      kinds.append(kind)
    }
    let what =
      carrying.count == 1 ? "The original of figure \"\(first.id.value)\" carries" : "The originals of \(carrying.count) figures carry"
    return [
      Problem(
        "figures", "\(what) \(kinds.joined(separator: ", "))", at: first.file?.location ?? first.location,
        explanation: "Nothing of it is published, but it is in the folder.",
        notes: carrying.map { figure, told in
          Diagnostic.Note("\(figure.id.value): \(told.joined(separator: ", "))", at: figure.file?.location)
        })
    ]
  }
}
