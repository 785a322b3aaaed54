internal import CasebookModel
internal import HTML

/// The byline: names with credentials and marks, the affiliations the marks stand for, who presents and who answers letters.
struct AuthorBlock {
  var authors: [Author]
  var affiliations: [Affiliation]
  /// The number of an affiliation's mark, by its key; empty where one affiliation serves all.
  private var marks: [String: Int] = [:]

  /// `fallback` is the site's affiliation, for authors who name none.
  init(of case: Case, fallback: Affiliation?) {
    authors = `case`.authors
    affiliations = []
    for key in authors.flatMap({ Self.keys(of: $0, fallback) }) where !affiliations.contains(where: { $0.key == key }) {
      if let found = `case`.affiliations.first(where: { $0.key == key }) ?? fallback { affiliations.append(found) }
    }
    let keysByAuthor = Set(authors.map { Self.keys(of: $0, fallback) })
    guard affiliations.count > 1 || keysByAuthor.count > 1 else { return }
    for (index, affiliation) in affiliations.enumerated() { marks[affiliation.key] = index + 1 }
    self.fallback = fallback
  }

  private var fallback: Affiliation?

  private static func keys(of author: Author, _ fallback: Affiliation?) -> [String] {
    author.affiliations.isEmpty ? [fallback?.key].compactMap { $0 } : author.affiliations.map(\.value)
  }

  /// Names, then affiliations, then a line for who presents and who corresponds; nothing that nobody stated.
  func node(showsContact: Bool) -> Node {
    var lines = [
      Node.tag(
        "ul", ["class": authors.count > 24 ? "authors crowd" : authors.count > 12 ? "authors many" : "authors"], authors.map(node(for:)))
    ]
    if !affiliations.isEmpty { lines.append(.tag("ul", ["class": "affiliations"], affiliations.map(node(for:)))) }
    let notes = self.notes(showsContact: showsContact)
    if !notes.isEmpty { lines.append(.tag("ul", ["class": "author-notes"], notes.map { .tag("li", [:], $0) })) }
    return .fragment(lines)
  }

  private func node(for author: Author) -> Node {
    var parts: [Node] = [.tag("span", ["class": "name"], .text(author.name.full))]
    if !author.credentials.isEmpty {
      parts += [" ", .tag("span", ["class": "credentials"], .text(author.credentials.joined(separator: ", ")))]
    }
    let numbers = Self.keys(of: author, fallback).compactMap { marks[$0] }.map(String.init)
    let signs = (author.isPresenting ? ["*"] : []) + (author.corresponding?.email != nil ? ["†"] : [])
    let all = (numbers + signs).joined(separator: ",")
    if !all.isEmpty { parts.append(.tag("sup", [:], .text(all))) }
    if let orcid = author.orcid?.value {
      let address = "https://orcid.org/\(orcid)"
      parts += [" ", .tag("a", ["class": "orcid", "href": address, "aria-label": "ORCID of \(author.name.full): \(orcid)"], "iD")]
    }
    return .tag("li", [:], parts)
  }

  private func node(for affiliation: Affiliation) -> Node {
    let mark = marks[affiliation.key].map { Node.tag("sup", [:], .text(String($0))) } ?? .empty
    return .tag("li", [:], mark, .text([affiliation.name, affiliation.place].compactMap { $0 }.joined(separator: ", ")))
  }

  private func notes(showsContact: Bool) -> [Node] {
    var notes: [Node] = []
    if authors.contains(where: \.isPresenting) { notes.append("* Presenting author") }
    guard showsContact else { return notes }
    let emails = authors.compactMap { $0.corresponding?.email }.unique.map { Node.tag("a", ["href": "mailto:\($0)"], .text($0)) }
    if !emails.isEmpty { notes.append(["† Correspondence: ", emails.separated(by: "; ")]) }
    return notes
  }
}
