internal import CasebookModel
internal import HTML
internal import Templates

/// A case on the index and on the pages of its topics.
struct CaseCard {
  let summary: CaseSummary
  let root: String

  init(of summary: CaseSummary, root: String) {
    self.summary = summary
    self.root = root
  }

  var value: TemplateValue {
    let year = (summary.published?.year).map(String.init)
    let by = [summary.authors, year].compactMap { $0 }.joined(separator: " · ")
    let tags = ([summary.diagnosis].compactMap { $0 } + summary.topics + (summary.isSynthetic ? ["synthetic case"] : [])).unique
    return .object([
      "root": .text(root), "href": .text("cases/\(summary.slug)/index.html"), "heading": .markup(Array(summary.title.utf8)),
      "by": .text(by),
      "keyMessage": summary.keyMessage.map { .markup(Array($0.utf8)) } ?? .flag(false), "tags": .list(tags.map { .text($0) }),
      "thumbnail": .markup(thumbnail.bytes()), "progress": .markup(Array((summary.progress ?? "").utf8)),
    ])
  }

  /// The first photograph, covered when it is sensitive; its place is kept where there is none.
  private var thumbnail: Node {
    guard let picture = summary.thumbnail else { return .tag("div", ["class": "thumbnail"], .tag("span", [:], "no photograph")) }
    let image = Node.tag(
      "picture", [:],
      .tag(
        "img",
        [
          "src": root + picture.path, "width": String(picture.width), "height": String(picture.height), "alt": picture.alternativeText,
          "loading": "lazy", "decoding": "async",
        ]))
    guard picture.isSensitive else { return .tag("div", ["class": "thumbnail"], image) }
    let id = "show-\(summary.slug)"
    return .tag(
      "div", ["class": "thumbnail"],
      .tag(
        "div", ["class": "cover"], .tag("input", ["type": "checkbox", "id": id, "class": "cover-switch"]),
        .tag("label", ["for": id], "photograph", .tag("br"), "covered", .tag("span", ["class": "hidden"], ": show it")), image))
  }
}
