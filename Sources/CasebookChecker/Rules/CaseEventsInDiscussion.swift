internal import CasebookModel
internal import Diagnostics

extension Rule {
  static let caseEventsInDiscussion = Rule(
    "case-events-in-discussion", .info, "Course and outcome stand before the discussion",
    why: """
      Readers look for what happened to the patient under Case, Intervention and Follow-up (CARE items 5 to 10), and for
      what it means in the Discussion. A sentence of the discussion that tells an event of this patient for what seems the
      first time ("the patient underwent …", with a month and year) is noted once.
      """,
    remedy: "move the sentence to the section that tells the course",
    bad: """
      ## Discussion

      The patient underwent a third debridement in March of 2018.
      """,
    good: """
      ## Intervention

      The patient underwent a third debridement in March of 2018.
      """
  ) { subject in
    subject.texts.compactMap { text in
      for paragraph in text.paragraphs where paragraph.section.hasPrefix("discussion") || paragraph.section.hasPrefix("conclusion") {
        guard let (event, start) = paragraph.firstEvent else { continue }
        return Problem(
          text.target, "Discussion tells an event: \"\(event)\"", at: text.location(paragraph, at: start),
          remedy: "move it to the section that tells the course, unless it stands there too")
      }
      return nil
    }
  }
}

extension Prose.Paragraph {
  /// "patient underwent": the patient and the verb of an event right after, with the place of its first byte.
  fileprivate var firstEvent: (event: String, start: Int)? {
    for start in bytes.indices(ofWord: "patient") {
      let tail = Array(bytes[start..<min(start + 60, bytes.count)])
      let words = Token.tokens(in: tail).prefix(4).map(\.word)
      guard words.count > 1 else { continue }
      if ["underwent", "presented", "returned", "received"].contains(words[1]) { return ("patient " + words[1], start) }
      if words.count > 2, ["was", "had"].contains(words[1]),
        ["admitted", "discharged", "readmitted", "debrided", "hospitalized"].contains(words[2])
      {
        return ("patient \(words[1]) \(words[2])", start)
      }
    }
    return nil
  }
}
