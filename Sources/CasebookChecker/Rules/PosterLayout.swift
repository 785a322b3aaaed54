internal import CasebookModel
internal import Diagnostics

extension Rule {
  static let posterLayout = Rule(
    "poster-layout", .warning, "Billboard has a key message",
    why: "A billboard sets the key message large in the middle. Casebook never makes one up; without it the poster is laid out in columns.",
    remedy: "write `key-message:` in case.yaml, or `layout: columns`",
    bad: "posters: [{id: hall, size: 48x36in, layout: billboard}]",
    good: "key-message: Total contact casting closed the ulcer in 16 weeks."
  ) { subject in
    guard subject.case.keyMessage == nil else { return [] }
    return subject.case.posters.filter { $0.layout == .billboard }.map { poster in
      Problem("posters.\(poster.id.value)", "Billboard has no key message, so it is laid out in columns", at: poster.id.location)
    }
  }
}
