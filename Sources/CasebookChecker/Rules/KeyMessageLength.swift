internal import CasebookModel
internal import Markdown

extension Rule {
  static let keyMessageLength = Rule(
    "key-message-length", .warning, "Key message is one short sentence",
    why:
      "The key message stands large in the head of a page and in the middle of a poster. More than 40 words are not read there.",
    remedy: "keep the one thing that readers should remember",
    bad: "key-message: A paragraph of more than 40 words …",
    good: "key-message: After a change to a total contact cast at week 4 the ulcer was closed at week 16."
  ) { subject in
    guard let message = subject.case.keyMessage else { return [] }
    let words = message.inlines.plainText.utf8.split(whereSeparator: \.isBlank).count
    guard words > 40 else { return [] }
    return [
      Problem(
        "key-message", "Key message has \(words) words", at: message.location, remedy: "shorten it to one sentence of at most 40 words")
    ]
  }
}
