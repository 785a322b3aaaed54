internal import CasebookModel
internal import Diagnostics
internal import Images

extension Rule {
  static let figureScaleMissing = Rule(
    "figure-scale-missing", .warning, "All photographs of a site give a scale, or none",
    why: """
      Photographs of one site are shown at one physical scale, with a scale bar, when each of them gives a scale. Where some
      give none, their sizes can't be compared: the whole series is shown without a scale.
      """,
    remedy: "add \"scale:\" to the figures that are named, or take it from the others",
    bad: """
      - {id: heel-0, week: 0, site: Left heel, file: figures/heel-0.jpg, scale: {pixels-per-cm: 61}}
      - {id: heel-4, week: 4, site: Left heel, file: figures/heel-4.jpg}
      """,
    good: """
      - {id: heel-0, week: 0, site: Left heel, file: figures/heel-0.jpg, scale: {pixels-per-cm: 61}}
      - {id: heel-4, week: 4, site: Left heel, file: figures/heel-4.jpg, scale: {from: [120, 800], to: [620, 806], cm: 5}}
      """
  ) { subject in
    subject.case.series(of: subject.case.figures).compactMap { series in
      let lacking = series.figures.filter { $0.scale == nil }
      let count = series.figures.count - lacking.count
      guard let first = lacking.first, count > 0 else { return nil }
      let names = lacking.prefix(12).map { "\"\($0.id.value)\"" }.joined(separator: ", ") + (lacking.count > 12 ? ", …" : "")
      let others = count == 1 ? "1 other of" : "\(count) others of"
      return Problem(
        "figures.\(first.id.value)",
        "\(lacking.count == 1 ? "Figure \(names) gives" : "Figures \(names) give") no scale, \(others) "
          + "\(series.site.map { "\"\($0)\"" } ?? "the same site") \(count == 1 ? "does" : "do")",
        at: first.id.location, explanation: "The series is shown without a scale.",
        notes: lacking.dropFirst().prefix(11).map { Diagnostic.Note("\"\($0.id.value)\"", at: $0.id.location) })
    }
  }

  static let figureScaleDoubtful = Rule(
    "figure-scale-doubtful", .warning, "Figure's scale gives a photograph of a likely size",
    why: """
      From its scale and its pixels follows how many centimeters a photograph shows. Where that is less than half a
      centimeter or more than two meters, pixels per millimeter, or pixels of a reduced copy, may have been given. The two
      points of a scale lie in the upright picture.
      """,
    remedy: "measure again on the upright original: pixels to one centimeter, or two marks of the ruler and their distance",
    bad: """
      - {id: heel-0, file: figures/heel-0.jpg, scale: {pixels-per-cm: 6.1}}     # 4000 pixels wide: 6.6 meters
      """,
    good: """
      - {id: heel-0, file: figures/heel-0.jpg, scale: {pixels-per-cm: 61}}      # 66 centimeters
      """
  ) { subject in
    subject.case.figures.compactMap { figure in
      guard let scale = figure.scale, let image = figure.image else { return nil }
      let target = "figures.\(figure.id.value)"
      if case .distance(let from, let to, _) = scale.value, [from, to].contains(where: { !$0.lies(in: image) }) {
        return Problem(
          target, "Scale of figure \"\(figure.id.value)\" has a point outside the picture", at: scale.location,
          explanation: "The upright picture has \(image.width) × \(image.height) pixels.")
      }
      guard figure.kind == .photograph || figure.kind == .intraoperative else { return nil }
      guard let extent = figure.extent, extent.width < 0.5 || extent.width > 200 else { return nil }
      return Problem(
        target, "Figure \"\(figure.id.value)\" would show \(words(extent.width)) from left to right", at: scale.location)
    }
  }
}

extension Point {
  fileprivate func lies(in image: ImageInformation) -> Bool {
    (0...Double(image.width)).contains(x.pixels(of: image.width)) && (0...Double(image.height)).contains(y.pixels(of: image.height))
  }
}

/// "0.3 mm", "6.6 m", of centimeters.
private func words(_ centimeters: Double) -> String {
  let (value, unit) = centimeters < 1 ? (centimeters * 10, "mm") : (centimeters / 100, "m")
  let tenths = min(max((value * 10).rounded(), 1), 1e15)
  return "\(Int(tenths) / 10).\(Int(tenths) % 10) \(unit)"
}
