internal import CasebookModel
internal import Diagnostics

extension Rule {
  static let affiliationUnused = Rule(
    "affiliation-unused", .warning, "Affiliation belongs to an author",
    why: "An affiliation that no author names is printed nowhere.",
    remedy: "name it in an author's \"affiliations\", or remove it",
    bad: """
      authors:
        - {name: Jordan Example, affiliations: [eh]}
      affiliations:
        eh: {name: Example Health}
        eu: {name: Example University}
      """,
    good: """
      authors:
        - {name: Jordan Example, affiliations: [eh, eu]}
      affiliations:
        eh: {name: Example Health}
        eu: {name: Example University}
      """
  ) { subject in
    guard !subject.case.affiliations.isEmpty else { return [] }
    let used = Set(subject.case.authors.flatMap { $0.affiliations.map(\.value) })
    return subject.case.affiliations.filter { !used.contains($0.key) }.map { affiliation in
      Problem(
        "affiliations.\(affiliation.key)", "No author has the affiliation \"\(affiliation.key)\"", at: affiliation.location,
        remedy: "name it in an author's \"affiliations\", or remove it")
    }
  }

  static let affiliationRepeated = Rule(
    "affiliation-repeated", .warning, "Affiliation is listed once",
    why: "The same institution under two keys gets two numbers in the byline; the same key twice with one author gets two marks.",
    remedy: "keep one key and use it for all authors",
    bad: """
      affiliations:
        eh: {name: Example Health}
        ex: {name: Example Health}
      """,
    good: """
      affiliations:
        eh: {name: Example Health}
      """
  ) { subject in
    var first: [String: Affiliation] = [:]
    var problems: [Problem] = []
    for affiliation in subject.case.affiliations {
      let text = [affiliation.name, affiliation.place ?? ""].joined(separator: "|").lowercased()
      guard let known = first[text] else {
        first[text] = affiliation
        continue
      }
      problems.append(
        Problem(
          "affiliations.\(affiliation.key)", "Affiliations \"\(known.key)\" and \"\(affiliation.key)\" are the same",
          at: affiliation.location,
          remedy: "use \"\(known.key)\" for all authors", notes: [.init("first listed here", at: known.location)]))
    }
    for author in subject.case.authors {
      for (index, key) in author.affiliations.enumerated() where author.affiliations[..<index].contains(where: { $0.value == key.value }) {
        problems.append(
          Problem("authors", "\(author.name.full) has the affiliation \"\(key.value)\" twice", at: key.location, remedy: "remove one"))
      }
    }
    return problems
  }
}
