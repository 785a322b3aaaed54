internal import CasebookModel
internal import Diagnostics
internal import Markdown

extension Rule {
  static let numberContradictsMeasurements = Rule(
    "number-contradicts-measurements", .warning, "Numbers in the text agree with the measurements",
    why: """
      A percentage, an area, length × width, a PUSH score or a week of closure that is written by hand near the wound's words
      is held against the computed one, at the visit that the sentence names or else at any. It agrees when it is rounded or
      cut off, and "about 50%" may be three off. Left alone are sentences that cite, that speak of studies, other patients,
      aims or the time before, and percentages and sizes of anything else (slough, pain, a graft). Numbers that the text takes
      from the data, `{reduction foot week 8}`, cannot contradict it.
      """,
    remedy: "correct the number, or let the data print it: `{reduction foot week 8}`",
    bad: """
      The ulcer was reduced by 62% at week 8, from 6.0 to 2.9 cm².
      """,
    good: """
      The ulcer was reduced by `{reduction foot week 8}` at week 8, from 6.0 to `{area foot week 8}`.
      """
  ) { subject in
    guard let numbers = WrittenNumbers(of: subject.case) else { return [] }
    return subject.claimTexts.flatMap(numbers.problems)
  }
}

extension Subject {
  /// Every text that speaks of the wounds' course. What introduces a case speaks of others.
  fileprivate var claimTexts: [ClaimText] {
    var texts: [ClaimText] = []
    func add(_ text: RichText?, _ target: String, wound: String? = nil, isAboutWound: Bool = false) {
      guard let text else { return }
      texts.append(
        ClaimText(text: text.inlines.plainText, target: target, location: text.location, wound: wound, isAboutWound: isAboutWound))
    }
    add(`case`.title, "title")
    add(`case`.keyMessage, "key-message", isAboutWound: true)
    for part in `case`.abstract where part.heading?.lowercased() != "introduction" { add(part.text, "abstract") }
    if let outcome = `case`.outcome {
      texts.append(ClaimText(text: outcome.value, target: "outcome", location: outcome.location, isAboutWound: true))
    }
    for event in `case`.events { add(event.text, "events") }
    for figure in `case`.figures {
      add(figure.caption, "figures.\(figure.id.value)", wound: figure.wound?.value, isAboutWound: figure.wound != nil)
    }
    for prose in self.texts {
      for paragraph in prose.paragraphs where !["introduction", "background"].contains(paragraph.section) {
        var text = ClaimText(
          text: String(decoding: paragraph.bytes, as: UTF8.self), target: prose.target, location: prose.location(paragraph, at: 0))
        text.place = { prose.location(paragraph, at: $0) }
        texts.append(text)
      }
    }
    for part in [`case`.narrative, `case`.poster].compactMap({ $0 }).flatMap({ text in
      text.parts.keys.sorted().compactMap { text.parts[$0] }
    }) {
      switch part {
      case .woundChart(let selection), .woundTable(let selection):
        add(selection.caption, "narrative", wound: selection.wounds.count == 1 ? selection.wounds[0].value : nil, isAboutWound: true)
      default: continue
      }
    }
    return texts
  }
}
