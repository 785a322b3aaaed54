internal import CasebookModel
internal import Markdown

extension Rule {
  static let titleLength = Rule(
    "title-length", .warning, "Title is short enough to be read",
    why: "A title of more than 250 characters does not fit a poster's head, and journals and congresses cut it off.",
    remedy: "shorten the title; details belong in the abstract",
    bad: "title: A title that tells the whole course of the disease in more than 250 characters …",
    good: "title: \"Closure of a plantar ulcer after a change of off-loading: a case report\""
  ) { subject in
    let length = subject.case.title.inlines.plainText.unicodeScalars.count
    guard length > 250 else { return [] }
    return [
      Problem(
        "title", "Title has \(length) characters", at: subject.case.title.location, remedy: "shorten it to 250 characters, better 120")
    ]
  }

  static let titleCaseReport = Rule(
    "title-case-report", .info, "Title says \"case report\"",
    why: """
      CARE item 1: the words "case report" (or "case series") in the title, or at least in the key words, let readers and
      searches find it as one.
      """,
    remedy: "add \": a case report\" to the title, or \"case report\" to the key words",
    bad: "title: Closure of a plantar ulcer",
    good: "title: \"Closure of a plantar ulcer: a case report\""
  ) { subject in
    let `case` = subject.case
    // Titles of other languages have other words for it.
    guard `case`.language.hasPrefix("en"), `case`.status.value != .draft else { return [] }
    let texts = [`case`.title.inlines.plainText] + `case`.keywords.map(\.value)
    guard !texts.contains(where: { namesKind(Array($0.utf8)) }) else { return [] }
    return [
      Problem(
        "title", "Neither title nor key words say \"case report\"", at: `case`.title.location,
        remedy: "add \": a case report\" to the title, or \"case report\" to the key words")
    ]
  }
}

private func namesKind(_ bytes: [UInt8]) -> Bool {
  bytes.contains(word: "case") || bytes.contains(word: "cases")
}
