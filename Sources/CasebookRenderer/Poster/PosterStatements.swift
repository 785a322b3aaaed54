internal import CasebookModel
internal import HTML
internal import Markdown

/// A line of a poster's footer.
struct PosterStatement {
  var name: String
  var value: Node
  /// Letters of its text, for the estimate.
  var length: Int
}

extension Composition {
  /// What the authors state, whom to write to, and where the poster is shown; each only where it is stated.
  func posterStatements(isBlind: Bool, isSynthetic: Bool) -> [PosterStatement] {
    var items: [PosterStatement] = []
    if isSynthetic {
      let words = "The patient, the measurements and the pictures are invented."
      items.append(PosterStatement(name: "Synthetic case", value: .text(words), length: words.count))
    }
    for statement in `case`.statements where !isBlind || isAnonymous(statement) {
      let length = statement.text.inlines.plainText.count
      items.append(PosterStatement(name: statement.kind.heading, value: inline(statement.text), length: length))
    }
    guard !isBlind else { return items }
    let own = `case`.authors.filter { $0.disclosure != nil }
    if !own.isEmpty {
      let each = own.map { author -> Node in [.text("\(author.name.full): "), author.disclosure.map { inline($0) } ?? .empty] }
      items.append(PosterStatement(name: "Authors’ disclosures", value: each.separated(by: "; "), length: own.count * 40))
    }
    let emails = `case`.authors.compactMap { $0.corresponding?.email }.unique
    if !emails.isEmpty {
      let links = emails.map { Node.tag("a", ["href": "mailto:\($0)"], .text($0)) }
      items.append(PosterStatement(name: "† Correspondence", value: links.separated(by: "; "), length: emails.count * 25))
    }
    for presentation in `case`.presentations {
      let words = presentation.meeting + (presentation.number.map { ", \($0)" } ?? "")
      items.append(PosterStatement(name: "Presented", value: .text(words), length: words.count))
    }
    return items
  }

  /// Whether a reviewer may read it: nothing of money, thanks and interests, and no institution's name.
  private func isAnonymous(_ statement: Statement) -> Bool {
    switch statement.kind {
    case .funding, .disclosures, .acknowledgements: return false
    default:
      let words = statement.text.inlines.plainText
      return !(`case`.affiliations.map(\.name) + `case`.authors.map(\.name.full)).contains { !$0.isEmpty && words.contains($0) }
    }
  }
}
