internal import CasebookModel
internal import Images

extension Rule {
  static let eyeBarRedaction = Rule(
    "eye-bar-redaction", .warning, "A bar over the eyes does not hide a face",
    why: """
      Masking the eyes is inadequate protection of anonymity (ICMJE Recommendations, II.E). A picture whose texts speak of a
      face or of eyes and whose only redactions are wide bars is reported.
      """,
    remedy: "crop the face away, cover all of it, or publish with the patient's written consent to this picture",
    bad: """
      - {id: face-1, file: figures/face-1.jpg, site: Face, redact: [{x: 20%, y: 30%, width: 60%, height: 8%}]}
      """,
    good: """
      - {id: cheek-1, file: figures/cheek-1.jpg, site: Left cheek, crop: {x: 40%, y: 45%, width: 20%, height: 20%}}
      """
  ) { subject in
    subject.case.figures.compactMap { figure in
      guard !figure.redactions.isEmpty, figure.redactions.allSatisfy({ isBar($0, of: figure.image) }), speaksOfFace(figure) else {
        return nil
      }
      return Problem(
        "figures.\(figure.id.value)", "Figure \"\(figure.id.value)\" hides a face only by a bar", at: figure.location,
        explanation: "Masking the eyes is inadequate protection of anonymity, say the ICMJE Recommendations.",
        remedy: "crop the face away, or cover all of it")
    }
  }
}

private func isBar(_ region: Region, of image: ImageInformation?) -> Bool {
  if case (.pixels(let width), .pixels(let height)) = (region.width, region.height) { return width >= 2.5 * height }
  func share(_ coordinate: Coordinate, of whole: Int?) -> Double? {
    switch coordinate {
    case .percent(let percent): percent / 100 * Double(whole ?? 100)
    case .pixels(let pixels): whole == nil ? nil : pixels
    }
  }
  guard let width = share(region.width, of: image?.width), let height = share(region.height, of: image?.height) else { return false }
  return width >= 2.5 * height
}

private func speaksOfFace(_ figure: Figure) -> Bool {
  let texts = [figure.site?.value, figure.caption?.source.value, figure.alternativeText?.value, figure.view].compactMap { $0 }
  return texts.contains { text in
    let bytes = Array(text.utf8)
    if faceWords.contains(where: { bytes.contains(word: $0) }) { return true }
    return bytes.contains(word: "head") && !bonesWithHeads.contains { bytes.contains(word: $0) }
  }
}

private let faceWords: [StaticString] = ["face", "facial", "eye", "eyes", "eyelid", "forehead", "nose", "periorbital", "orbital"]
private let bonesWithHeads: [StaticString] = ["metatarsal", "metacarpal", "femoral", "humeral", "radial", "fibular", "talar", "phalangeal"]
